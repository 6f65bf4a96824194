import { addDays, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { isBusinessDay } from '../calendar/bank-holidays.ts'
import { currentRule, type LegalRule, type LegalRuleId } from './legal-rules.ts'
import type { Product } from './types.ts'

interface ServiceLaw {
  notice?: LegalRuleId
  window?: LegalRuleId
  restore?: LegalRuleId
}

const LAWS: Partial<Record<Product, ServiceLaw>> = {
  telecom: { notice: 'telecom-suspension', restore: 'telecom-restore' },
  energy: { notice: 'energy-suspension', window: 'energy-window', restore: 'energy-restore' },
  water: { notice: 'water-suspension' },
}

/** The least days between the notice of a limit and the limit, where the law of the product has a number. */
export function noticeRule(product: Product): LegalRule | null {
  return ruleOf(LAWS[product]?.notice)
}

/** The days from the due date after which the service may not be limited any more, where the law of the product has a number. */
export function windowRule(product: Product): LegalRule | null {
  return ruleOf(LAWS[product]?.window)
}

/** The last day to give a service back that was limited: the product's own days, otherwise at once (CDC 51 XVIII). */
export function lastDayToRestore(product: Product, today: LocalDate): LocalDate {
  return addDays(today, currentRule(LAWS[product]?.restore ?? 'restore-after-deal').number ?? 0)
}

/** The day itself or the first one after it on which a limit may begin: nobody can mend it before a day without offices (Lei 14.015/2020). */
export function nextDayToLimit(date: LocalDate): LocalDate {
  let day = date
  while (!isBusinessDay(day) || !isBusinessDay(addDays(day, 1))) day = addDays(day, 1)
  return day
}

function ruleOf(id: LegalRuleId | undefined): LegalRule | null {
  return id ? currentRule(id) : null
}
