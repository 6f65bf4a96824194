import type { Pointer } from './match-credit.ts'

/** Credits that point at nothing stand for themselves: so many of them share a transaction, which is short all the same. */
const UNPOINTED_TOGETHER = 25

/** The credits of a file by the agreement that they point at, so that each sees what the one before it did. */
export function groupCredits<T extends { pointer: Pointer }>(credits: readonly T[]): T[][] {
  const groups = new Map<string, T[]>()
  let unpointed = 0
  for (const credit of credits) {
    const key = agreementOf(credit.pointer) ?? `nothing ${Math.floor(unpointed++ / UNPOINTED_TOGETHER)}`
    const group = groups.get(key)
    if (group) group.push(credit)
    else groups.set(key, [credit])
  }
  return [...groups.values()]
}

function agreementOf(pointer: Pointer): string | undefined {
  if (pointer.kind === 'nothing') return undefined
  return pointer.kind === 'charge' ? pointer.agreementId : pointer.agreements[0]?.id
}
