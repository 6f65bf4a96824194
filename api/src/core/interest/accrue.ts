import type { IndexCode } from '@repactua/shared/contract/indices.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { ok, type Result } from '../result.ts'
import { accrueAfterDue } from './contract-interest.ts'
import { correctPrincipal } from './indices/correction.ts'
import { accrueInterest } from './default-interest.ts'
import { indexRates, type MissingIndex, type MonthRate } from './indices/index-rates.ts'
import { historyFrom, TABLE_BEGINS } from './indices/legal-history.ts'
import { legalFrom } from './indices/legal-interest.ts'
import type { Ledger } from './ledger.ts'
import type { BalanceOptions, DebtTerms } from './types.ts'

/** Writes correction and interest for the days since the last line; refuses, writing nothing, where a month of an index is missing. */
export function accrue(ledger: Ledger, debt: DebtTerms, until: LocalDate, options: BalanceOptions): Result<null, MissingIndex> {
  if (ledger.open.principal > 0n) {
    const rates = ratesFor(ledger, debt, until, options)
    if (!rates.ok) return rates
    const { correction, table, selicBefore } = rates.value
    correctPrincipal(ledger, debt, until, correction)
    accrueAfterDue(ledger, debt, until)
    accrueInterest(ledger, debt, until, { table, selicBefore })
  }
  ledger.accruedTo = until
  return ok(null)
}

type Rates = Result<MonthRate[], MissingIndex>
type AllRates = Record<'correction' | 'table' | 'selicBefore', MonthRate[]>

const NONE: MonthRate[] = []
const NO_RATES: Result<AllRates, MissingIndex> = ok({ correction: NONE, table: NONE, selicBefore: NONE })

// All that the days need, or the month that lacks first. Most debts need none.
function ratesFor({ accruedTo }: Ledger, debt: DebtTerms, until: LocalDate, options: BalanceOptions): Result<AllRates, MissingIndex> {
  const { correctionIndex, interestMethod } = debt
  if (!correctionIndex && interestMethod !== 'legal') return NO_RATES
  const read = (index: IndexCode | null | undefined | false, from: LocalDate, end: LocalDate) => (index ? indexRates(debt.indices, index, from, end, options.projectIndices) : ok(NONE))
  const correction = read(correctionIndex, accruedTo, until)
  const table = read(interestMethod === 'legal' && 'legal_interest', legalFrom(accruedTo), until)
  const selicBefore = read(debt.legalInterestHistory === 'selic' && 'selic', historyFrom(accruedTo), until < TABLE_BEGINS ? until : TABLE_BEGINS)
  const missing = earliest([correction, table, selicBefore])
  if (missing) return missing
  return correction.ok && table.ok && selicBefore.ok ? ok({ correction: correction.value, table: table.value, selicBefore: selicBefore.value }) : NO_RATES
}

function earliest(all: readonly Rates[]): (Rates & { ok: false }) | null {
  const missing = all.filter((rates) => !rates.ok)
  return missing.reduce<(typeof missing)[number] | null>((first, each) => (first && first.error.knownUntil <= each.error.knownUntil ? first : each), null)
}
