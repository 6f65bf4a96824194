import { addDays, type LocalDate } from '@repactua/shared/time/local-date.ts'
import type { AgreementFacts, DebtFacts, EventFacts, PersonFacts } from '../../core/rulers/types.ts'
import type { Work } from '../../platform/work.ts'

/** A person of a creditor, and where they live. */
export interface PersonRow {
  debtorId: string
  cpfIndex: Buffer
  state: string | null
  city: string | null
}

/** No step reaches further back than this to an event (the steps' own limit, and the longest window). */
const EVENT_DAYS = 62
const PERSON = 'p.id as "debtorId", p.cpf_index as "cpfIndex", p.state, p.city'
const ASKED = 'unnest($2::uuid[], $3::bytea[]) as p(id, cpf_index)'

/** The next people of a creditor, in the order of their ids. */
export async function nextPeople({ tx }: Pick<Work, 'tx'>, creditorId: string, after: string | null, limit: number): Promise<PersonRow[]> {
  const text = `select ${PERSON} from debtors p where p.creditor_id = $1 and ($2::uuid is null or p.id > $2) order by p.id limit $3`
  const { rows } = await tx.$client.query<PersonRow>({ name: 'next_people_of_rulers', text, values: [creditorId, after, limit] })
  return rows
}

/** People of a creditor by their ids. */
export async function findPeople({ tx }: Pick<Work, 'tx'>, creditorId: string, debtorIds: readonly string[]): Promise<PersonRow[]> {
  const text = `select ${PERSON} from debtors p where p.creditor_id = $1 and p.id = any ($2::uuid[])`
  const { rows } = await tx.$client.query<PersonRow>({ name: 'people_of_rulers', text, values: [creditorId, debtorIds] })
  return rows
}

/** The creditor's own ids of debts. */
export async function externalIdsOf({ tx }: Pick<Work, 'tx'>, creditorId: string, debtIds: readonly string[]): Promise<Map<string, string>> {
  const text = 'select id, external_id as "externalId" from debts where creditor_id = $1 and id = any ($2::uuid[])'
  const { rows } = await tx.$client.query<{ id: string; externalId: string }>({ name: 'external_ids_of_rulers', text, values: [creditorId, debtIds] })
  return new Map(rows.map(({ id, externalId }) => [id, externalId]))
}

/** What a creditor has of each of these people: debts that are owed, agreements in course, what has happened of late. */
export async function factsOf(work: Pick<Work, 'tx'>, creditorId: string, people: readonly PersonRow[], on: LocalDate): Promise<PersonFacts[]> {
  const who = [creditorId, people.map(({ debtorId }) => debtorId), people.map(({ cpfIndex }) => cpfIndex)]
  const read = async <R extends { debtorId: string }>(name: string, text: string, more: unknown[] = []) =>
    Map.groupBy((await work.tx.$client.query<R>({ name, text, values: [...who, ...more] })).rows, ({ debtorId }) => debtorId)
  const debts = await read<DebtFacts & { debtorId: string }>('debts_of_rulers', DEBTS)
  const agreements = await read<AgreementFacts & { debtorId: string }>('agreements_of_rulers', AGREEMENTS)
  const events = await read<EventRow>('events_of_rulers', EVENTS, [addDays(on, -EVENT_DAYS), on])
  return people.map(({ debtorId, state, city }) => {
    const happened = events.get(debtorId) ?? []
    return {
      debtorId, state, city,
      debts: debts.get(debtorId) ?? [],
      agreements: agreements.get(debtorId) ?? [],
      events: happened.filter((one): one is EventRow & EventFacts => one.anchor !== 'open_proposal' && one.anchor !== 'promise'),
      hasOpenProposal: happened.some(({ anchor }) => anchor === 'open_proposal'),
      promisedOn: happened.find(({ anchor }) => anchor === 'promise')?.on ?? null,
    }
  })
}

interface EventRow extends Omit<EventFacts, 'anchor'> {
  debtorId: string
  anchor: EventFacts['anchor'] | 'open_proposal' | 'promise'
}

const DEBTS = `select p.id as "debtorId", d.id, d.status, h.reason as hold,
    case when d.status = 'in_agreement' then case standing_status($1, d.id) when 'disputed' then 'dispute' when 'on_hold' then 'hold' end end as pause, d.due_on as "dueOn", (d.created_at at time zone 'America/Sao_Paulo')::date as "receivedOn", d.prescribes_on as "prescribesOn"
  from ${ASKED}
    join debts d on d.creditor_id = $1 and d.cpf_index = p.cpf_index and d.status in ('open', 'disputed', 'on_hold', 'in_agreement')
    left join debt_holds h on h.creditor_id = $1 and h.debt_id = d.id and h.ended_at is null
  order by d.due_on, d.id`

// What delay does to a plan stands in its option's document; a court's plan is broken by no delay.
const AGREEMENTS = `select p.id as "debtorId", a.id, a.break_notice_on as "noticeOn", case when a.court_order is null then a.option_document::jsonb -> 'breakRule' end as "breakRule",
    array(select ad.debt_id from agreement_debts ad where ad.creditor_id = $1 and ad.agreement_id = a.id order by ad.debt_id) as "debtIds",
    coalesce((select jsonb_agg(jsonb_build_object('number', i.number, 'dueOn', i.due_on) order by i.due_on, i.number) from installments i
      where i.creditor_id = $1 and i.agreement_id = a.id and i.status in ('open', 'partly_paid')), '[]') as open
  from ${ASKED}
    join agreements a on a.creditor_id = $1 and a.cpf_index = p.cpf_index and a.status in ('awaiting_first_payment', 'active') and not a.voluntary
  order by a.id`

// A sheet that was made for the person's own offer is that offer's answer; of several the last one counts, and none after which
// something was agreed. A sheet of barred debts is nobody's to speak of.
const EVENTS = `select e.* from (
    select distinct on (p.id) p.id as "debtorId", 'offer_not_signed' as anchor, o.id, (o.created_at at time zone 'America/Sao_Paulo')::date as "on", (o.expires_at at time zone 'America/Sao_Paulo')::date as "lastOn",
      array(select substr(x ->> 'id', 6)::uuid from jsonb_array_elements(o.document::jsonb -> 'debts') as x) as "debtIds", o.created_at as at
    from ${ASKED} join offer_sheets o on o.creditor_id = $1 and o.cpf_index = p.cpf_index and o.created_at >= $4::date and o.expires_at >= $5::date
    where o.document::jsonb -> 'voluntary' is null and not exists (select from proposals r where r.creditor_id = $1 and r.offer_sheet_id = o.id and r.cpf_index = p.cpf_index)
    order by p.id, o.created_at desc
  ) e where not exists (select from agreements a where a.creditor_id = $1 and a.debtor_id = e."debtorId" and a.cpf_index = any ($3::bytea[]) and a.created_at >= e.at and a.status in ('awaiting_first_payment', 'active', 'settled'))
  union all
  select e.* from (
    select distinct on (p.id) p.id as "debtorId", 'proposal_countered' as anchor, r.id, (r.decided_at at time zone 'America/Sao_Paulo')::date as "on", (o.expires_at at time zone 'America/Sao_Paulo')::date as "lastOn",
      array(select pd.debt_id from proposal_debts pd where pd.creditor_id = $1 and pd.proposal_id = r.id order by pd.debt_id) as "debtIds", r.decided_at as at
    from ${ASKED} join proposals r on r.creditor_id = $1 and r.cpf_index = p.cpf_index and r.decision = 'countered' and r.decided_at >= $4::date
      join offer_sheets o on o.creditor_id = $1 and o.id = r.offer_sheet_id and o.expires_at >= $5::date
    order by p.id, r.decided_at desc
  ) e where not exists (select from agreements a where a.creditor_id = $1 and a.debtor_id = e."debtorId" and a.cpf_index = any ($3::bytea[]) and a.created_at >= e.at and a.status in ('awaiting_first_payment', 'active', 'settled'))
  union all
  select p.id, 'promise', r.id, r.promised_on, null, '{}'::uuid[], r.created_at
  from ${ASKED} join promises r on r.creditor_id = $1 and r.debtor_id = p.id and r.status = 'pending' and r.promised_on >= $5::date
  union all
  select p.id, 'open_proposal', r.id, r.asked_on, null, '{}'::uuid[], r.created_at
  from ${ASKED} join proposals r on r.creditor_id = $1 and r.cpf_index = p.cpf_index and r.decision = 'in_review'`
