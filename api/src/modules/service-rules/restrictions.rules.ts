import type { ServiceRestriction, ServiceRule } from '@repactua/shared/contract/service-rules.ts'
import { addDays, type LocalDate } from '@repactua/shared/time/local-date.ts'
import type { CollectionStop } from '../../core/legal/collection-stop.ts'
import { nextDayToLimit, noticeRule, windowRule } from '../../core/legal/service-limits.ts'

export type RestrictionEnd = NonNullable<ServiceRestriction['cause']>

interface Standing {
  state: ServiceRestriction['state']
  limitsOn: LocalDate
  product: ServiceRule['product']
  dueOn: LocalDate
}

/** The first day of a notice of a rule: so many days before the limit, and never before the debt is late. */
export function daysLateToNotice({ afterDays, noticeDays }: Pick<ServiceRule, 'afterDays' | 'noticeDays'>): number {
  return Math.max(1, afterDays - noticeDays)
}

/** The first day of a limit of which notice is given today; null where the law's window is over by then. */
export function dayToLimit({ product, afterDays, noticeDays }: ServiceRule, dueOn: LocalDate, today: LocalDate): LocalDate | null {
  const noticed = addDays(today, Math.max(noticeDays, noticeRule(product)?.number ?? 0))
  const late = addDays(dueOn, afterDays)
  const limitsOn = nextDayToLimit(late > noticed ? late : noticed)
  return isPastWindow({ product, dueOn }, limitsOn) ? null : limitsOn
}

/** The step of a restriction on a day: an end, the limit itself, its move to a day that allows it, or none. */
export function restrictionStep(standing: Standing, { stop, isRuled }: { stop: CollectionStop | null; isRuled: boolean }, today: LocalDate): { end: RestrictionEnd } | 'limit' | { moveTo: LocalDate } | null {
  if (stop) return { end: stop }
  if (!isRuled) return { end: 'rule_ended' }
  if (standing.state !== 'noticed' || today < standing.limitsOn) return null
  if (isPastWindow(standing, today)) return { end: 'too_late' }
  const day = nextDayToLimit(today)
  return day === today ? 'limit' : { moveTo: day }
}

function isPastWindow({ product, dueOn }: Pick<Standing, 'product' | 'dueOn'>, on: LocalDate): boolean {
  const days = windowRule(product)?.number
  return days != null && addDays(dueOn, days) < on
}
