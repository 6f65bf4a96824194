import type { AmendmentQuote } from '@repactua/shared/contract/amendments.ts'
import { readId } from '../../platform/ids.ts'
import { amended } from '../ledger/index.ts'

/** What the books say of an amendment that changes what its plan comes to by so many cents. */
export function amendedEntry(creditorId: string, { id, agreementId, lines }: AmendmentQuote, changeCents: bigint) {
  const sumOf = (some: AmendmentQuote['lines']) => BigInt(some.reduce((sum, { cents }) => sum + cents, 0))
  const lateCents = sumOf(lines.filter(({ kind }) => kind === 'late_fine' || kind === 'default_interest'))
  // What the contract forgives for paying early is a discount; the law's reduction takes interest off.
  const discountCents = -sumOf(lines.filter(({ kind, rule }) => kind === 'early_payment' && rule === 'contract'))
  return { creditorId, agreementId: readId(agreementId), event: 'amended', sourceId: readId(id), lines: amended({ changeCents, lateCents, discountCents }) } as const
}
