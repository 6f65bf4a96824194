import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Navigate, useNavigate, useParams } from 'react-router'
import type { MyDebt } from '@repactua/shared/contract/debts.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'
import { myDebtsQuery, negotiableDebts } from '../../lib/me.ts'
import { paths } from '../../lib/paths.ts'
import { debtName } from '../../lib/trade-words.ts'
import { Amount } from '../../ui/amount.tsx'
import { BrandScope } from '../../ui/brand-scope.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { FieldError } from '../../ui/field.tsx'
import { OptionCard } from '../../ui/option-card.tsx'
import { BackLink, Loading, Page, PageTitle } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { StickySummary } from '../../ui/sticky-summary.tsx'
import { useDraft } from './draft.ts'

const MANY = 4

/** Which debts go into the agreement, where the creditor has more than one open. */
export function ChooseDebtsPage() {
  const { creditorId = '' } = useParams()
  const debts = useQuery(myDebtsQuery)
  if (debts.isError) return <Page><ProblemNotice error={debts.error} onRetry={() => void debts.refetch()} /></Page>
  if (!debts.data) return <Loading />
  const open = negotiableDebts(debts.data, creditorId)
  if (!open[0]) return <Navigate to={paths.debts} replace />
  if (open.length === 1) return <Navigate to={paths.options(creditorId)} replace />
  return (
    <BrandScope color={open[0].creditor.brand.color}>
      <ChooseDebts creditorId={creditorId} open={open} />
    </BrandScope>
  )
}

function ChooseDebts({ creditorId, open }: { creditorId: string; open: readonly MyDebt[] }) {
  const navigate = useNavigate()
  const { draft, change } = useDraft(creditorId)
  const [chosen, setChosen] = useState(() => new Set(startWith(draft.debtIds, open)))
  const [mistake, setMistake] = useState<string | null>(null)
  const toggle = (id: string, on: boolean): void => {
    setChosen((before) => new Set(on ? [...before, id] : [...before].filter((other) => other !== id)))
    setMistake(null)
  }
  const goOn = (): void => {
    if (chosen.size === 0) return setMistake('Escolha pelo menos uma dívida.')
    change({ debtIds: open.map((debt) => debt.id).filter((id) => chosen.has(id)) })
    void navigate(paths.options(creditorId))
  }
  return (
    <Page wide>
      <BackLink to={paths.debts} />
      {mistake && <ErrorSummary mistakes={[{ fieldId: open[0]?.id ?? '', text: mistake }]} />}
      <div className="page-head">
        <PageTitle>{`Quais dívidas com ${open[0]?.creditor.brand.name ?? ''} entram no acordo?`}</PageTitle>
        <p className="lead">Você pode juntar todas em um acordo só, ou tratar uma de cada vez.</p>
      </div>
      <div className="with-summary">
        <form id="choose-debts" className="stack" noValidate onSubmit={(event) => { event.preventDefault(); goOn() }}>
          <DebtTicks open={open} chosen={chosen} mistake={mistake} onToggle={toggle} />
          {open.length >= MANY && (
            <button type="button" className="link" onClick={() => setChosen(new Set(chosen.size > 0 ? [] : open.map(({ id }) => id)))}>
              {chosen.size > 0 ? 'Desmarcar todas' : 'Marcar todas'}
            </button>
          )}
        </form>
        <StickySummary
          title="Suas escolhas"
          lead={<p>Escolhidas: <strong className="nowrap">{chosen.size} de {open.length}</strong></p>}
          action={<Button type="submit" form="choose-debts">Continuar</Button>}
        />
      </div>
    </Page>
  )
}

interface DebtTicksProps {
  open: readonly MyDebt[]
  chosen: ReadonlySet<string>
  mistake: string | null
  onToggle: (id: string, on: boolean) => void
}

function DebtTicks({ open, chosen, mistake, onToggle }: DebtTicksProps) {
  return (
    <fieldset className="stack">
      <legend className="visually-hidden">Dívidas</legend>
      {mistake && <FieldError id="debts-error" text={mistake} />}
      {open.map((debt) => (
        <OptionCard
          key={debt.id} id={debt.id} type="checkbox" name="debts" value={debt.id} checked={chosen.has(debt.id)}
          onSelect={(on) => onToggle(debt.id, on)} title={debtName(debt)} figure={<Amount cents={debt.balance.totalCents} />}
          describedBy={mistake ? 'debts-error' : undefined}
        >
          Venceu em {formatDay(debt.dueOn, { year: true })}{debt.contractNumber ? `, contrato ${debt.contractNumber}` : ''}
        </OptionCard>
      ))}
    </fieldset>
  )
}

function startWith(kept: readonly string[] | undefined, open: readonly MyDebt[]): string[] {
  const ids = open.map((debt) => debt.id)
  const still = ids.filter((id) => kept?.includes(id))
  return still.length > 0 ? still : ids
}
