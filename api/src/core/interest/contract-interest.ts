import { daysBetween, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { withinCap } from './charges-cap.ts'
import { compoundInterest, simpleInterest } from './interest-of-days.ts'
import { periodOf, type Ledger } from './ledger.ts'
import type { DebtTerms } from './types.ts'

/**
 * Writes the contract's own interest on the open principal up to a day, and no further than the due date. A day before the
 * due date bears it up to that day alone: who pays early pays the proportional part (CDC 52 §2).
 */
export function accrueUntilDue(ledger: Ledger, debt: DebtTerms, day: LocalDate): void {
  if (!debt.contractInterest) return
  const until = day < debt.dueOn ? day : debt.dueOn
  if (until <= ledger.accruedTo) return
  writeInterest(ledger, debt, until, ruleOf(debt))
  ledger.accruedTo = until
}

/**
 * Writes it for the days since the last line after the due date, where the contract goes on with it: at the same rate, as
 * CMN 4.882/2020 arts. 2 and 3 allow to financial creditors. What is open of earlier interest bears none.
 */
export function accrueAfterDue(ledger: Ledger, debt: DebtTerms, until: LocalDate): void {
  if (debt.contractInterest?.afterDue) writeInterest(ledger, debt, until, 'contract-interest-late')
}

function writeInterest(ledger: Ledger, { contractInterest, dayCount }: DebtTerms, until: LocalDate, rule: string): void {
  if (!contractInterest) return
  const { monthlyBps: bps, method } = contractInterest
  const days = daysBetween(ledger.accruedTo, until)
  const { cents, formula } = (method === 'compound' ? compoundInterest : simpleInterest)(ledger.open.principal, days, { bps, dayCount })
  const line = withinCap(ledger, { kind: 'contract_interest', cents, formula, rule, rateBps: bps, days })
  if (line.cents === 0n) return
  ledger.open.contractInterest += line.cents
  ledger.contract.push({ line, period: periodOf(ledger.accruedTo, until) })
}

function ruleOf({ contractInterest, regime }: DebtTerms): string {
  if (contractInterest?.method === 'compound') return 'compounding'
  return regime === 'non_financial' ? 'usury' : 'contract'
}
