import type { Agreement } from '@repactua/shared/contract/agreements.ts'

type Listed = Pick<Agreement, 'status' | 'debts'>

/**
 * The agreements worth showing, in their order: what was drawn up and never signed leaves the list when it has
 * expired, or when a newer one holds the same debt.
 */
export function listedAgreements<A extends Listed>(newestFirst: readonly A[]): A[] {
  return newestFirst.filter((agreement, i) => {
    if (agreement.status === 'expired') return false
    if (agreement.status !== 'awaiting_signature') return true
    const held = new Set(newestFirst.flatMap((other, j) => (holds(other, j < i) ? other.debts.map(({ id }) => id) : [])))
    return !agreement.debts.some(({ id }) => held.has(id))
  })
}

function holds({ status }: Listed, isNewer: boolean): boolean {
  return status === 'active' || status === 'awaiting_first_payment' || status === 'settled' || (isNewer && status === 'awaiting_signature')
}
