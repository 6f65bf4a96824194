import { AppError } from '../../platform/errors/app-error.ts'
import type { Work } from '../../platform/work.ts'
import { insertChallenge, listUnusedAnywhere, listUnusedSince, lockCodesOf, type ChallengeRecord } from './identity.repository.ts'
import { CHALLENGE_LIFE_MS, CHALLENGE_QUOTA_WINDOW_MS, later, refuseEarly, waitAfter, waitInAll, type Wait } from './identity.rules.ts'
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
 * the CPF is known is not looked up. Refuses within the pause after the code before, beyond five a day
 * from one network or for one agreement, and twenty in all.
 */
export async function openChallenge(work: Work, subject: ChallengeSubject, address: string): Promise<OpenedChallenge> {
  const now = work.clock.now()
  const series = { ...subject, addressPrefix: networkOf(address) }
  await lockCodesOf(work.tx, series)
  const dayAgo = later(now, -CHALLENGE_QUOTA_WINDOW_MS)
  const earlier = await listUnusedSince(work.tx, series, dayAgo)
  // By purpose: what others try at the sign-in with this CPF must not stop its holder from signing.
  const everywhere = await listUnusedAnywhere(work.tx, series, dayAgo)
  if (work.limitsEnabled) {
    refuseRush(waitAfter(earlier), now)
    refuseRush(waitInAll(everywhere), now)
  }
  const id = work.newId()
  const expiresAt = later(now, CHALLENGE_LIFE_MS)
  await insertChallenge(work.tx, { ...series, id, createdAt: now, expiresAt })
  await work.jobs.send(work.tx, 'send-code', { challengeId: id })
  const wait = work.limitsEnabled ? waitAfter([now, ...earlier]) : null
  return { id, expiresAt, resendAfter: wait?.until ?? now }
}

function refuseRush(wait: Wait | null, now: Date): void {
  const judged = refuseEarly(wait, now)
  if (!judged.ok) throw new AppError(judged.error.code, { retryAfterSeconds: judged.error.retryAfterSeconds })
}
