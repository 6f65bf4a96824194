import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { parseBrl } from '@repactua/shared/money/parse-brl.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'

interface BudgetCardProps {
  budgetCents: number | null
  busy: boolean
  onBudget: (cents: number) => void
  /** Where three questions work it out, for who cannot tell; null once they are answered. */
  monthPath: string | null
  /** The answer to a budget, shown right below it. */
  children: (budgetCents: number) => ReactNode
}

/** How much a month bears. The answer is announced and brought into sight, below what was typed. */
export function BudgetCard({ budgetCents, busy, onBudget, monthPath, children }: BudgetCardProps) {
  const [typed, setTyped] = useState(() => (budgetCents ? formatBrl(budgetCents).slice(3) : ''))
  const [mistake, setMistake] = useState<string>()
  const { answer, expectAnswer } = useAnswerInSight(budgetCents !== null && !busy)
  const submit = (): void => {
    const cents = parseBrl(typed)
    setMistake(cents ? undefined : 'Digite um valor em reais, por exemplo 100 ou 89,90.')
    if (!cents) return
    expectAnswer()
    onBudget(cents)
  }
  return (
    <Card aria-labelledby="budget-title">
      <h2 id="budget-title">Quanto cabe no seu mês?</h2>
      <form className="budget-row" noValidate onSubmit={(event) => { event.preventDefault(); submit() }}>
        <Field
          id="budget" label="Valor por mês" hint="O que sobra depois das contas da casa." prefix="R$" inputMode="decimal" autoComplete="off"
          value={typed} error={mistake} onChange={(event) => { setTyped(event.target.value); setMistake(undefined) }}
        />
        <Button type="submit" secondary busy={busy && budgetCents !== null}>Ver o que cabe</Button>
      </form>
      <div ref={answer} role="status" aria-atomic={false}>{budgetCents !== null && !busy && children(budgetCents)}</div>
      {monthPath && (
        <div>
          <p className="soft">Não sabe dizer? Com três perguntas, você vê quanto sobra do seu mês em cada opção. Só você vê as respostas.</p>
          <Link className="link" to={monthPath}>Fazer a conta</Link>
        </div>
      )}
    </Card>
  )
}

/** Scrolls to the answer when it comes, and only to one that was asked for just now. */
function useAnswerInSight(answered: boolean) {
  const answer = useRef<HTMLDivElement>(null)
  const [expected, setExpected] = useState(false)
  useEffect(() => {
    if (!expected || !answered) return
    answer.current?.scrollIntoView({ block: 'nearest' })
    setExpected(false)
  }, [expected, answered])
  return { answer, expectAnswer: () => setExpected(true) }
}
