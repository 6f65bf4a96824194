import './agreements.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { agreementQuery } from '../../lib/me.ts'
import { isHearingNews } from '../../lib/news-stream.ts'
import { paths } from '../../lib/paths.ts'
import { isSomebodyThere } from '../../lib/presence.ts'
import { BrandScope } from '../../ui/brand-scope.tsx'
import { BackLink, Loading, Page, PageTitle } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { AboutAgreement } from './about-agreement.tsx'
import { AgreementBanner } from './agreement-banner.tsx'
import { AmendmentHistory } from './amendment-history.tsx'
import { AutomaticOffer, AutomaticOn } from './automatic-card.tsx'
import { BreakNotice } from './break-notice.tsx'
import { JustAmended } from './just-amended.tsx'
import { InstallmentList } from './installment-list.tsx'
import { MoneyApart } from './money-apart.tsx'
import { nextInstallment } from './next-installment.ts'
import { HowToPay } from './how-to-pay.tsx'
import { RepairsCard } from './repairs-card.tsx'
import { SettledPage } from './settled-page.tsx'
import { useArrival } from './use-arrival.ts'

// With news of changes, asking is only for a stream that died in silence.
const POLL_MS = { hearing: 60_000, deaf: 15_000 }

/** One agreement: what is next, how to pay it, and every date. A payment that arrives shows by itself. */
export function AgreementPage() {
  const { id = '' } = useParams()
  const agreement = useQuery({
    ...agreementQuery(id),
    refetchInterval: ({ state }) => (state.data?.can.pay.ok && isSomebodyThere() ? POLL_MS[isHearingNews() ? 'hearing' : 'deaf'] : false),
  })
  const news = useArrival(agreement.data)
  if (!agreement.data && agreement.isError) return <Page><PageTitle>Acordo</PageTitle><ProblemNotice error={agreement.error} onRetry={() => void agreement.refetch()} /></Page>
  if (!agreement.data) return <Loading />
  return (
    <BrandScope color={agreement.data.creditor.brand.color}>
      <p className="visually-hidden" role="status">{news}</p>
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
      {agreement.signedAt && <MoneyApart agreement={agreement} />}
      <div className="two-columns">
        <div className="column">
          <JustAmended />
          {agreement.can.pay.ok && <AutomaticOn agreement={agreement} />}
          <HowToPay key={agreement.id} agreement={agreement} next={next} />
          {agreement.status !== 'awaiting_signature' && <InstallmentList agreement={agreement} next={next} />}
          {agreement.can.pay.ok && <AutomaticOffer agreement={agreement} />}
          {agreement.can.pay.ok && <RepairsCard agreement={agreement} />}
          {agreement.signedAt && <AmendmentHistory agreementId={agreement.id} />}
        </div>
        <div className="column"><AboutAgreement agreement={agreement} /></div>
      </div>
    </Page>
  )
}
