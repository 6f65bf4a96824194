import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { instantOf } from '../../core/contact/local-clock.ts'

const SAO_PAULO = -3
/** The hour in which the first round of a day runs. */
const FIRST_ROUND = 8

/** The instant from which messages of a day to come are reckoned. */
export function morningOf(on: LocalDate): Date {
  return instantOf({ on, minute: FIRST_ROUND * 60 }, SAO_PAULO)
}
