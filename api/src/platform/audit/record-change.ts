import { NEWS_CHANNEL, newsOf } from '../news/news-of.ts'
import { actorName, type Work } from '../work.ts'

/** The chain of the installation itself, for what belongs to no creditor. */
export const INSTALLATION = '00000000-0000-0000-0000-000000000000'

export interface Change {
  creditorId: string
  /** What happened, noun.verb: 'agreement.signed'. */
  type: string
  /** The shown id of what it happened to. */
  subject: string
  /** Ids, amounts and dates. Never a CPF, a name or a contact. */
  data: Record<string, unknown>
}

// Notified in the same statement: what is rolled back was never told.
const PUBLISH = `with event as (
    insert into outbox_events (creditor_id, id, type, subject, data, created_at) values ($1, $2, $3, $4, $5, $6) returning id)
  select pg_notify('${NEWS_CHANNEL}', $7::text) from event where $7::text is not null`

/** Writes a change of state twice in its own transaction: into the audit chain and into the outbox of news. */
export async function recordChange(work: Work, change: Change): Promise<void> {
  await appendAudit(work, change)
  const { creditorId, type, subject, data } = change
  const news = newsOf(work, change)
  await work.tx.$client.query({
    name: 'publish_event',
    text: PUBLISH,
    values: [creditorId, work.newId(), type, subject, JSON.stringify(data), work.clock.now(), news && JSON.stringify(news)],
  })
}

/** Adds one entry to a creditor's audit chain. */
export async function appendAudit(work: Work, change: Change): Promise<void> {
  const { rows } = await work.tx.$client.query<{ previous: Buffer }>({ name: 'lock_audit_head', text: 'select lock_audit_head($1) as previous', values: [change.creditorId] })
  const entry = sealAuditEntry(work, change, rows[0]!.previous)
  await work.tx.$client.query({
    name: 'append_audit',
    text: 'select append_audit($1, $2, $3, $4, $5, $6, $7)',
    values: [change.creditorId, entry.at, entry.actor, change.type, change.subject, entry.payload, entry.mac],
  })
}

/**
 * The bytes of an audit entry and their keyed hash, which is made here because its key is not in the database. They name
 * the hash of the entry before, so that none can be taken out from between.
 */
export function sealAuditEntry(work: Pick<Work, 'actor' | 'clock' | 'keys'>, change: Change, previous?: Buffer) {
  const at = work.clock.now()
  const actor = actorName(work.actor)
  const payload = JSON.stringify({ ...change, at: at.toISOString(), actor, ...(previous ? { previous: previous.toString('hex') } : {}) })
  return { at, actor, payload, mac: work.keys.auditMac(payload) }
}
