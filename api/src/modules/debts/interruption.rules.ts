import type { DebtInput, Interruption } from '@repactua/shared/contract/debts.ts'
import type { FieldError } from '@repactua/shared/errors/problem.ts'
import { isLocalDate, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { interruptionFault, type InterruptionFault } from '../../core/legal/interruption.ts'
import { prescribesOn } from '../../core/legal/prescription.ts'
import type { DebtRow, NewDebt } from './debts.repository.ts'

const FAULT_TEXTS: Record<InterruptionFault, string> = {
  before_due: 'O prazo só corre depois do vencimento: informe uma data a partir dele.',
  in_future: 'Informe uma data até hoje.',
  after_term: 'O prazo já tinha terminado nesta data, e prazo terminado não se interrompe.',
}
const FAULT_CODES: Record<InterruptionFault, string> = { before_due: 'interruption_before_due', in_future: 'date_in_future', after_term: 'interruption_after_term' }

type TermInput = Pick<DebtInput, 'product' | 'dueOn'>

/** What is wrong with the interruption that comes with a debt: too early, in the future, or a revival (CC 191, 199, 202). */
export function checkInterruption({ product, dueOn, interruption }: TermInput & Pick<DebtInput, 'interruption'>, today: LocalDate): FieldError[] {
  if (!interruption || !isLocalDate(dueOn)) return []
  const fault = interruptionFault({ product, dueOn }, interruption, today)
  return fault ? [{ pointer: '/interruption/on', code: FAULT_CODES[fault], message: FAULT_TEXTS[fault] }] : []
}

/** The last day of the claim, and what had its term begin again, as the debt's row holds them. */
export function plainTerm({ product, dueOn, interruption = null }: TermInput & { interruption?: Interruption | null }): Pick<DebtRow, 'prescribesOn' | 'interruptedOn' | 'interruptedBy'> {
  return { prescribesOn: prescribesOn(product, dueOn, interruption).on, interruptedOn: interruption?.on ?? null, interruptedBy: interruption?.by ?? null }
}

/** The interruption that a debt's row holds. */
export function interruptionOf({ interruptedOn: on, interruptedBy: by }: Pick<DebtRow, 'interruptedOn' | 'interruptedBy'>): Interruption | null {
  return on && by ? { on, by } : null
}

/**
 * Whether what came contradicts the interruption that is there: a second one (CC 202: once only), or another term for it to
 * have interrupted. What says nothing of it leaves it as it is.
 */
export function interruptsAgain(debt: DebtRow, sent: NewDebt): boolean {
  if (!debt.interruptedOn) return false
  const isOther = sent.interruptedOn != null && (sent.interruptedOn !== debt.interruptedOn || sent.interruptedBy !== debt.interruptedBy)
  return isOther || sent.product !== debt.product || sent.dueOn !== debt.dueOn
}

/** What came, with the interruption that is there already and its term. */
export function keepInterruption(debt: DebtRow, sent: NewDebt): NewDebt {
  const { interruptedOn, interruptedBy, prescribesOn } = debt
  return interruptedOn ? { ...sent, interruptedOn, interruptedBy, prescribesOn } : sent
}
