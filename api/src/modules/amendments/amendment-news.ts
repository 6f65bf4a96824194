import type { AmendmentQuote } from '@repactua/shared/contract/amendments.ts'
import type { Change } from '../../platform/audit/record-change.ts'

/** The news that an agreement was amended: signed and waiting for its payment, true from now on, or no more since its payment was taken back. */
export function amendmentNews(creditorId: string, quote: AmendmentQuote, status: 'pending' | 'applied' | 'undone'): Change {
  const { id: amendmentId, agreementId, kind, openBeforeCents, openAfterCents, costCents, savingCents, payNow, sha256 } = quote
  return {
    creditorId,
    type: 'agreement.amended',
    subject: agreementId,
    data: { agreementId, amendmentId, kind, status, openBeforeCents, openAfterCents, costCents, savingCents, payNow, sha256 },
  }
}
