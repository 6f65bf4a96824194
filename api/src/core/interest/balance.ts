import { daysBetween, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { nextBusinessDay } from '../calendar/bank-holidays.ts'
import { brl } from '../money/show.ts'
import { accrueInterest, chargeFine } from './late-charges.ts'
import { ZERO, type Ledger } from './ledger.ts'
import { imputePayment, paymentsLine } from './payments.ts'
import type { Balance, BalanceComponent, DebtTerms } from './types.ts'

export type { Balance, BalanceComponent, DebtPayment, DebtTerms } from './types.ts'

/**
 * What a debt comes to on a day: principal, one fine (CDC 52 §1), simple interest on the actual days of 30-day months, less
 * payments up to that day. A debt paid by the business day after a non-business due date bears no charge (Lei 7.089/83).
 */
export function balanceAsOf(debt: DebtTerms, asOf: LocalDate): Balance {
  const ledger = settle(debt, asOf)
  const { principal, lateFine, defaultInterest } = ledger.open
  const totalCents = principal + lateFine + defaultInterest
  const payments = paymentsLine(ledger)
  const components = [principalLine(debt), ...ledger.fine, ...interestLines(ledger), ...(payments ? [payments] : [])]
  return { asOf, overdueDays: overdueDays(debt, asOf), totalCents, components, open: { ...ledger.open } }
}

function settle(debt: DebtTerms, asOf: LocalDate): Ledger {
  const lastDayInTime = nextBusinessDay(debt.dueOn)
  const ledger: Ledger = { open: { ...ZERO, principal: debt.principalCents }, accruedTo: debt.dueOn, fine: [], interest: [], paid: [] }
  const payments = debt.payments.filter((payment) => payment.paidOn <= asOf).sort((a, b) => daysBetween(b.paidOn, a.paidOn))
  const isInTime = (payment: { paidOn: LocalDate }) => payment.paidOn <= lastDayInTime
  for (const payment of payments.filter(isInTime)) imputePayment(ledger, payment)
  if (asOf <= lastDayInTime) return ledger
  chargeFine(ledger, debt)
  for (const payment of payments.filter((each) => !isInTime(each))) {
    accrueInterest(ledger, debt, payment.paidOn)
    imputePayment(ledger, payment)
  }
  accrueInterest(ledger, debt, asOf)
  return ledger
}

function principalLine(debt: DebtTerms): BalanceComponent {
  return { kind: 'principal', cents: debt.principalCents, formula: `${brl(debt.principalCents)} no vencimento`, rule: 'contract' }
}

// One period needs no dates; several do, so that each can be told from the next.
function interestLines({ interest }: Ledger): BalanceComponent[] {
  return interest.map(({ line, period }) => (interest.length > 1 ? { ...line, formula: `${line.formula} (${period})` } : line))
}

function overdueDays(debt: DebtTerms, asOf: LocalDate): number {
  return asOf <= nextBusinessDay(debt.dueOn) ? 0 : daysBetween(debt.dueOn, asOf)
}
