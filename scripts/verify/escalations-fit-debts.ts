import { provenBySql } from './invariant.ts'

const TODAY = "(now() at time zone 'America/Sao_Paulo')::date"
const AGE = "least((d.due_on + interval '5 years')::date, d.prescribes_on)"
// News on its way: the worker takes a second to hear what was committed.
const UNHEARD = `exists (select from outbox_events o where o.creditor_id = e.creditor_id and o.relayed_at is null)
  or exists (select from pgboss.job j where j.name = 'hear-news' and j.state in ('created', 'retry', 'active') and j.data ->> 'creditorId' = e.creditor_id::text)`

export const escalationsFitDebts = provenBySql({
  name: 'escalations-fit-debts',
  claim: 'nothing is listed or protested past its age, without the proof that its notice was delivered and its days over, or for a debt that may not be, unless it is being taken back',
  count: 'select count(*) from escalations',
  broken: `
    select 'escalation_' || e.id || ' ' || what.is_wrong as id
    from escalations e join debts d on d.creditor_id = e.creditor_id and d.id = e.debt_id
      cross join lateral (values
        ('stands past its age', e.state in ('requested', 'confirmed') and ${AGE} < ${TODAY}),
        ('was requested without its proof', (e.state in ('due', 'requested', 'confirmed') or e.take_off_on is not null) and (e.proof_delivered_at is null or e.proof_delivered_at < e.created_at)),
        ('was requested before its days were over', e.state in ('due', 'requested') and e.since < (e.deadline_on + 1)::timestamp at time zone 'America/Sao_Paulo'),
        ('stands for a debt that may not be escalated', e.state in ('requested', 'confirmed') and d.status <> 'open' and not (${UNHEARD}))
      ) as what (is_wrong, holds)
    where what.holds`,
})
