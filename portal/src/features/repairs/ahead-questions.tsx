import { useState } from 'react'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { parseBrl } from '@repactua/shared/money/parse-brl.ts'
import { counted } from '../../lib/printed-figures.ts'
import { Field } from '../../ui/field.tsx'
import { ChoiceQuestion } from './choice-question.tsx'
import { openInstallments } from './open-installments.ts'
import { QuestionPage } from './question-page.tsx'

type End = 'latest' | 'next'

/** Which installments are paid ahead. */
export function AheadEndQuestion({ agreement, onAnswer }: { agreement: Agreement; onAnswer: (from: End) => void }) {
  const choices: { value: End; title: string; text: string }[] = [
    { value: 'latest', title: 'As últimas', text: 'O acordo termina antes. Se há juros, a redução é maior.' },
    { value: 'next', title: 'As próximas', text: 'Você fica sem parcela nos próximos meses.' },
  ]
  return <ChoiceQuestion agreement={agreement} title="Quais parcelas você quer adiantar?" choices={choices} onAnswer={onAnswer} />
}

interface AheadCountQuestionProps {
  agreement: Agreement
  onAnswer: (much: { count: number } | { amountCents: number }) => void
}

/** How much is paid ahead: so many whole installments, or an amount. */
export function AheadCountQuestion({ agreement, onAnswer }: AheadCountQuestionProps) {
  const most = openInstallments(agreement).length
  const [count, setCount] = useState('1')
  const [amount, setAmount] = useState('')
  const cents = parseBrl(amount)
  const check = (): string | null => (amount === '' || cents ? null : 'Digite um valor em reais, por exemplo 100 ou 89,90, ou deixe em branco.')
  return (
    <QuestionPage agreement={agreement} title="Quanto você quer adiantar?" fieldId="ahead-amount" check={check} onNext={() => onAnswer(cents ? { amountCents: cents } : { count: Number(count) })}>
      {(mistake) => (
        <>
          <div className="field">
            <label className="field-label" htmlFor="ahead-count">Parcelas inteiras</label>
            <select id="ahead-count" className="input" value={count} onChange={(event) => setCount(event.target.value)}>
              {Array.from({ length: most }, (_, i) => <option key={i} value={i + 1}>{counted(i + 1, 'parcela', 'parcelas')}</option>)}
            </select>
          </div>
          <Field
            id="ahead-amount" label="Ou um valor (opcional)" prefix="R$" inputMode="decimal" autoComplete="off" hint="Se você preencher, vale este valor."
            value={amount} error={mistake ?? undefined} onChange={(event) => setAmount(event.target.value)}
          />
        </>
      )}
    </QuestionPage>
  )
}
