import './agreements.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { Agreement, Installment } from '@repactua/shared/contract/agreements.ts'
import { agreementQuery } from '../../lib/me.ts'
import { paths } from '../../lib/paths.ts'
import { isSomebodyThere } from '../../lib/presence.ts'
import { BrandScope } from '../../ui/brand-scope.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { BackLink, Loading, Page, PageTitle } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { AboutAgreement } from './about-agreement.tsx'
import { AgreementBanner } from './agreement-banner.tsx'
import { AmendmentHistory } from './amendment-history.tsx'
import { BreakNotice } from './break-notice.tsx'
import { JustAmended } from './just-amended.tsx'
import { InstallmentList } from './installment-list.tsx'
import { nextInstallment } from './next-installment.ts'
import { PayCard } from './pay-card.tsx'
import { PendingCard } from './pending-card.tsx'
import { RepairsCard } from './repairs-card.tsx'
import { SettledPage } from './settled-page.tsx'

const POLL_MS = 15_000

/** One agreement: what is next, how to pay it, and every date. A payment that arrives shows by itself. */
export function AgreementPage() {
  const { id = '' } = useParams()
  const agreement = useQuery({
    ...agreementQuery(id),
    refetchInterval: ({ state }) => (state.data?.can.pay.ok && isSomebodyThere() ? POLL_MS : false),
  })
  if (!agreement.data && agreement.isError) return <Page><PageTitle>Acordo</PageTitle><ProblemNotice error={agreement.error} onRetry={() => void agreement.refetch()} /></Page>
  if (!agreement.data) return <Loading />
  return (
    <BrandScope color={agreement.data.creditor.brand.color}>
      {agreement.data.status === 'settled' ? <SettledPage agreement={agreement.data} /> : <RunningAgreement agreement={agreement.data} />}
    </BrandScope>
  )
}

function RunningAgreement({ agreement }: { agreement: Agreement }) {
  const next = nextInstallment(agreement)
  return (
    <Page wide>
      <BackLink to={paths.agreements}>Meus acordos</BackLink>
      <AgreementBanner agreement={agreement} />
      <BreakNotice agreement={agreement} />
      <div className="two-columns">
        <div className="column">
          <JustAmended />
          <HowToPay agreement={agreement} next={next} />
          {agreement.status !== 'awaiting_signature' && <InstallmentList agreement={agreement} next={next} />}
          {agreement.can.pay.ok && <RepairsCard agreement={agreement} />}
          {agreement.signedAt && <AmendmentHistory agreementId={agreement.id} />}
        </div>
        <div className="column"><AboutAgreement agreement={agreement} /></div>
      </div>
    </Page>
  )
}

// Who chose to pay early sees that first; the next installment alone stays one press away.
function HowToPay({ agreement, next }: { agreement: Agreement; next: Installment | null }) {
  if (!next || !agreement.can.pay.ok) return null
  const one = <PayCard agreement={agreement} installment={next} />
  if (!agreement.pendingPayment) return one
  return (
    <>
      <PendingCard agreement={agreement} pending={agreement.pendingPayment} />
      <Disclosure title="Prefiro pagar só a próxima parcela">{one}</Disclosure>
    </>
  )
}
