import type { JobDesk } from '../../platform/jobs/job-desk.ts'
import type { Work } from '../../platform/work.ts'
import { findCreditor } from '../creditors/index.ts'
import type { Channel, OpenCarrier } from './carrier.ts'
import { mailCarrier } from './mail/mail-carrier.ts'

/** What a mail server of one's own takes without being asked twice. */
const MAILS_PER_SECOND = 50

/** How a creditor sends by a channel; null where it has no account for it. Reads in a transaction of its own: none is open while a provider is asked. */
export async function carrierFor<C extends Channel>({ platform, mailer }: Pick<JobDesk, 'platform' | 'mailer'>, creditorId: string, channel: C): Promise<OpenCarrier<C> | null> {
  return platform.transact({ kind: 'system' }, { creditorId }, async (work) => {
    if (channel !== 'email') return null
    return { line: 'smtp', ratePerSecond: MAILS_PER_SECOND, carrier: mailCarrier(mailer, await senderOf(work, creditorId)) } as unknown as OpenCarrier<C>
  })
}

async function senderOf({ tx }: Work, creditorId: string) {
  const creditor = await findCreditor(tx, creditorId)
  return { creditorId, fromName: creditor!.tradeName, replyTo: null }
}
