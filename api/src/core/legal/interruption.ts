import type { Interruption, InterruptionCause } from '@repactua/shared/contract/debts.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { prescribesOn } from './prescription.ts'
import type { Product } from './types.ts'

/** Why an act cannot have interrupted the term of a debt. */
export type InterruptionFault = 'before_due' | 'in_future' | 'after_term'

interface Claim {
  product: Product
  dueOn: LocalDate
}

/**
 * Whether an act interrupted the term of a debt: the term runs from the due date on (CC 199 II), and once it has run out
 * nothing interrupts it any more. What the debtor does later is a renunciation, which takes their own plain word (CC 191).
 */
export function interruptionFault({ product, dueOn }: Claim, { on }: Interruption, today: LocalDate): InterruptionFault | null {
  if (on < dueOn) return 'before_due'
  if (on > today) return 'in_future'
  return on > prescribesOn(product, dueOn).on ? 'after_term' : null
}

/** The interruption that stands after a recognition of the debt on a day; null where that changes nothing (CC 202 VI). */
export function recognise({ product, dueOn, interruption }: Claim & { interruption: Interruption | null }, on: LocalDate): Interruption | null {
  const act: Interruption = { on, by: 'recognition' }
  return interruption || interruptionFault({ product, dueOn }, act, on) ? null : act
}

/** Where the law says that such an act interrupts. */
export const INTERRUPTION_SOURCES: Record<InterruptionCause, string> = {
  judicial_order: 'Código Civil, art. 202, I',
  judicial_protest: 'Código Civil, art. 202, II',
  protest: 'Código Civil, art. 202, III',
  claim_in_estate: 'Código Civil, art. 202, IV',
  judicial_notice: 'Código Civil, art. 202, V',
  recognition: 'Código Civil, art. 202, VI',
}
