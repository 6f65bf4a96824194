import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { invariant } from '../invariant.ts'
import { ruleOn } from '../legal/legal-rules.ts'
import type { Minimum } from './types.ts'

/**
 * What a month must keep, in cents: the subsistence minimum of the day's law, which knows no dependants. That each of them
 * adds half of it is this house's own rule, on the careful side, and is told as such.
 */
export function minimumFor(dependants: number, today: LocalDate): Minimum {
  const rule = ruleOn('subsistence-minimum', today)
  invariant(rule && rule.number !== null, `the subsistence minimum is known on ${today}`)
  const baseCents = BigInt(rule.number)
  const perDependantCents = baseCents / 2n
  return { totalCents: baseCents + perDependantCents * BigInt(dependants), baseCents, perDependantCents, source: rule.source }
}
