import type { AmendmentQuote, AmendmentSignatureInput } from '@repactua/shared/contract/amendments.ts'
import type { Repairs } from '@repactua/shared/contract/policies.ts'
import { sealAuditEntry } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { readId } from '../../platform/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Work } from '../../platform/work.ts'
import { loadAgreement, type AgreementWhole } from '../agreements/index.ts'
import { codeMac } from '../identity/index.ts'
import { entryCall } from '../ledger/index.ts'
import { amendedEntry } from './amended-entry.ts'
import { amendmentNews } from './amendment-news.ts'
import { callSignAmendment, findQuote } from './amendments.repository.ts'
import { PERMISSION_OF } from './choose-repair.ts'

export interface AmendmentSignatureAsk {
  cpfIndex: Buffer
  agreementId: string
  amendmentId: string
  signature: AmendmentSignatureInput
  /** Where the signature came from, kept sealed as evidence. */
  from: { address: string; userAgent: string }
}

/**
 * Signs a quote with the code that was sent for exactly its words, and changes the schedule with it. A wrong code is counted
 * and refused; a second click with the right one finds it done. A quote that no longer fits the agreement is refused. The
 * signature is one call, which is its own transaction.
 */
export async function signAmendment(platform: Platform, ask: AmendmentSignatureAsk): Promise<AgreementWhole> {
  const actor = { kind: 'debtor', cpfIndex: ask.cpfIndex } as const
  const load = <T>(read: (work: Work) => Promise<T>) => platform.transact(actor, { cpfIndex: ask.cpfIndex }, read)
  const { whole, quote } = await load((work) => loadToSign(work, ask))
  const outcome = await callSignAmendment(platform.pool, amendmentCall(platform, ask, whole, quote))
  if (outcome !== 'signed' && outcome !== 'signed_before') throw new AppError(outcome)
  return load((work) => loadAgreement(work, ask.agreementId))
}

async function loadToSign(work: Work, { agreementId, amendmentId }: AmendmentSignatureAsk): Promise<{ whole: AgreementWhole; quote: AmendmentQuote }> {
  const whole = await loadAgreement(work, agreementId)
  const found = await findQuote(work.tx, { creditorId: whole.record.creditorId, agreementId, id: amendmentId })
  if (!found) throw new AppError('not_found')
  return { whole, quote: found.quote }
}

function amendmentCall(platform: Platform, { cpfIndex, agreementId, amendmentId, signature, from }: AmendmentSignatureAsk, { record, option }: AgreementWhole, quote: AmendmentQuote) {
  const { keys, clock } = platform
  const now = clock.now()
  const challengeId = readId(signature.challengeId)
  const news = amendmentNews(record.creditorId, quote, quote.payNow ? 'pending' : 'applied')
  return {
    creditorId: record.creditorId, agreementId, amendmentId, cpfIndex, challengeId, now,
    codeMac: codeMac(keys, challengeId, signature.code),
    mostTimes: timesOf(option.repairs ?? {}, quote),
    evidenceSealed: keys.seal(JSON.stringify({ ...from, at: now.toISOString(), channel: 'email', challengeId: signature.challengeId, termSha256: quote.sha256 })),
    eventId: platform.newId(),
    event: news.data,
    audit: sealAuditEntry({ actor: { kind: 'debtor', cpfIndex }, clock, keys }, news),
    entry: quote.payNow ? null : entryCall({ newId: platform.newId, now }, amendedEntry(record.creditorId, quote, BigInt(quote.costCents - quote.savingCents))),
  }
}

// To pay ahead and to pay everything is a right: it has no number of times.
function timesOf(repairs: Repairs, { kind }: AmendmentQuote): number | null {
  return kind === 'pay_ahead' || kind === 'pay_off' ? null : (repairs[PERMISSION_OF[kind]]?.times ?? 0)
}
