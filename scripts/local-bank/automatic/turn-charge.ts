import type { Bank } from '../bank.ts'
import { tellRecurringCharge } from '../webhooks/tell-automatic.ts'
import type { Ending } from './recurrence.ts'
import type { Attempt, AttemptStatus, RecurringCharge, RecurringStatus } from './recurring-charge.ts'

/** Gives a charge its next status, with an attempt that waits where it ends, and tells its webhook. */
export function turnCharge(bank: Bank, charge: RecurringCharge, status: RecurringStatus, { ending }: { ending?: Ending } = {}): void {
  charge.status = status
  charge.atualizacao.push({ status, data: bank.clock.now().toISOString() })
  if (ending) charge.encerramento = ending
  const waiting = waitingAttempt(charge)
  if (waiting && status === 'CANCELADA') turnAttempt(bank, waiting, 'CANCELADA')
  tellRecurringCharge(bank, charge)
}

/** Gives an attempt its next status. */
export function turnAttempt({ clock }: Bank, attempt: Attempt, status: AttemptStatus): void {
  attempt.status = status
  attempt.atualizacao.push({ status, data: clock.now().toISOString() })
}

/** The attempt that is still to come. */
export function waitingAttempt({ tentativas }: RecurringCharge): Attempt | undefined {
  return tentativas.find(({ status }) => status === 'AGENDADA')
}
