import type { SignatureInput } from '@repactua/shared/contract/agreements.ts'
import { sealAuditEntry } from '../../platform/audit/record-change.ts'
import { newVerificationCode } from '../../platform/crypto/secrets.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { readId, showId } from '../../platform/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import { codeMac } from '../identity/index.ts'
import { loadAgreement, type AgreementWhole } from './load-agreement.ts'
import { callSignAgreement } from './sign-agreement.repository.ts'

export interface SignatureAsk {
  cpfIndex: Buffer
  agreementId: string
  signature: SignatureInput
  /** Where the signature came from, kept sealed as evidence. */
  from: { address: string; userAgent: string }
}

/**
 * Signs an agreement with the code that was sent for exactly its term. A wrong code is counted and refused; a second
 * click with the right one finds the agreement signed. Never in a transaction of its own: the signature is one call.
 */
export async function signAgreement(platform: Platform, ask: SignatureAsk): Promise<AgreementWhole> {
  const actor = { kind: 'debtor', cpfIndex: ask.cpfIndex } as const
  const load = () => platform.transact(actor, { cpfIndex: ask.cpfIndex }, (work) => loadAgreement(work, ask.agreementId))
  const outcome = await callSignAgreement(platform.pool, signatureCall(platform, await load(), ask))
  if (outcome !== 'signed' && outcome !== 'signed_before') throw new AppError(outcome)
  return load()
}

function signatureCall(platform: Platform, { record, option }: AgreementWhole, { cpfIndex, agreementId, signature, from }: SignatureAsk) {
  const { keys, clock } = platform
  const now = clock.now()
  const challengeId = readId(signature.challengeId)
  const event = { agreementId: showId('agreement', agreementId), totalCents: option.totalCents, count: option.count, termSha256: signature.termSha256 }
  const change = { creditorId: record.creditorId, type: 'agreement.signed', subject: event.agreementId, data: event }
  return {
    creditorId: record.creditorId, agreementId, cpfIndex, challengeId, now, event,
    codeMac: codeMac(keys, challengeId, signature.code),
    termSha256: Buffer.from(signature.termSha256, 'hex'),
    installments: option.installments,
    verificationCode: newVerificationCode(),
    evidenceSealed: keys.seal(JSON.stringify({ ...from, at: now.toISOString(), channel: 'email', challengeId: signature.challengeId, termSha256: signature.termSha256, accepted: signature.accepted })),
    eventId: platform.newId(),
    audit: sealAuditEntry({ actor: { kind: 'debtor', cpfIndex }, clock, keys }, change),
  }
}
