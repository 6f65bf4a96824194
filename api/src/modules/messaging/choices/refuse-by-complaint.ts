import type { Channel } from '@repactua/shared/contract/messaging.ts'
import { appendAudit, INSTALLATION } from '../../../platform/audit/record-change.ts'
import { enterPerson } from '../../../platform/db/transaction.ts'
import type { Work } from '../../../platform/work.ts'
import { insertChoices } from './choices.repository.ts'

/** A complaint to one's provider is a no to that channel, for all creditors and of everything, as if it were chosen on the page. */
export async function refuseByComplaint(work: Work, { cpfIndex, channel }: { cpfIndex: Buffer; channel: Channel }): Promise<void> {
  await enterPerson(work.tx, cpfIndex)
  await insertChoices(work.tx, [{ creditorId: INSTALLATION, id: work.newId(), cpfIndex, wish: 'stop', channel, purpose: null, source: 'complaint', until: null, createdAt: work.clock.now(), endedAt: null }])
  await appendAudit(work, { creditorId: INSTALLATION, type: 'contact.chosen', subject: 'person', data: { channel, wish: 'stop', source: 'complaint' } })
}
