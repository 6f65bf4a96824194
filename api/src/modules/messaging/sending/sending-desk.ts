import type { Channel } from '@repactua/shared/contract/messaging.ts'
import type { JobDesk } from '../../../platform/jobs/job-desk.ts'
import type { OpenCarrier } from '../../channels/index.ts'
import type { StillWanted } from '../message-draft.ts'

/** What the rounds of sending work with. Whether a message is still wanted is asked of those who know. */
export interface SendingDesk extends Pick<JobDesk, 'platform' | 'logger'> {
  stillWanted: StillWanted
  /** How a creditor sends by a channel; null where it has no account for it. */
  carrierFor(creditorId: string, channel: Channel): Promise<OpenCarrier | null>
}

/** The carriers of one creditor that are open in a round. */
export type OpenCarriers = ReadonlyMap<Channel, OpenCarrier>

/** The installation itself sends. */
export const SYSTEM = { kind: 'system' } as const
