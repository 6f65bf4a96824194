import { CREDITOR_SLUGS } from '../../scripts/demo/creditors.ts'
import { idOf } from './happenings.ts'
import type { Step } from './judge/once.ts'
import type { Sent } from './judge/send-log.ts'
import type { YearHouse } from './year-house.ts'

interface Row {
  attempt_id: string | null
  step_key: string
  creditor_id: string
  cpf_sealed: Buffer
  debts: string[]
  purpose: Sent['purpose']
  status: string
  reason: string | null
}

const WENT_OUT = ['sent', 'delivered', 'read']

/** The carriers' log with what the house says that each message was about, and the house's own books of steps. */
export async function gatherLog({ test, owner, cast, creditors, log }: YearHouse): Promise<{ sent: Sent[]; steps: Step[] }> {
  const slugs = new Map(CREDITOR_SLUGS.map((slug) => [creditors.get(slug)!.creditorId, slug]))
  const { rows } = await owner.query<Row>(`
    select a.id as attempt_id, m.creditor_id || ' ' || m.step_key as step_key, m.creditor_id, m.purpose, m.status, m.reason, p.cpf_sealed,
      array(select d.external_id from debts d where d.creditor_id = m.creditor_id and d.id = any (m.debt_ids)) as debts
    from messages m join debtors p on p.creditor_id = m.creditor_id and p.id = m.debtor_id
    left join message_attempts a on a.creditor_id = m.creditor_id and a.message_id = m.id`)
  const byAttempt = new Map(rows.map((row) => [row.attempt_id, row]))
  const sent = log.map(({ attemptId, at, channel, to }): Sent => {
    const row = byAttempt.get(attemptId)
    if (!row) throw new Error(`a carrier took attempt ${attemptId}, which the house does not know`)
    const person = test.platform.keys.open(row.cpf_sealed)
    const creditor = slugs.get(row.creditor_id)!
    return { step: row.step_key, at, channel, to, person, creditor, purpose: row.purpose, debts: row.debts.map((externalId) => idOf({ creditor, externalId })), state: cast.states.get(person) ?? null }
  })
  const steps = [...new Map(rows.map(({ step_key: step, status, reason }) => [step, { step, wentOut: reason === 'in_doubt' ? null : WENT_OUT.includes(status), why: reason ?? status }])).values()]
  return { sent, steps }
}
