import type { AmendmentQuote } from '@repactua/shared/contract/amendments.ts'
import type { Change } from '../../platform/audit/record-change.ts'

/** The news that an agreement was amended: signed and waiting for its payment, or true from now on. */
export function amendmentNews(creditorId: string, quote: AmendmentQuote, status: 'pending' | 'applied'): Change {
  const { id: amendmentId, agreementId, kind, openBeforeCents, openAfterCents, costCents, savingCents, payNow, sha256 } = quote
  return {
    creditorId,
    type: 'agreement.amended',
    subject: agreementId,
    data: { agreementId, amendmentId, kind, status, openBeforeCents, openAfterCents, costCents, savingCents, payNow, sha256 },
  }
}
