import './options-page.css'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { Navigate, useNavigate } from 'react-router'
import type { OfferSheet } from '@repactua/shared/contract/offers.ts'
import { paths } from '../../lib/paths.ts'
import { Amount } from '../../ui/amount.tsx'
import { BrandScope } from '../../ui/brand-scope.tsx'
import { CreditorLine } from '../../ui/creditor-badge.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { BackLink, Loading, Page, PageTitle, Step } from '../../ui/page.tsx'
import { VoluntaryNotice } from '../../ui/voluntary-notice.tsx'
import { BudgetAnswer } from './budget-answer.tsx'
import { BudgetCard } from './budget-card.tsx'
import { DueDayQuestion } from './due-day-question.tsx'
import { MonthCard } from './month/month-card.tsx'
import { NoOffer } from './no-offer.tsx'
import { OptionQuestion } from './option-question.tsx'
import { optionFieldId } from './option-words.ts'
import { OptionsSummary } from './options-summary.tsx'
import { ProposeCard } from './own-offer/propose-card.tsx'
import { useMonthAnswer } from './month/use-month-answer.ts'
import { useNegotiation } from './use-negotiation.ts'
import { useShownOptions } from './use-shown-options.ts'

/** The ways to pay one creditor, ordered by what each costs in all. Nothing is chosen beforehand. */
export function OptionsPage() {
  const negotiation = useNegotiation()
  const { creditorId, way, debts, debtIds, sheet } = negotiation
  const error = debts.error ?? sheet.error
  if (error) return <NoOffer error={error} creditor={debts.data?.data.find((debt) => debt.creditor.id === creditorId)?.creditor} onRetry={negotiation.startOver} />
  if (!debts.data) return <Loading />
  if (debtIds.length === 0) return <Navigate to={way.start} replace />
  if (!sheet.data) return <Loading />
  return (
    <BrandScope color={sheet.data.creditor.brand.color}>
      <Options negotiation={negotiation} sheet={sheet.data} />
    </BrandScope>
  )
}

function Options({ negotiation, sheet }: { negotiation: ReturnType<typeof useNegotiation>; sheet: OfferSheet }) {
  const navigate = useNavigate()
  const { way, draft, change } = negotiation
  const { answer, outlooks, forget } = useMonthAnswer(sheet.id)
  const [mistake, setMistake] = useState<string | null>(null)
  const chosen = sheet.options.find((option) => option.id === draft.optionId)
  const list = useShownOptions(sheet.options, chosen?.id)
  const choose = (optionId: string): void => {
    change({ optionId })
    setMistake(null)
  }
  const goOn = (): void => {
    if (chosen) void navigate(way.check)
    else setMistake('Escolha uma opção para continuar.')
  }
  const proposePath = way.isVoluntary ? null : paths.proposeMonth(negotiation.creditorId)
  return (
    <Page wide>
      <BackLink to={way.start} />
      {mistake && <ErrorSummary mistakes={[{ fieldId: optionFieldId(list.shown[0]), text: mistake }]} />}
      <OptionsHead sheet={sheet} />
      <div className="with-summary">
        <div className="with-summary-main">
          {answer && <MonthCard sheet={sheet} answer={answer} monthPath={way.month} proposePath={proposePath} chosenId={chosen?.id} onChoose={choose} onForget={forget} />}
          <form id="options" className="stack stack-loose" noValidate aria-busy={negotiation.sheet.isFetching} onSubmit={(event) => { event.preventDefault(); goOn() }}>
            <DueDayQuestion dueDay={draft.dueDay ?? sheet.dueDay} dueDays={sheet.dueDays} onChoose={(dueDay) => change({ dueDay })} />
            <OptionQuestion options={sheet.options} list={list} chosenId={chosen?.id} mistake={mistake} outlooks={outlooks} proposePath={proposePath} onChoose={choose} />
          </form>
          <BudgetCard budgetCents={negotiation.budgetCents} busy={negotiation.sheet.isFetching} onBudget={negotiation.setBudget} monthPath={answer ? null : way.month}>
            {(budgetCents) => <BudgetAnswer sheet={sheet} budgetCents={budgetCents} shown={list.shown} chosenId={chosen?.id} onChoose={choose} onShowAll={() => showAll(list.setAll, sheet)} />}
          </BudgetCard>
          {!way.isVoluntary && <ProposeCard creditorId={negotiation.creditorId} />}
        </div>
        <OptionsSummary option={chosen} sheet={sheet} />
      </div>
    </Page>
  )
}

// The list stands above what asked for it, so the person is taken to the first option that fits. Focus chooses nothing.
function showAll(setAll: (all: boolean) => void, { options }: OfferSheet): void {
  flushSync(() => setAll(true))
  const radio = document.getElementById(optionFieldId(options.find((option) => option.fitsBudget)))
  radio?.focus({ preventScroll: true })
  radio?.scrollIntoView({ block: 'center' })
}

function balanceName({ voluntary, debts }: OfferSheet): string {
  if (voluntary) return 'No registro da empresa'
  return debts.length === 1 ? 'Valor hoje' : `Valor hoje, ${debts.length} dívidas`
}

function OptionsHead({ sheet }: { sheet: OfferSheet }) {
  return (
    <div className="options-head">
      <CreditorLine brand={sheet.creditor.brand}>
        <p><strong>{sheet.creditor.brand.name}</strong></p>
        <p className="soft small">{balanceName(sheet)}: <Amount cents={sheet.balanceCents} /></p>
      </CreditorLine>
      <div className="page-head">
        <Step number={1} />
        <PageTitle tab="Opções">Como você quer pagar?</PageTitle>
      </div>
      {sheet.voluntary && <VoluntaryNotice />}
    </div>
  )
}
