import type { Interruption } from '@repactua/shared/contract/debts.ts'
import { addDays, addMonths, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { invariant } from '../invariant.ts'
import { currentRule, type LegalRuleId } from './legal-rules.ts'
import type { Product } from './types.ts'

export interface Prescription {
  /** The last day on which the debt may still be collected. */
  on: LocalDate
  rule: LegalRuleId
  source: string
}

const RULE_OF: Record<Product, LegalRuleId> = {
  bank_credit: 'prescription-liquid',
  card_revolving: 'prescription-liquid',
  school: 'prescription-liquid',
  condominium: 'prescription-liquid',
  retail: 'prescription-liquid',
  service: 'prescription-professional',
  telecom: 'prescription-utility',
  energy: 'prescription-utility',
  water: 'prescription-utility',
  rent: 'prescription-rent',
  lodging: 'prescription-lodging',
  cheque: 'prescription-cheque',
  promissory_note: 'prescription-note',
  other: 'prescription-general',
}

/**
 * When the claim to a debt ends (CC 189, 205, 206), and by which rule. An interruption has the whole term begin again on
 * its day (CC 202, sole §): the law lets that happen once in a debt's life.
 */
export function prescribesOn(product: Product, dueOn: LocalDate, interruption: Interruption | null = null): Prescription {
  const rule = currentRule(RULE_OF[product])
  invariant(rule.number !== null, `rule ${rule.id} has a term`)
  return { on: yearsAfter(interruption?.on ?? dueOn, rule.number), rule: rule.id, source: rule.source }
}

/** True from the day after the claim has ended: such a debt is not collected and gets no offer in silence. */
export function isBarred(prescribes: LocalDate, today: LocalDate): boolean {
  return prescribes < today
}

// A term in years ends on the day of the same number, or the day after where the month lacks it: 29 Feb -> 1 Mar (CC 132 §3).
export function yearsAfter(date: LocalDate, years: number): LocalDate {
  const end = addMonths(date, years * 12)
  return end.slice(8) === date.slice(8) ? end : addDays(end, 1)
}
