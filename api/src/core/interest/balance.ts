import { daysBetween, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { nextBusinessDay } from '../calendar/bank-holidays.ts'
import { invariant } from '../invariant.ts'
import { sourceOf } from '../legal/legal-rules.ts'
import { brl } from '../money/show.ts'
import { ok, type Result } from '../result.ts'
import { accrue } from './accrue.ts'
import { roomForCharges } from './charges-cap.ts'
import { accrueUntilDue } from './contract-interest.ts'
import type { MissingIndex } from './indices/index-rates.ts'
import { chargeFees, chargeFine } from './late-charges.ts'
import { sumOpen, ZERO, type Ledger } from './ledger.ts'
import { imputePayment, paymentsLine } from './payments.ts'
import type { Balance, BalanceComponent, BalanceLine, BalanceOptions, DebtTerms } from './types.ts'

export type { MissingIndex } from './indices/index-rates.ts'
export type { Balance, BalanceComponent, DebtPayment, DebtTerms } from './types.ts'

/**
 * What a debt comes to on a day: principal, the contract's interest, correction, one fine (CDC 52 §1), default interest and
 * collection fees where the contract has them, less payments up to that day. A debt paid by the business day after a
 * non-business due date bears no late charge (Lei 7.089/83). Refuses where an index lacks a month that it needs.
 */
export function balanceAsOf(debt: DebtTerms, asOf: LocalDate, options: BalanceOptions = {}): Result<Balance, MissingIndex> {
  const settled = settle(debt, asOf, options)
  if (!settled.ok) return settled
  const ledger = settled.value
  const payments = paymentsLine(ledger, debt)
  const { contract, correction, fine, interest, fees } = ledger
  const lines = [principalLine(debt), ...dated(contract), ...dated(correction), ...fine, ...dated(interest), ...fees, ...(payments ? [payments] : [])]
  const components = lines.map(componentOf)
  return ok({ asOf, overdueDays: overdueDays(debt, asOf), totalCents: sumOpen(ledger.open), components, open: { ...ledger.open } })
}

/** The balance of the day, or of the last day before it that the index tables reach, with the month that is missing. */
export function latestBalance(debt: DebtTerms, today: LocalDate, options: BalanceOptions = {}): { balance: Balance; missing: MissingIndex | null } {
  const answer = balanceAsOf(debt, today, options)
  if (answer.ok) return { balance: answer.value, missing: null }
  const known = balanceAsOf(debt, answer.error.knownUntil, options)
  invariant(known.ok, 'a balance is known up to the day that its refusal names')
  return { balance: known.value, missing: answer.error }
}

function settle(debt: DebtTerms, asOf: LocalDate, options: BalanceOptions): Result<Ledger, MissingIndex> {
  const lastDayInTime = nextBusinessDay(debt.dueOn)
  const ledger = openLedger(debt)
  const payments = debt.payments.filter((payment) => payment.paidOn <= asOf).sort((a, b) => daysBetween(b.paidOn, a.paidOn))
  const isInTime = (payment: { paidOn: LocalDate }) => payment.paidOn <= lastDayInTime
  for (const payment of payments.filter(isInTime)) {
    accrueUntilDue(ledger, debt, payment.paidOn)
    imputePayment(ledger, debt, payment)
  }
  accrueUntilDue(ledger, debt, asOf)
  if (asOf <= lastDayInTime) return ok(ledger)
  chargeFine(ledger, debt)
  chargeFees(ledger, debt)
  for (const payment of payments.filter((each) => !isInTime(each))) {
    const accrued = accrue(ledger, debt, payment.paidOn, options)
    if (!accrued.ok) return accrued
    imputePayment(ledger, debt, payment)
  }
  const accrued = accrue(ledger, debt, asOf, options)
  return accrued.ok ? ok(ledger) : accrued
}

function openLedger(debt: DebtTerms): Ledger {
  const { principalCents, dueOn, contractInterest } = debt
  const open = { ...ZERO, principal: principalCents }
  return { open, accruedTo: contractInterest?.from ?? dueOn, room: roomForCharges(debt), contract: [], fine: [], fees: [], correction: [], interest: [], paid: [] }
}

function componentOf(line: BalanceLine): BalanceComponent {
  const component = { ...line, source: line.source ?? sourceOf(line.rule) }
  return line.months?.some(({ projected }) => projected) ? { ...component, projected: true } : component
}

function principalLine(debt: DebtTerms): BalanceLine {
  return { kind: 'principal', cents: debt.principalCents, formula: `${brl(debt.principalCents)} no vencimento`, rule: 'contract' }
}

// One period needs no dates; several do, so that each can be told from the next.
function dated(lines: Ledger['interest']): BalanceLine[] {
  return lines.map(({ line, period }) => (lines.length > 1 ? { ...line, formula: `${line.formula} (${period})` } : line))
}

function overdueDays(debt: DebtTerms, asOf: LocalDate): number {
  return asOf <= nextBusinessDay(debt.dueOn) ? 0 : daysBetween(debt.dueOn, asOf)
}
