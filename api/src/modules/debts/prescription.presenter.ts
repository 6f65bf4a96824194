import type { Debt } from '@repactua/shared/contract/debts.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { INTERRUPTION_SOURCES } from '../../core/legal/interruption.ts'
import { isBarred, prescribesOn } from '../../core/legal/prescription.ts'
import type { DebtRow } from './debts.repository.ts'
import { isStanding } from './debts.rules.ts'

/** Until when a debt may be collected, by which rule, and whether that day has passed. */
export function presentPrescription(debt: DebtRow, today: LocalDate): Pick<Debt, 'prescribesOn' | 'prescription' | 'barred'> {
  const { product, dueOn, prescribesOn: on, interruptedOn, interruptedBy: by } = debt
  const { rule, source: ofTerm } = prescribesOn(product, dueOn)
  const source = by ? `${ofTerm}; ${INTERRUPTION_SOURCES[by]}` : ofTerm
  return { prescribesOn: on, prescription: { on, rule, source, interruptedOn, by }, barred: isStanding(debt) && isBarred(on, today) }
}
