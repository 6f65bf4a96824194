import { and, asc, eq, inArray } from 'drizzle-orm'
import type { AmendmentQuote } from '@repactua/shared/contract/amendments.ts'
import type { Transaction } from '../../platform/db/transaction.ts'
import { amendmentQuotes, amendments } from '../../platform/db/tables/amendments.ts'
import type { AgreementKey } from './agreement-states.repository.ts'

/** A signed change of an agreement, with the quote that was signed. */
export interface AmendmentRecord extends Omit<typeof amendments.$inferSelect, 'challengeId' | 'evidenceSealed'> {
  quote: AmendmentQuote
}

/** What was signed on these agreements after their terms, in the order of its signing. */
export async function amendmentsOf(tx: Transaction, keys: readonly AgreementKey[]): Promise<AmendmentRecord[]> {
  const rows = await tx
    .select()
    .from(amendments)
    .innerJoin(amendmentQuotes, and(eq(amendmentQuotes.creditorId, amendments.creditorId), eq(amendmentQuotes.id, amendments.id)))
    .where(and(inArray(amendments.creditorId, [...new Set(keys.map(({ creditorId }) => creditorId))]), inArray(amendments.agreementId, keys.map(({ id }) => id))))
    .orderBy(asc(amendments.sequence))
  return rows.map(({ amendments: amendment, amendment_quotes: { document } }) => ({ ...amendment, quote: JSON.parse(document) as AmendmentQuote }))
}
