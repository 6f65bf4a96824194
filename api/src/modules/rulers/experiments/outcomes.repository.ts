import type { Transaction } from '../../../platform/db/transaction.ts'
import type { ExperimentRecord } from './experiments.repository.ts'

/** What came of the people of an arm: shares count people whose days are over. Sums of squares are exact: they leave as text. */
export interface ArmMeasures {
  arm: string
  entered: number
  through: number
  agreementSigned: number
  firstPayment: number
  optedOut: number
  complained: number
  paidCents: bigint
  paidSquared: bigint
}

// Everybody counts in the arm that they were drawn into, whatever reached them. Paid is what was paid on agreements;
// what was taken back of that is not. A complaint is a wish that came with one.
const MEASURES = `
with people as materialized (
  select x.arm, x.debtor_id, d.cpf_index, x.entered_at, x.entered_at + make_interval(days => $3) as until
  from experiment_people x join debtors d on d.creditor_id = x.creditor_id and d.id = x.debtor_id
  where x.creditor_id = $1 and x.experiment_id = $2
), outcomes as (
  select p.arm,
    exists (select from agreements a where a.creditor_id = $1 and a.cpf_index = p.cpf_index and a.signed_at >= p.entered_at and a.signed_at < p.until) as signed,
    exists (select from contact_choices c where c.creditor_id = $1 and c.cpf_index = p.cpf_index and c.wish = 'stop' and c.until is null and c.source <> 'complaint' and c.created_at >= p.entered_at and c.created_at < p.until) as opted_out,
    exists (select from contact_choices c where c.creditor_id = $1 and c.cpf_index = p.cpf_index and c.source = 'complaint' and c.created_at >= p.entered_at and c.created_at < p.until) as complained,
    coalesce((select sum(y.amount_cents - coalesce((select sum(r.amount_cents) from payment_reversals r where r.creditor_id = $1 and r.payment_id = y.id), 0))
      from agreements a join payments y on y.creditor_id = $1 and y.agreement_id = a.id
      where a.creditor_id = $1 and a.cpf_index = p.cpf_index and y.paid_at >= p.entered_at and y.paid_at < p.until), 0) as paid
  from people p where p.until <= $4
)
select e.arm, e.entered, coalesce(o.through, 0) as through, coalesce(o.signed, 0) as "agreementSigned", coalesce(o.payers, 0) as "firstPayment",
  coalesce(o.opted_out, 0) as "optedOut", coalesce(o.complained, 0) as complained, coalesce(o.paid, 0)::text as "paidCents", coalesce(o.squared, 0)::text as "paidSquared"
from (select arm, count(*)::int as entered from people group by arm) e
  left join (select arm, count(*)::int as through, (count(*) filter (where signed))::int as signed, (count(*) filter (where paid > 0))::int as payers,
    (count(*) filter (where opted_out))::int as opted_out, (count(*) filter (where complained))::int as complained, sum(paid) as paid, sum(paid * paid) as squared
    from outcomes group by arm) o on o.arm = e.arm`

/** What came of each arm of an experiment until an instant; arms that nobody came into are absent. */
export async function measureArms(tx: Transaction, { creditorId, id, outcomeDays }: ExperimentRecord, now: Date): Promise<ArmMeasures[]> {
  const { rows } = await tx.$client.query<Omit<ArmMeasures, 'paidCents' | 'paidSquared'> & { paidCents: string; paidSquared: string }>({ name: 'measure_arms', text: MEASURES, values: [creditorId, id, outcomeDays, now] })
  return rows.map((row) => ({ ...row, paidCents: BigInt(row.paidCents), paidSquared: BigInt(row.paidSquared) }))
}
