import type { PolicyCondition } from '@repactua/shared/contract/policies.ts'
import type { OfferPolicy } from '../offers/types.ts'

/** Whether a policy asks for anything of the person: where it does not, nothing of them needs to be read. */
export function looksAtPerson({ rules, audience }: OfferPolicy): boolean {
  return [audience, ...rules.map(({ when }) => when)].some((condition) => condition !== null && asksForPerson(condition))
}

function asksForPerson({ states, debtCount, hasBrokenAgreement }: PolicyCondition): boolean {
  return states !== undefined || debtCount !== undefined || hasBrokenAgreement !== undefined
}
