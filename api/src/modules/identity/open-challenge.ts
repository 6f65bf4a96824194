import { AppError } from '../../platform/errors/app-error.ts'
import type { Work } from '../../platform/work.ts'
import { insertChallenge, listUnusedSince, lockSeries, type ChallengeRecord } from './identity.repository.ts'
import { CHALLENGE_LIFE_MS, CHALLENGE_QUOTA_WINDOW_MS, later, refuseEarly, waitAfter } from './identity.rules.ts'
import { networkOf } from './network-of.ts'

/** What a code is for. */
export type ChallengeSubject = Pick<ChallengeRecord, 'purpose' | 'cpfIndex' | 'creditorId' | 'agreementId' | 'termSha256'>

export interface OpenedChallenge {
  id: string
  expiresAt: Date
  resendAfter: Date
}

/**
 * Asks for a code, which ends the earlier ones, and leaves its making and sending to the job `send-code`. Whether
 * the CPF is known is not looked up. Refuses within the pause after the code before, and beyond five a day.
 */
export async function openChallenge(work: Work, subject: ChallengeSubject, address: string): Promise<OpenedChallenge> {
  const now = work.clock.now()
  const series = { ...subject, addressPrefix: networkOf(address) }
  await lockSeries(work.tx, series)
  const earlier = await listUnusedSince(work.tx, series, later(now, -CHALLENGE_QUOTA_WINDOW_MS))
  if (work.limitsEnabled) refuseRush(earlier, now)
  const id = work.newId()
  const expiresAt = later(now, CHALLENGE_LIFE_MS)
  await insertChallenge(work.tx, { ...series, id, createdAt: now, expiresAt })
  await work.jobs.send(work.tx, 'send-code', { challengeId: id })
  const wait = work.limitsEnabled ? waitAfter([now, ...earlier]) : null
  return { id, expiresAt, resendAfter: wait?.until ?? now }
}

function refuseRush(earlier: readonly Date[], now: Date): void {
  const judged = refuseEarly(waitAfter(earlier), now)
  if (!judged.ok) throw new AppError(judged.error.code, { retryAfterSeconds: judged.error.retryAfterSeconds })
}
