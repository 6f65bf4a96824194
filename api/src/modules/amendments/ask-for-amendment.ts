import type { AmendmentChallenge } from '@repactua/shared/contract/amendments.ts'
import { enterCreditor } from '../../platform/db/transaction.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { amendmentsOf, loadAgreement, repairsAt } from '../agreements/index.ts'
import { openSignatureChallenge } from '../identity/index.ts'
import { findQuote } from './amendments.repository.ts'
import { PERMISSION_OF } from './choose-repair.ts'

/** Sends a code that signs exactly the words of this quote. Refuses one that was signed, of another day, or that is no longer allowed. */
export async function askForAmendment(work: Work, { agreementId, quoteId, address }: { agreementId: string; quoteId: string; address: string }): Promise<AmendmentChallenge> {
  const whole = await loadAgreement(work, agreementId)
  const { creditorId, cpfIndex } = whole.record
  const found = await findQuote(work.tx, { creditorId, agreementId, id: quoteId })
  if (!found) throw new AppError('not_found')
  const signed = await amendmentsOf(work.tx, [whole.record])
  if (signed.some(({ id }) => id === quoteId)) throw new AppError('amendment_signed')
  if (found.record.expiresAt <= work.clock.now()) throw new AppError('amendment_quote_expired')
  const permission = repairsAt(whole, work.clock.now())[PERMISSION_OF[found.quote.kind]]
  if (!permission.ok) throw new AppError(permission.code as 'repair_times_used')
  await enterCreditor(work.tx, creditorId)
  const challenge = await openSignatureChallenge(work, { creditorId, cpfIndex, agreementId, termSha256: found.record.sha256, address })
  return { amendmentId: showId('amendment', quoteId), ...challenge }
}
