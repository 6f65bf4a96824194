import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MyDebt } from '@repactua/shared/contract/debts.ts'
import { DISPUTE_REASONS, type Dispute, type DisputeInput } from '@repactua/shared/contract/disputes.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { paths } from '../../lib/paths.ts'
import { ErrorSummary, type FieldMistake } from '../../ui/error-summary.tsx'
import { Field, FieldError, TextArea } from '../../ui/field.tsx'
import { OptionCard } from '../../ui/option-card.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { REASONS } from './dispute-words.ts'
import { contestDebt } from './requests.ts'

type Reason = DisputeInput['reason']

interface Draft {
  reason: Reason | null
  statement: string
  paidOn: string
  reference: string
}

const EMPTY: Draft = { reason: null, statement: '', paidOn: '', reference: '' }

/** Why the debt is contested; what is asked beside it depends on the reason. */
export function ContestForm({ debt, onSent }: { debt: MyDebt; onSent: (dispute: Dispute) => void }) {
  const client = useQueryClient()
  const [draft, setDraft] = useState(EMPTY)
  const [mistakes, setMistakes] = useState<readonly FieldMistake[]>([])
  const send = useMutation({
    mutationFn: (input: DisputeInput) => contestDebt(debt.id, input),
    onSuccess: async (dispute) => {
      onSent(dispute)
      await client.invalidateQueries({ queryKey: ['me'] })
    },
  })
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part })
  const submit = (): void => {
    const found = mistakesOf(draft, debt.balance.asOf)
    setMistakes(found)
    if (found.length === 0) send.mutate(inputOf(draft))
  }
  const mistakeOf = (fieldId: string): string | undefined => mistakes.find((one) => one.fieldId === fieldId)?.text
  return (
    <form className="stack stack-loose" noValidate onSubmit={(event) => { event.preventDefault(); submit() }}>
      <ErrorSummary mistakes={mistakes} />
      <ReasonQuestion chosen={draft.reason} mistake={mistakeOf('reason-0')} onChoose={(reason) => change({ reason })} />
      {draft.reason && (
        <>
          <TextArea id="statement" label="O que aconteceu" hint={REASONS[draft.reason].hint} rows={5} maxLength={2_000} value={draft.statement} error={mistakeOf('statement')} onChange={(event) => change({ statement: event.target.value })} />
          {draft.reason === 'already_paid' && <Field id="paid-on" label="Dia em que pagou (se lembrar)" type="date" max={debt.balance.asOf} value={draft.paidOn} error={mistakeOf('paid-on')} onChange={(event) => change({ paidOn: event.target.value })} />}
          <Field id="reference" label="Número de comprovante ou protocolo (se tiver)" maxLength={120} autoComplete="off" value={draft.reference} onChange={(event) => change({ reference: event.target.value })} />
        </>
      )}
      {send.isError && <ProblemNotice error={send.error} />}
      <Button type="submit" wide busy={send.isPending}>Enviar contestação</Button>
      <ButtonLink secondary wide to={paths.debts}>Agora não</ButtonLink>
    </form>
  )
}

function ReasonQuestion({ chosen, mistake, onChoose }: { chosen: Reason | null; mistake: string | undefined; onChoose: (reason: Reason) => void }) {
  return (
    <fieldset className="reasons stack">
      <legend className="field-label">Por que você contesta?</legend>
      {mistake && <FieldError id="reason-error" text={mistake} />}
      {DISPUTE_REASONS.map((reason, i) => (
        <OptionCard key={reason} id={`reason-${i}`} type="radio" name="reason" value={reason} checked={reason === chosen} onSelect={() => onChoose(reason)} title={REASONS[reason].title} describedBy={mistake ? 'reason-error' : undefined} />
      ))}
    </fieldset>
  )
}

function mistakesOf({ reason, statement, paidOn }: Draft, today: string): FieldMistake[] {
  if (!reason) return [{ fieldId: 'reason-0', text: 'Escolha por que você contesta.' }]
  const missing = statement.trim() === '' ? [{ fieldId: 'statement', text: 'Conte em poucas palavras o que aconteceu.' }] : []
  const late = reason === 'already_paid' && paidOn > today ? [{ fieldId: 'paid-on', text: 'O dia do pagamento não pode estar no futuro.' }] : []
  return [...missing, ...late]
}

function inputOf({ reason, statement, paidOn, reference }: Draft): DisputeInput {
  const isPaid = reason === 'already_paid' && paidOn !== ''
  return {
    reason: reason!, statement: statement.trim(),
    ...(isPaid ? { paidOn } : {}),
    ...(reference.trim() === '' ? {} : { references: [reference.trim()] }),
  }
}
