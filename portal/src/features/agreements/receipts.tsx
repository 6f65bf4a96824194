import { useQuery } from '@tanstack/react-query'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { papers } from '../../lib/paths.ts'
import { formatInstantDay } from '../../lib/printed-figures.ts'
import { Amount } from '../../ui/amount.tsx'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icons.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { SummaryList, SummaryRow } from '../../ui/summary-list.tsx'
import { paymentsQuery } from './requests.ts'

/** Each payment with its receipt, and with what a bank took back of it. */
export function Receipts({ agreement: { id, paidCents } }: { agreement: Agreement }) {
  const payments = useQuery(paymentsQuery(id, paidCents))
  if (payments.isError) return <ProblemNotice error={payments.error} onRetry={() => void payments.refetch()} />
  if (!payments.data?.data.length) return null
  return (
    <Card tight aria-labelledby="receipts" className="no-print">
      <h2 id="receipts">Seus pagamentos</h2>
      <SummaryList>
        {payments.data.data.map((payment) => (
          <SummaryRow key={payment.id} name={formatInstantDay(payment.paidAt)}>
            <span className="line"><Amount cents={payment.amountCents} />
            <a className="link" href={papers.receipt(id, payment.id)} download aria-label={`Baixar o recibo de ${formatInstantDay(payment.paidAt)}`}><Icon name="download" />Recibo</a></span>
            {payment.reversals.map(({ id: key, amountCents, reversedAt }) => <p key={key} className="small soft reversal"><Amount cents={amountCents} /> foram desfeitos pelo banco em {formatInstantDay(reversedAt)} e não contam mais. Se você não pediu isso, fale com o banco.</p>)}
          </SummaryRow>
        ))}
      </SummaryList>
    </Card>
  )
}
