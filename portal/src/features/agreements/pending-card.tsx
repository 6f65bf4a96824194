import { useQuery } from '@tanstack/react-query'
import type { Agreement, PendingPayment } from '@repactua/shared/contract/agreements.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'
import { Amount } from '../../ui/amount.tsx'
import { Card } from '../../ui/card.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Pix } from './pay-card.tsx'
import { pendingChargeQuery } from './requests.ts'

const TITLES = { pay_off: 'Pagar tudo', pay_ahead: 'Adiantar parcelas' } as const

/** What the person chose to pay before its time, with its Pix code. Unpaid, the plan simply goes on. */
export function PendingCard({ agreement, pending }: { agreement: Agreement; pending: PendingPayment }) {
  const charge = useQuery(pendingChargeQuery(agreement.id, pending.amendmentId, agreement.paidCents))
  return (
    <Card aria-labelledby="pending">
      <div>
        <div className="line">
          <h2 id="pending">{TITLES[pending.kind]}</h2>
          <Amount cents={charge.data?.amountCents ?? pending.amountCents} size="l" />
        </div>
        <p className="soft small">Até {formatDay(pending.payBy, { year: true })}. Se você não pagar até esse dia, as parcelas continuam como estão.</p>
      </div>
      {charge.isError && <ProblemNotice error={charge.error} onRetry={() => void charge.refetch()} />}
      {charge.data ? <Pix charge={charge.data} /> : !charge.isError && <p role="status" className="soft">Preparando o código Pix</p>}
    </Card>
  )
}
