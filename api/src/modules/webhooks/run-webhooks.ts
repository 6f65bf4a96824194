import type { JobDesk } from '../../platform/jobs/job-desk.ts'
import { runRounds } from '../../platform/jobs/run-rounds.ts'
import { deliverDue } from './deliveries/deliver-due.ts'
import { relayEvents } from './relay-events.ts'

/** Relays and delivers, round after round, until the returned function is called; that waits for the round in course. */
export function runWebhooks({ platform, logger }: Pick<JobDesk, 'platform' | 'logger'>): () => Promise<void> {
  return runRounds({ name: 'webhooks', logger, round: async () => (await relayEvents(platform)) + (await deliverDue(platform)) })
}
