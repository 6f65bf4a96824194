import { useState } from 'react'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { addDays, formatDay, isLocalDate } from '@repactua/shared/time/local-date.ts'
import { Field } from '../../ui/field.tsx'
import { QuestionPage } from './question-page.tsx'

interface DateQuestionProps {
  agreement: Agreement
  number: number
  onAnswer: (dueOn: string) => void
}

/** The new day of one installment, within what the agreement allows. */
export function DateQuestion({ agreement, number, onAnswer }: DateQuestionProps) {
  const [typed, setTyped] = useState('')
  const dueOn = agreement.installments.find((one) => one.number === number)?.dueOn ?? ''
  const first = addDays(dueOn, 1)
  const last = addDays(dueOn, agreement.can.moveDueDate.mostDays ?? 0)
  const window = `de ${formatDay(first)} a ${formatDay(last, { year: true })}`
  const check = (): string | null => (isLocalDate(typed) && typed >= first && typed <= last ? null : `Escolha um dia ${window}.`)
  return (
    <QuestionPage agreement={agreement} title="Que dia fica melhor?" lead={`Esta parcela vence em ${formatDay(dueOn, { year: true })}.`} fieldId="due-on" check={check} onNext={() => onAnswer(typed)}>
      {(mistake) => (
        <Field
          id="due-on" label="Nova data" type="date" min={first} max={last} value={typed} error={mistake ?? undefined}
          hint={`Pode ser ${window}. Se cair em dia sem banco, passa para o próximo dia útil.`}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
    </QuestionPage>
  )
}
