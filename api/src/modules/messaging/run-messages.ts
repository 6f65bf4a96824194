import { runRounds } from '../../platform/jobs/run-rounds.ts'
import { sendDue } from './sending/send-due.ts'
import type { SendingDesk } from './sending/sending-desk.ts'

/** Sends what is due, round after round, until the returned function is called; that waits for the round in course. */
export function runMessages(desk: SendingDesk): () => Promise<void> {
  return runRounds({ name: 'sending', logger: desk.logger, round: () => sendDue(desk) })
}
