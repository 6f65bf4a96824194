import { Navigate } from 'react-router'
import type { OfferOption, OfferSheet } from '@repactua/shared/contract/offers.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'
import { paths } from '../../lib/paths.ts'
import { Amount } from '../../ui/amount.tsx'
import { BrandScope } from '../../ui/brand-scope.tsx'
import { Card } from '../../ui/card.tsx'
import { CreditorContact, CreditorIdentity } from '../../ui/creditor-contact.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { LateRules } from '../../ui/late-rules.tsx'
import { BackLink, Loading, Page, PageTitle, Step } from '../../ui/page.tsx'
import { VoluntaryNotice } from '../../ui/voluntary-notice.tsx'
import { CheckAnswers } from './check-answers.tsx'
import { NoOffer } from './no-offer.tsx'
import { MonthWarning } from './month/month-warning.tsx'
import { SignStart } from './sign-start.tsx'
import { useMonthAnswer } from './month/use-month-answer.ts'
import { useNegotiation } from './use-negotiation.ts'

/** Everything that matters on one page, before anything is signed (CDC 52, 54-B). */
export function CheckPage() {
  const negotiation = useNegotiation()
  const { way, draft, debts, debtIds, sheet, startOver } = negotiation
  const error = debts.error ?? sheet.error
  if (error) return <NoOffer error={error} creditor={undefined} onRetry={startOver} />
  if (debts.data && debtIds.length === 0) return <Navigate to={way.isVoluntary ? way.start : paths.debts} replace />
  if (!sheet.data || sheet.isPlaceholderData) return <Loading />
  const option = sheet.data.options.find(({ id }) => id === draft.optionId)
  if (!option) return <Navigate to={way.options} replace />
  return (
    <BrandScope color={sheet.data.creditor.brand.color}>
      <Check negotiation={negotiation} sheet={sheet.data} option={option} />
    </BrandScope>
  )
}

function Check({ negotiation, sheet, option }: { negotiation: ReturnType<typeof useNegotiation>; sheet: OfferSheet; option: OfferOption }) {
  const { way, draft, change } = negotiation
  const { answer } = useMonthAnswer(sheet.id)
  return (
    <Page>
      <BackLink to={way.options} />
      <div className="page-head">
        <Step number={2} />
        <PageTitle tab="Conferir">Confira antes de assinar</PageTitle>
        <p className="lead">Nada está assinado ainda. Você pode mudar tudo.</p>
      </div>
      {sheet.voluntary && <VoluntaryNotice />}
      <MonthWarning sheet={sheet} answer={answer} optionId={option.id} onChoose={(optionId) => change({ optionId })} />
      <Card aria-label="Suas respostas">
        <CheckAnswers sheet={sheet} option={option} way={way} />
        {option.installments.length > 1 && <AllDates option={option} />}
      </Card>
      <Conditions sheet={sheet} option={option} />
      <SignStart drawn={{ offerSheetId: sheet.id, optionId: option.id, voluntaryConsent: way.isVoluntary && draft.voluntaryConsent === true }} />
    </Page>
  )
}

function AllDates({ option }: { option: OfferOption }) {
  return (
    <Disclosure title={`Ver as ${option.installments.length} datas`}>
      <ol className="rows plan-rows">
        {option.installments.map(({ number, dueOn, amountCents }) => (
          <li className="line" key={number}><span>{formatDay(dueOn, { year: true })}</span><Amount cents={amountCents} /></li>
        ))}
      </ol>
    </Disclosure>
  )
}

function Conditions({ sheet, option }: { sheet: OfferSheet; option: OfferOption }) {
  return (
    <>
      <Card tight>
        <h2>{sheet.voluntary ? 'Se uma parcela não for paga' : 'Se uma parcela atrasar'}</h2>
        <LateRules terms={{ ...option, voluntary: sheet.voluntary }} />
      </Card>
      <Card tight>
        <h2>Quem recebe</h2>
        <CreditorIdentity creditor={sheet.creditor} />
        <CreditorContact creditor={sheet.creditor} />
      </Card>
    </>
  )
}
