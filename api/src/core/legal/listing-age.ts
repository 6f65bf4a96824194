import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { invariant } from '../invariant.ts'
import { currentRule } from './legal-rules.ts'
import { yearsAfter } from './prescription.ts'

/**
 * The last day on which a debt may be listed or protested: five years from its due date or the term of the claim, whichever
 * ends first (CDC 43, §§ 1 and 5; STJ, Súmula 323). An interruption never makes it later than the five years.
 */
export function lastListingDay({ dueOn, prescribesOn }: { dueOn: LocalDate; prescribesOn: LocalDate }): LocalDate {
  const { number } = currentRule('listing-age')
  invariant(number !== null, 'a listing has its age')
  const ofAge = yearsAfter(dueOn, number)
  return ofAge < prescribesOn ? ofAge : prescribesOn
}
