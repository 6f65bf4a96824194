import { addDays, addMonths, daysBetween, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { nextBusinessDay } from '../../../core/calendar/bank-holidays.ts'
import { RECENT_DAYS } from '../../../core/segments/score.ts'
import type { History, UploadedScore } from '../../../core/segments/types.ts'
import type { Work } from '../../../platform/work.ts'

// A delay of longer ago is not counted: the measure of CDC 43, §1º.
const REMEMBERED_MONTHS = 60

const DAY_OF = (instant: string) => `(${instant} at time zone 'America/Sao_Paulo')::date`
// $5 holds the last day in time of each due date from $4 on; one outside is its own.
const PAY_BY = (dueOn: string) => `coalesce(($5::date[])[${dueOn} - $4::date + 1], ${dueOn})`

// `offset 0` has each row of a history computed once, however often it is counted.
// A debt waited until it was paid or signed for, or waits still; one that is disputed, paused, barred or was withdrawn for another
// reason than payment says nothing of the person.
const OF_DEBTS = `select
    count(*) filter (where is_owed)::int as debt_count,
    sum(principal_cents) filter (where is_owed) as principal_cents,
    max($3::date - due_on) filter (where is_owed and pay_by < $3) as overdue_days,
    array_agg(distinct product) filter (where is_owed) as products,
    array_agg(distinct segment) filter (where is_owed and segment is not null) as segments,
    string_agg(distinct array_to_string(tags, ' '), ' ') filter (where is_owed and tags <> '{}') as tags,
    (array['low', 'medium', 'high'])[max(array_position(array['low', 'medium', 'high'], risk_band)) filter (where is_owed)] as debt_band,
    count(*) filter (where was_paid and until_on <= pay_by)::int as on_time,
    count(*) filter (where was_paid and until_on > pay_by)::int as paid_late,
    count(*) filter (where until_on > pay_by and due_on >= $4)::int as delays,
    max(until_on - due_on) filter (where until_on > pay_by and due_on >= $4) as longest,
    max(paid_on) as paid_on
  from (
    select d.product, d.segment, d.tags, d.risk_band, d.principal_cents, d.due_on, ${PAY_BY('d.due_on')} as pay_by,
      d.status = 'open' and d.prescribes_on >= $3 as is_owed,
      d.withdrawal_reason = 'paid_elsewhere' as was_paid,
      case when d.status = 'open' and d.prescribes_on >= $3 then $3::date
        when d.withdrawal_reason = 'paid_elsewhere' then ${DAY_OF('d.withdrawn_at')}
        when d.status in ('in_agreement', 'settled', 'novated') then (
          select ${DAY_OF('min(a.signed_at)')} from agreements a
            join agreement_debts ad on ad.creditor_id = $1 and ad.agreement_id = a.id and ad.debt_id = d.id
          where a.creditor_id = $1 and a.cpf_index = p.cpf_index) end as until_on,
      (select max(m.paid_on) from debt_payments m where m.creditor_id = $1 and m.debt_id = d.id and m.cents > 0) as paid_on
    from debts d where d.creditor_id = $1 and d.cpf_index = p.cpf_index offset 0
  ) waited`

const OF_PLANS = `select
    count(*) filter (where a.status = 'settled')::int as kept,
    count(*) filter (where a.status = 'broken' and not a.voluntary and ${DAY_OF('a.broken_at')} >= $4)::int as broken,
    count(*) filter (where a.status = 'withdrawn')::int as withdrawn,
    bool_or(a.status = 'broken') as ever_broken,
    bool_or(a.status in ('awaiting_first_payment', 'active')) as running,
    max(a.signed_at) as signed_at
  from agreements a where a.creditor_id = $1 and a.cpf_index = p.cpf_index`

// An installment is paid on the day of the last payment that it keeps; a share that went back whole is none.
const OF_INSTALLMENTS = `select
    count(*) filter (where was_paid and until_on <= pay_by)::int as on_time,
    count(*) filter (where was_paid and until_on > pay_by)::int as paid_late,
    count(*) filter (where until_on > pay_by and due_on >= $4)::int as delays,
    max(until_on - due_on) filter (where until_on > pay_by and due_on >= $4) as longest,
    max(until_on - due_on) filter (where until_on > pay_by and not was_paid) as overdue_days,
    max(paid_on) as paid_on
  from (
    select i.due_on, ${PAY_BY('i.due_on')} as pay_by, i.status = 'paid' as was_paid, i.paid_on,
      case when i.status = 'paid' then i.paid_on
        when i.status in ('open', 'partly_paid') and not a.voluntary and a.status in ('awaiting_first_payment', 'active') then $3::date end as until_on
    from agreements a cross join lateral (
      select i.due_on, i.status, ${DAY_OF('max(y.paid_at)')} as paid_on
      from installments i left join (
        select x.installment_number as number, y.paid_at
        from payments y join payment_allocations x on x.creditor_id = $1 and x.payment_id = y.id
        where y.creditor_id = $1 and y.agreement_id = a.id and not exists (
          select from payment_reversal_shares r where r.creditor_id = $1 and r.agreement_id = a.id
            and r.payment_id = x.payment_id and r.installment_number = x.installment_number and r.cents = x.cents)
      ) y on y.number = i.number
      where i.creditor_id = $1 and i.agreement_id = a.id group by i.number, i.due_on, i.status
    ) i
    where a.creditor_id = $1 and a.cpf_index = p.cpf_index offset 0
  ) fallen`

const OF_MESSAGES = `select
    array_agg(distinct m.channel) filter (where m.delivered_at is not null or m.read_at is not null) as reached_by,
    array_agg(distinct m.channel) filter (where m.read_at is not null) as read_by
  from messages m where m.creditor_id = $1 and m.debtor_id = p.id and m.id >= $6::uuid and m.channel is not null`

const OF_ANSWERS = `select greatest(
    (select max(o.created_at) from proposals o where o.creditor_id = $1 and o.cpf_index = p.cpf_index),
    (select max(o.created_at) from disputes o where o.creditor_id = $1 and o.cpf_index = p.cpf_index)) as at`

const UPLOADED = `select jsonb_build_object('version', s.version, 'band', s.band, 'score', s.score, 'reasons', s.reasons, 'source', s.source, 'validUntil', s.valid_until)
  from (select * from debtor_scores s where s.creditor_id = $1 and s.debtor_id = p.id order by s.version desc limit 1) s where s.valid_until >= $3`

// Person by person along the indexes: no plan of it can go wrong with what the statistics do not know.
const HISTORIES = `select p.id as "debtorId", p.state, p.email_sealed is not null as "hasEmail", p.phone_sealed is not null as "hasPhone",
  d.debt_count as "debtCount", coalesce(d.principal_cents, 0)::text as "principalCents",
  greatest(d.overdue_days, i.overdue_days, 0) as "overdueDays",
  coalesce(d.products, '{}') as products, coalesce(d.segments, '{}') as segments, coalesce(d.tags, '') as tags, d.debt_band as "debtBand",
  d.on_time + i.on_time as "paidOnTimeCount", d.paid_late + i.paid_late as "paidLateCount",
  d.delays + i.delays as "delayCount", greatest(d.longest, i.longest, 0) as "longestDelayDays",
  a.kept as "agreementsKept", a.broken as "agreementsBroken", a.withdrawn as "agreementsWithdrawn",
  coalesce(a.ever_broken, false) as "hasBrokenAgreement", coalesce(a.running, false) as "hasRunningAgreement",
  coalesce(m.reached_by, '{}') as "reachedBy", coalesce(m.read_by, '{}') as "readBy",
  $3::date - greatest(d.paid_on, i.paid_on) as "daysSincePayment", $3::date - ${DAY_OF('greatest(w.at, a.signed_at)')} as "daysSinceAnswer",
  (${UPLOADED}) as uploaded
from debtors p
  cross join lateral (${OF_DEBTS}) d
  cross join lateral (${OF_PLANS}) a
  cross join lateral (${OF_INSTALLMENTS}) i
  cross join lateral (${OF_MESSAGES}) m
  cross join lateral (${OF_ANSWERS}) w
where p.creditor_id = $1 and p.id = any ($2::uuid[])`

type Row = Omit<History, 'principalCents' | 'tags'> & { principalCents: string; tags: string; uploaded: UploadedScore | null }

/** People whom one statement reads: it stays far from the time that a statement has. */
const AT_ONCE = 500

/** What a creditor's own rows say of these people, thousands at once; ids that are none of its debtors are left out. */
export async function findHistories(work: Pick<Work, 'tx' | 'today'>, creditorId: string, debtorIds: readonly string[]): Promise<History[]> {
  const histories: History[] = []
  for (let from = 0; from < debtorIds.length; from += AT_ONCE) histories.push(...(await readHistories(work, creditorId, debtorIds.slice(from, from + AT_ONCE))))
  return histories
}

async function readHistories({ tx, today }: Pick<Work, 'tx' | 'today'>, creditorId: string, debtorIds: readonly string[]): Promise<History[]> {
  const since = addMonths(today, -REMEMBERED_MONTHS)
  const values = [creditorId, debtorIds, today, since, payBys(since, today), idFrom(addDays(today, -RECENT_DAYS))]
  const { rows } = await tx.$client.query<Row>({ name: 'find_histories', text: HISTORIES, values })
  return rows.map((row) => ({ ...row, principalCents: BigInt(row.principalCents), tags: [...new Set(row.tags.split(' ').filter(Boolean))] }))
}

// Ids sort by the time of their making, so a day's beginning is an id too (UUIDv7).
function idFrom(day: LocalDate): string {
  const hex = Date.parse(day).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

// The same for every call of a day.
let known: { since: LocalDate; today: LocalDate; payBys: LocalDate[] } = { since: '', today: '', payBys: [] }

/** The last day in time of each due date, day by day. */
function payBys(since: LocalDate, today: LocalDate): LocalDate[] {
  if (known.since !== since || known.today !== today) {
    known = { since, today, payBys: Array.from({ length: daysBetween(since, today) + 1 }, (_, day) => nextBusinessDay(addDays(since, day))) }
  }
  return known.payBys
}
