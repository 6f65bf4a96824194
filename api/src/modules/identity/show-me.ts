import { AppError } from '../../platform/errors/app-error.ts'
import type { Work } from '../../platform/work.ts'
import { findPerson, type Person } from '../debtors/index.ts'
import { hashToken } from './session-token.ts'
import { findSessionRow, type SessionRecord } from './sessions.repository.ts'

/** The person who is signed in, and until when. */
export async function showMe(work: Work, token: string): Promise<{ person: Person; session: SessionRecord }> {
  const session = await findSessionRow(work.tx.$client, hashToken(token))
  const person = session && (await findPerson(work, session.cpfIndex))
  if (!person) throw new AppError('session_required')
  return { person, session }
}
