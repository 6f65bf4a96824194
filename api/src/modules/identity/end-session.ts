import type { Work } from '../../platform/work.ts'
import { hashToken } from './session-token.ts'
import { endSessions, findSessionRow } from './sessions.repository.ts'

/** Signs a person out on every device at once. A token that nobody knows is no refusal: signed out is signed out. */
export async function endSession(work: Work, token: string): Promise<void> {
  const session = await findSessionRow(work.tx.$client, hashToken(token))
  if (session) await endSessions(work.tx, session.cpfIndex, work.clock.now())
}
