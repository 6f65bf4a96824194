import type { Work } from '../../../platform/work.ts'
import type { AttemptRecord } from './attempts.repository.ts'
import { noteOf } from '../reach/address.ts'
import { insertUnreachable } from '../reach/reach.repository.ts'

/** Notes that the address of an attempt takes nothing by its channel: for everybody where our own servers say so, for its creditor where a carrier does. */
export async function markUnreachable({ tx, keys, clock }: Work, { creditorId, channel, addressIndex }: AttemptRecord, reason: string): Promise<void> {
  await insertUnreachable(tx, { channel, addressIndex: noteOf(keys, creditorId, channel, addressIndex), reason, since: clock.now() })
}
