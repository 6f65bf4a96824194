import { timingSafeEqual } from 'node:crypto'
import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import { err, ok, type Result } from '../../core/result.ts'
import { appendAudit, INSTALLATION } from '../../platform/audit/record-change.ts'
import { newSecret } from '../../platform/crypto/secrets.ts'
import { enterPerson } from '../../platform/db/transaction.ts'
import { showId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { findPerson, type Person } from '../debtors/index.ts'
import { codeMac } from './code-mac.ts'
import { countAttempt, listFailedSince, lockSignInChallenge, noteFailedCode, spendChallenge, type ChallengeRecord } from './identity.repository.ts'
import { checkUsable, FAILED_CODES_KEPT_MS, later, refuseSpray, SESSION_LIFE_MS, SPRAY_WINDOW_MS } from './identity.rules.ts'
import { networkOf } from './network-of.ts'
import { hashToken } from './session-token.ts'
import { insertSession, type SessionRecord } from './sessions.repository.ts'

export interface SessionAsk {
  challengeId: string
  code: string
  address: string
}

export interface OpenedSession {
  /** Goes into the cookie, and nowhere else. */
  token: string
  session: SessionRecord
  person: Person
}

export interface Refusal {
  code: ErrorCode
  retryAfterSeconds?: number
}

/**
 * Opens a session for the right code. A refusal is returned and not thrown: the try that it counts must be
 * committed. Refuses a wrong, used, expired or spent code, and a network that sent too many wrong ones.
 */
export async function openSession(work: Work, ask: SessionAsk): Promise<Result<OpenedSession, Refusal>> {
  const network = networkOf(ask.address)
  const spray = await checkSpray(work, network)
  if (!spray.ok) return spray
  const challenge = await lockSignInChallenge(work.tx, ask.challengeId)
  const usable = challenge ? checkUsable(challenge, work.clock.now()) : ok(null)
  if (!usable.ok) return err({ code: usable.error })
  if (!challenge || !isRight(work, challenge, ask.code)) return countFailure(work, network, challenge)
  return admit(work, challenge)
}

async function checkSpray({ tx, clock, limitsEnabled }: Work, network: string): Promise<Result<null, Refusal>> {
  if (!limitsEnabled) return ok(null)
  const now = clock.now()
  return refuseSpray(await listFailedSince(tx, network, later(now, -SPRAY_WINDOW_MS)), now)
}

// A challenge without a code (an unknown CPF, a mail not sent yet) takes the same time and never fits.
function isRight({ keys }: Work, { id, codeMac: expected }: ChallengeRecord, code: string): boolean {
  const given = codeMac(keys, id, code)
  return timingSafeEqual(expected ?? Buffer.alloc(given.length), given) && expected !== null
}

async function countFailure(work: Work, network: string, challenge: ChallengeRecord | null): Promise<Result<never, Refusal>> {
  const now = work.clock.now()
  if (challenge) await countAttempt(work.tx, challenge.id)
  await noteFailedCode(work.tx, { id: work.newId(), addressPrefix: network, failedAt: now }, later(now, -FAILED_CODES_KEPT_MS))
  return err({ code: 'code_invalid' })
}

async function admit(work: Work, { id, cpfIndex }: ChallengeRecord): Promise<Result<OpenedSession, Refusal>> {
  const now = work.clock.now()
  if (!(await spendChallenge(work.tx, id, now))) return err({ code: 'code_used' })
  await enterPerson(work.tx, cpfIndex)
  const person = await findPerson(work, cpfIndex)
  if (!person) throw new Error('a code was sent to a person who is not there')
  const token = newSecret()
  const session = { tokenHash: hashToken(token), cpfIndex, createdAt: now, lastSeenAt: now, expiresAt: later(now, SESSION_LIFE_MS), endedAt: null }
  await insertSession(work.tx, session)
  const asPerson = { ...work, actor: { kind: 'debtor', cpfIndex } as const }
  await appendAudit(asPerson, { creditorId: INSTALLATION, type: 'session.opened', subject: showId('challenge', id), data: {} })
  return ok({ token, session, person })
}
