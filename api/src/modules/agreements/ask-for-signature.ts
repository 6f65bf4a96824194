import type { Challenge } from '@repactua/shared/contract/identity.ts'
import type { OfferOption } from '@repactua/shared/contract/offers.ts'
import { campaignDiscounts } from '../../core/offers/campaigns/campaign-discounts.ts'
import { enterCreditor } from '../../platform/db/transaction.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Work } from '../../platform/work.ts'
import { openSignatureChallenge } from '../identity/index.ts'
import { refuseSpentCampaigns } from '../policies/index.ts'
import { findAgreement } from './agreements.repository.ts'
import { permissionsAt } from './agreements.rules.ts'

/** Sends a fresh code that signs this agreement's exact term and nothing else; none for a discount that can no longer be signed. */
export async function askForSignature(work: Work, { agreementId, address }: { agreementId: string; address: string }): Promise<Challenge> {
  const agreement = await findAgreement(work, agreementId)
  if (!agreement) throw new AppError('not_found')
  const { sign } = permissionsAt(agreement, work.clock.now())
  if (!sign.ok) throw new AppError(sign.code)
  const { creditorId, cpfIndex, termSha256 } = agreement
  await enterCreditor(work.tx, creditorId)
  const { parts } = JSON.parse(agreement.optionDocument) as OfferOption
  await refuseSpentCampaigns(work, creditorId, campaignDiscounts(parts))
  return openSignatureChallenge(work, { creditorId, cpfIndex, agreementId, termSha256, address })
}
