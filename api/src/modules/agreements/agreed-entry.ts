import type { OfferOption } from '@repactua/shared/contract/offers.ts'
import { agreed } from '../ledger/index.ts'

interface Agreed {
  creditorId: string
  id: string
  totalCents: bigint
}

/** What the books say once a plan is agreed on: by a signature or by a court. */
export function agreedEntry({ creditorId, id, totalCents }: Agreed, debts: readonly { debtId: string; balanceCents: bigint }[], { interestCents }: Pick<OfferOption, 'interestCents'>) {
  const owed = debts.map(({ debtId, balanceCents }) => ({ debtId, cents: balanceCents }))
  return { creditorId, agreementId: id, event: 'agreed', sourceId: id, lines: agreed({ debts: owed, totalCents, interestCents: BigInt(interestCents) }) } as const
}
