import { addDays, addMonths, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { isBusinessDay, nextBusinessDay } from '../../../core/calendar/bank-holidays.ts'
import { RECENT_DAYS } from '../../../core/segments/score.ts'
import type { History, UploadedScore } from '../../../core/segments/types.ts'
import type { Work } from '../../../platform/work.ts'

// Nothing older is held against anybody: the measure of CDC 43, §1º.
const REMEMBERED_MONTHS = 60

// `payable` names the last day in time of due dates on which no bank opens. A debt waited until it was paid or signed for, or waits
// still; one that is disputed, paused, barred or was withdrawn for another reason than payment says nothing of the person.
const HISTORIES = `
with people as materialized (
  select p.id, p.cpf_index, p.state, p.email_sealed is not null as has_email, p.phone_sealed is not null as has_phone
  from debtors p where p.creditor_id = $1 and p.id = any ($2::uuid[])
), payable as materialized (
  select * from unnest($5::date[], $6::date[]) as c(due_on, pay_by)
), plans as materialized (
  select p.id as person, a.id, a.status, a.voluntary, (a.signed_at at time zone 'America/Sao_Paulo')::date as signed_on, (a.broken_at at time zone 'America/Sao_Paulo')::date as broken_on
  from people p join agreements a on a.cpf_index = p.cpf_index and a.creditor_id = $1
), signed_for as (
  select ad.debt_id, min(pl.signed_on) as signed_on
  from plans pl join agreement_debts ad on ad.creditor_id = $1 and ad.agreement_id = pl.id
  where pl.signed_on is not null group by ad.debt_id
), waited as (
  select p.id as person, d.product, d.segment, d.tags, d.risk_band, d.principal_cents, d.due_on, coalesce(c.pay_by, d.due_on) as pay_by,
    d.status = 'open' and d.prescribes_on >= $3 as is_owed,
    d.withdrawal_reason = 'paid_elsewhere' as was_paid,
    case when d.status = 'open' and d.prescribes_on >= $3 then $3::date
      when d.withdrawal_reason = 'paid_elsewhere' then (d.withdrawn_at at time zone 'America/Sao_Paulo')::date
      when d.status in ('in_agreement', 'settled', 'novated') then s.signed_on end as until_on
  from people p join debts d on d.creditor_id = $1 and d.cpf_index = p.cpf_index
    left join payable c on c.due_on = d.due_on left join signed_for s on s.debt_id = d.id
), of_debts as (
  select person,
    count(*) filter (where is_owed)::int as debt_count,
    coalesce(sum(principal_cents) filter (where is_owed), 0) as principal_cents,
    coalesce(max($3::date - due_on) filter (where is_owed and pay_by < $3), 0) as overdue_days,
    array_agg(distinct product) filter (where is_owed) as products,
    array_agg(distinct segment) filter (where is_owed and segment is not null) as segments,
    string_agg(distinct array_to_string(tags, ' '), ' ') filter (where is_owed and tags <> '{}') as tags,
    (array['low', 'medium', 'high'])[max(array_position(array['low', 'medium', 'high'], risk_band)) filter (where is_owed)] as debt_band,
    count(*) filter (where was_paid and until_on <= pay_by)::int as on_time,
    count(*) filter (where was_paid and until_on > pay_by)::int as paid_late,
    count(*) filter (where until_on > pay_by and due_on >= $4)::int as delays,
    coalesce(max(until_on - due_on) filter (where until_on > pay_by and due_on >= $4), 0) as longest
  from waited group by person
), of_plans as (
  select person,
    count(*) filter (where status = 'settled')::int as kept,
    count(*) filter (where status = 'broken' and not voluntary and broken_on >= $4)::int as broken,
    count(*) filter (where status = 'withdrawn')::int as withdrawn,
    bool_or(status = 'broken') as ever_broken,
    bool_or(status in ('awaiting_first_payment', 'active')) as running,
    max(signed_on) as signed_on
  from plans group by person
), paid as (
  select pl.person, pl.id, x.installment_number as number, max((y.paid_at at time zone 'America/Sao_Paulo')::date) as paid_on
  from plans pl join payments y on y.creditor_id = $1 and y.agreement_id = pl.id
    join payment_allocations x on x.creditor_id = $1 and x.payment_id = y.id
  where not exists (select from payment_reversal_shares r where r.creditor_id = $1 and r.agreement_id = pl.id
    and r.payment_id = x.payment_id and r.installment_number = x.installment_number and r.cents = x.cents)
  group by pl.person, pl.id, x.installment_number
), fallen as (
  select pl.person, i.due_on, coalesce(c.pay_by, i.due_on) as pay_by, i.status = 'paid' as was_paid,
    case when i.status = 'paid' then y.paid_on when i.status in ('open', 'partly_paid') and pl.status in ('awaiting_first_payment', 'active') then $3::date end as until_on
  from plans pl join installments i on i.creditor_id = $1 and i.agreement_id = pl.id
    left join paid y on y.id = pl.id and y.number = i.number left join payable c on c.due_on = i.due_on
  where not pl.voluntary or i.status = 'paid'
), of_installments as (
  select person,
    count(*) filter (where was_paid and until_on <= pay_by)::int as on_time,
    count(*) filter (where was_paid and until_on > pay_by)::int as paid_late,
    count(*) filter (where until_on > pay_by and due_on >= $4)::int as delays,
    coalesce(max(until_on - due_on) filter (where until_on > pay_by and due_on >= $4), 0) as longest,
    coalesce(max(until_on - due_on) filter (where until_on > pay_by and not was_paid), 0) as overdue_days
  from fallen group by person
), of_payments as (
  select person, max(paid_on) as paid_on from (
    select person, paid_on from paid
    union all
    select p.id, m.paid_on from people p join debts d on d.creditor_id = $1 and d.cpf_index = p.cpf_index
      join debt_payments m on m.creditor_id = $1 and m.debt_id = d.id where m.cents > 0
  ) every group by person
), of_answers as (
  select person, (max(at) at time zone 'America/Sao_Paulo')::date as answered_on from (
    select p.id as person, o.created_at as at from people p join proposals o on o.cpf_index = p.cpf_index and o.creditor_id = $1
    union all
    select p.id, o.created_at from people p join disputes o on o.cpf_index = p.cpf_index and o.creditor_id = $1
  ) every group by person
), of_messages as (
  select p.id as person,
    array_agg(distinct m.channel) filter (where m.delivered_at is not null or m.read_at is not null) as reached_by,
    array_agg(distinct m.channel) filter (where m.read_at is not null) as read_by
  from people p join messages m on m.creditor_id = $1 and m.debtor_id = p.id and m.id >= $7::uuid where m.channel is not null
  group by p.id
)
select p.id as "debtorId", p.state, p.has_email as "hasEmail", p.has_phone as "hasPhone",
  coalesce(d.debt_count, 0) as "debtCount", coalesce(d.principal_cents, 0)::text as "principalCents",
  greatest(d.overdue_days, i.overdue_days, 0) as "overdueDays",
  coalesce(d.products, '{}') as products, coalesce(d.segments, '{}') as segments, coalesce(d.tags, '') as tags, d.debt_band as "debtBand",
  coalesce(d.on_time, 0) + coalesce(i.on_time, 0) as "paidOnTimeCount", coalesce(d.paid_late, 0) + coalesce(i.paid_late, 0) as "paidLateCount",
  coalesce(d.delays, 0) + coalesce(i.delays, 0) as "delayCount", greatest(d.longest, i.longest, 0) as "longestDelayDays",
  coalesce(a.kept, 0) as "agreementsKept", coalesce(a.broken, 0) as "agreementsBroken", coalesce(a.withdrawn, 0) as "agreementsWithdrawn",
  coalesce(a.ever_broken, false) as "hasBrokenAgreement", coalesce(a.running, false) as "hasRunningAgreement",
  coalesce(m.reached_by, '{}') as "reachedBy", coalesce(m.read_by, '{}') as "readBy",
  $3::date - y.paid_on as "daysSincePayment", $3::date - greatest(w.answered_on, a.signed_on) as "daysSinceAnswer",
  (select jsonb_build_object('version', s.version, 'band', s.band, 'score', s.score, 'reasons', s.reasons, 'source', s.source, 'validUntil', s.valid_until)
    from (select * from debtor_scores s where s.creditor_id = $1 and s.debtor_id = p.id order by s.version desc limit 1) s where s.valid_until >= $3) as uploaded
from people p
  left join of_debts d on d.person = p.id left join of_plans a on a.person = p.id left join of_installments i on i.person = p.id
  left join of_payments y on y.person = p.id left join of_answers w on w.person = p.id left join of_messages m on m.person = p.id`

type Row = Omit<History, 'principalCents' | 'tags'> & { principalCents: string; tags: string; uploaded: UploadedScore | null }

/** What a creditor's own rows say of these people, thousands at once; ids that are none of its debtors are left out. */
export async function findHistories({ tx, today }: Pick<Work, 'tx' | 'today'>, creditorId: string, debtorIds: readonly string[]): Promise<History[]> {
  const since = addMonths(today, -REMEMBERED_MONTHS)
  const { closed, payBy } = closedDays(since, today)
  const { rows } = await tx.$client.query<Row>({ name: 'find_histories', text: HISTORIES, values: [creditorId, debtorIds, today, since, closed, payBy, idFrom(addDays(today, -RECENT_DAYS))] })
  return rows.map((row) => ({ ...row, principalCents: BigInt(row.principalCents), tags: [...new Set(row.tags.split(' ').filter(Boolean))] }))
}

// Ids sort by the time of their making, so a day's beginning is an id too (UUIDv7).
function idFrom(day: LocalDate): string {
  const hex = Date.parse(day).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

interface ClosedDays {
  closed: LocalDate[]
  payBy: LocalDate[]
}

// The same for every call of a day.
let known: ClosedDays & { since: LocalDate; today: LocalDate } = { since: '', today: '', closed: [], payBy: [] }

function closedDays(since: LocalDate, today: LocalDate): ClosedDays {
  if (known.since === since && known.today === today) return known
  const closed: LocalDate[] = []
  for (let day = since; day <= today; day = addDays(day, 1)) if (!isBusinessDay(day)) closed.push(day)
  known = { since, today, closed, payBy: closed.map(nextBusinessDay) }
  return known
}
