import type { SignatureInput } from '@repactua/shared/contract/agreements.ts'
import { VOLUNTARY_CONSENT } from '@repactua/shared/text/voluntary-payment.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import { campaignDiscounts, type CampaignDiscount } from '../../core/offers/campaigns/campaign-discounts.ts'
import { sealAuditEntry } from '../../platform/audit/record-change.ts'
import { newVerificationCode } from '../../platform/crypto/secrets.ts'
import { enterCreditor } from '../../platform/db/transaction.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { readId, showId } from '../../platform/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Work } from '../../platform/work.ts'
import { lockDebts } from '../debts/index.ts'
import { codeMac } from '../identity/index.ts'
import { entryCall } from '../ledger/index.ts'
import { loadSheet } from '../offers/index.ts'
import { agreedEntry } from './agreed-entry.ts'
import { lockAgreement } from './agreements.repository.ts'
import { loadAgreement, type AgreementWhole } from './load-agreement.ts'
import { refuseLoweredDebts } from './refuse-lowered-debts.ts'
import { refuseOtherFooting } from './refuse-other-footing.ts'
import { callSignAgreement } from './sign-agreement.repository.ts'
import { isPossible } from './transitions.rules.ts'

export interface SignatureAsk {
  cpfIndex: Buffer
  agreementId: string
  signature: SignatureInput
  /** Where the signature came from, kept sealed as evidence. */
  from: { address: string; userAgent: string }
}

/**
 * Signs an agreement with the code that was sent for exactly its term. A wrong code is counted and refused; a second
 * click with the right one finds the agreement signed. Debts that have become less are refused, and so is a discount
 * that its campaign's budget no longer holds. The signature is one call; debts are looked at under the locks that it takes.
 */
export async function signAgreement(platform: Platform, ask: SignatureAsk): Promise<AgreementWhole> {
  const actor = { kind: 'debtor', cpfIndex: ask.cpfIndex } as const
  const load = <T>(read: (work: Work) => Promise<T>) => platform.transact(actor, { cpfIndex: ask.cpfIndex }, read)
  const outcome = await load(async (work) => {
    const waiting = await loadToSign(work, ask.agreementId)
    return callSignAgreement(work.tx, signatureCall(platform, waiting, ask))
  })
  if (outcome !== 'signed' && outcome !== 'signed_before') throw new AppError(outcome)
  return load((work) => loadAgreement(work, ask.agreementId))
}

// The agreement first and its debts next, whatever its state: two clicks wait for each other on the same row.
async function loadToSign(work: Work, agreementId: string): Promise<AgreementWhole> {
  const whole = await loadAgreement(work, agreementId)
  const { offerSheetId: sheetId, creditorId } = whole.record
  await enterCreditor(work.tx, creditorId)
  const locked = await lockAgreement(work.tx, creditorId, agreementId)
  if (locked?.status === 'expired') throw new AppError('agreement_expired')
  const found = locked && isPossible('sign', locked.status) && sheetId ? await loadSheet(work, { sheetId }) : null
  if (found) {
    await lockDebts(work.tx, creditorId, whole.debts.map(({ debtId }) => debtId))
    await refuseLoweredDebts(work, creditorId, found.sheet)
    await refuseOtherFooting(work, creditorId, found.sheet)
  }
  return whole
}

function signatureCall(platform: Platform, { record, option, debts }: AgreementWhole, { cpfIndex, agreementId, signature, from }: SignatureAsk) {
  const { keys, clock } = platform
  const now = clock.now()
  const challengeId = readId(signature.challengeId)
  const campaigns = campaignDiscounts(option.parts)
  const event = { agreementId: showId('agreement', agreementId), totalCents: option.totalCents, count: option.count, termSha256: signature.termSha256, ...spentIn(campaigns) }
  const change = { creditorId: record.creditorId, type: 'agreement.signed', subject: event.agreementId, data: event }
  return {
    creditorId: record.creditorId, agreementId, cpfIndex, challengeId, now, event, campaigns,
    codeMac: codeMac(keys, challengeId, signature.code),
    termSha256: Buffer.from(signature.termSha256, 'hex'),
    installments: option.installments,
    verificationCode: newVerificationCode(),
    evidenceSealed: keys.seal(JSON.stringify({ ...from, at: now.toISOString(), channel: 'email', challengeId: signature.challengeId, termSha256: signature.termSha256, accepted: signature.accepted, ...(record.voluntary ? { voluntaryConsent: VOLUNTARY_CONSENT } : {}) })),
    eventId: platform.newId(),
    audit: sealAuditEntry({ actor: { kind: 'debtor', cpfIndex }, clock, keys }, change),
    entry: entryCall({ newId: platform.newId, now }, agreedEntry(record, debts, option))!,
  }
}

function spentIn(campaigns: readonly CampaignDiscount[]) {
  return campaigns.length === 0 ? {} : { campaigns: campaigns.map(({ code, cents }) => ({ code, cents: centsNumber(cents) })) }
}
