import type { AmendmentQuote } from '@repactua/shared/contract/amendments.ts'
import { readId } from '../../platform/ids.ts'
import { amended } from '../ledger/index.ts'

/** What the books say of an amendment that changes what its plan comes to by so many cents. */
export function amendedEntry(creditorId: string, { id, agreementId, lines }: AmendmentQuote, changeCents: bigint) {
  const late = lines.filter(({ kind }) => kind === 'late_fine' || kind === 'default_interest')
  const lateCents = BigInt(late.reduce((sum, { cents }) => sum + cents, 0))
  return { creditorId, agreementId: readId(agreementId), event: 'amended', sourceId: readId(id), lines: amended({ changeCents, lateCents }) } as const
}
