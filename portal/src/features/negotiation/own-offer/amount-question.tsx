import { useState, type ReactNode } from 'react'
import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { parseBrl } from '@repactua/shared/money/parse-brl.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'

interface AmountQuestionProps {
  label: string
  hint: ReactNode
  cents: number | null | undefined
  onAnswer: (cents: number) => void
  /** Another way to answer, as easy as the first. */
  children?: ReactNode
}

/** One question for an amount of money. */
export function AmountQuestion({ label, hint, cents, onAnswer, children }: AmountQuestionProps) {
  const [typed, setTyped] = useState(() => (cents ? formatBrl(cents).slice(3) : ''))
  const [mistake, setMistake] = useState<string>()
  const submit = (): void => {
    const read = parseBrl(typed)
    if (read) onAnswer(read)
    else setMistake('Digite um valor em reais, por exemplo 100 ou 89,90.')
  }
  return (
    <form className="stack stack-loose" noValidate onSubmit={(event) => { event.preventDefault(); submit() }}>
      {mistake && <ErrorSummary mistakes={[{ fieldId: 'amount', text: mistake }]} />}
      <Field
        id="amount" label={label} hint={hint} prefix="R$" inputMode="decimal" autoComplete="off" value={typed} error={mistake}
        onChange={(event) => { setTyped(event.target.value); setMistake(undefined) }}
      />
      <Button type="submit" wide>Continuar</Button>
      {children}
    </form>
  )
}
