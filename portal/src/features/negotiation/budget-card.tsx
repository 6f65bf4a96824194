import { useState } from 'react'
import { Link } from 'react-router'
import type { OfferSheet } from '@repactua/shared/contract/offers.ts'
import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { parseBrl } from '@repactua/shared/money/parse-brl.ts'
import { paths } from '../../lib/paths.ts'
import { usualInstallmentCents } from '../../lib/plan-words.ts'
import { counted } from '../../lib/printed-figures.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CreditorContact } from '../../ui/creditor-contact.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'

interface BudgetCardProps {
  sheet: OfferSheet
  budgetCents: number | null
  busy: boolean
  onBudget: (cents: number) => void
}

/** How much a month bears; the answer marks the options that fit and says plainly when none does. */
export function BudgetCard({ sheet, budgetCents, busy, onBudget }: BudgetCardProps) {
  const [typed, setTyped] = useState(() => (budgetCents ? formatBrl(budgetCents).slice(3) : ''))
  const [mistake, setMistake] = useState<string>()
  const submit = (): void => {
    const cents = parseBrl(typed)
    setMistake(cents ? undefined : 'Digite um valor em reais, por exemplo 100 ou 89,90.')
    if (cents) onBudget(cents)
  }
  return (
    <Card className="with-summary-main" aria-labelledby="budget-title">
      <h2 id="budget-title">Quanto cabe no seu mês?</h2>
      <form className="budget-row" noValidate onSubmit={(event) => { event.preventDefault(); submit() }}>
        <Field
          id="budget" label="Valor por mês" hint="O que sobra depois das contas da casa." prefix="R$" inputMode="decimal" autoComplete="off"
          value={typed} error={mistake} onChange={(event) => { setTyped(event.target.value); setMistake(undefined) }}
        />
        <Button type="submit" secondary busy={busy && budgetCents !== null}>Ver o que cabe</Button>
      </form>
      <div role="status">{budgetCents !== null && !busy && <BudgetAnswer sheet={sheet} budgetCents={budgetCents} />}</div>
    </Card>
  )
}

function BudgetAnswer({ sheet, budgetCents }: { sheet: OfferSheet; budgetCents: number }) {
  const fitting = sheet.options.filter((option) => option.fitsBudget).length
  const budget = <span className="money">{formatBrl(budgetCents)}</span>
  if (fitting === 0) return <NoneFits sheet={sheet} budgetCents={budgetCents} />
  return (
    <Notice icon="check">
      <p><strong>{counted(fitting, 'opção cabe', 'opções cabem')} em {budget} por mês.</strong> {fitting === 1 ? 'Ela está marcada' : 'Elas estão marcadas'} na lista.</p>
    </Notice>
  )
}

function NoneFits({ sheet, budgetCents }: { sheet: OfferSheet; budgetCents: number }) {
  const lowest = Math.min(...sheet.options.map(usualInstallmentCents))
  return (
    <Notice tone="warning">
      <p>
        <strong>Nenhuma opção cabe em <span className="money">{formatBrl(budgetCents)}</span> por mês.</strong>{' '}
        A parcela mais baixa é de <span className="money">{formatBrl(lowest)}</span>.
      </p>
      <p>Não assine o que não cabe. Fale com a empresa sobre outro valor:</p>
      <CreditorContact creditor={sheet.creditor} />
      <p><Link to={paths.helpRights}>Quem pode ajudar você de graça</Link></p>
    </Notice>
  )
}
