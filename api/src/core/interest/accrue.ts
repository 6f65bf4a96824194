import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { ok, type Result } from '../result.ts'
import { correctPrincipal } from './correction.ts'
import { accrueInterest } from './default-interest.ts'
import { indexRates, type MissingIndex, type MonthRate } from './index-rates.ts'
import { legalFrom } from './legal-interest.ts'
import type { Ledger } from './ledger.ts'
import type { DebtTerms } from './types.ts'

/** Writes correction and interest for the days since the last line; refuses, writing nothing, where a month of an index is missing. */
export function accrue(ledger: Ledger, debt: DebtTerms, until: LocalDate): Result<null, MissingIndex> {
  if (ledger.open.principal > 0n) {
    const correction = correctionRates(ledger, debt, until)
    const legal = legalRates(ledger, debt, until)
    const missing = earlier(correction, legal)
    if (missing) return missing
    if (correction.ok) correctPrincipal(ledger, debt, until, correction.value)
    if (legal.ok) accrueInterest(ledger, debt, until, legal.value)
  }
  ledger.accruedTo = until
  return ok(null)
}

type Rates = Result<MonthRate[], MissingIndex>

function correctionRates({ accruedTo }: Ledger, { correctionIndex, indices }: DebtTerms, until: LocalDate): Rates {
  return correctionIndex ? indexRates(indices, correctionIndex, accruedTo, until) : ok([])
}

function legalRates({ accruedTo }: Ledger, { interestMethod, indices }: DebtTerms, until: LocalDate): Rates {
  return interestMethod === 'legal' ? indexRates(indices, 'legal_interest', legalFrom(accruedTo), until) : ok([])
}

function earlier(a: Rates, b: Rates): (Rates & { ok: false }) | null {
  if (a.ok) return b.ok ? null : b
  return b.ok || a.error.knownUntil <= b.error.knownUntil ? a : b
}
