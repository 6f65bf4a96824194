import type { EarlyPayment, InstallmentBand, PolicyRule } from '@repactua/shared/contract/policies.ts'
import { amortize, type Amortization } from '../installments/amortize.ts'
import { splitEqually } from '../money/allot.ts'
import { assembleOption, type PricedDebt, type Sheet } from './assemble-option.ts'
import { discountBalance, type Discounted } from './discount-balance.ts'
import type { MatchedDebt } from './match-debts.ts'
import { splitDownPayment } from './split-down-payment.ts'
import type { OfferOption, UnavailableReason } from './types.ts'

interface BandedDebt extends Discounted {
  matched: MatchedDebt
  band: InstallmentBand
}

interface FinancedDebt extends BandedDebt {
  downCents: bigint
  restCents: bigint
}

/** The plan of `count` payments for all debts together, or the reason why there is none. */
export function offerInstallments(sheet: Sheet, count: number): OfferOption | UnavailableReason {
  const banded = sheet.debts.flatMap((matched) => bandDebt(matched, count))
  if (banded.length < sheet.debts.length || sheet.dates.length < count) return 'not_in_policy'
  const financed = payDown(banded, sheet.request.downPaymentCents)
  if (!financed) return 'down_payment_too_small'
  return financed.every(({ restCents }) => restCents <= 0n) ? 'installment_too_small' : planOption(sheet, financed, count)
}

/** Every count that some rule names, in order. */
export function countsNamed(debts: readonly MatchedDebt[]): number[] {
  const bands = debts.flatMap(({ rule }) => rule.grant.installments ?? [])
  const counts = bands.flatMap(({ count }) => Array.from({ length: Math.max(0, count.max - count.min + 1) }, (_, i) => count.min + i))
  return [...new Set(counts)].sort((a, b) => a - b)
}

function bandDebt(matched: MatchedDebt, count: number): BandedDebt[] {
  const band = bandFor(matched.rule, count)
  return band ? [{ ...discountBalance(matched.balance.open, band.discount), matched, band }] : []
}

function bandFor({ grant }: PolicyRule, count: number): InstallmentBand | undefined {
  return grant.installments?.find((band) => band.count.min <= count && count <= band.count.max)
}

function payDown(debts: readonly BandedDebt[], asked: bigint | undefined): FinancedDebt[] | null {
  const whole = debts.reduce((sum, debt) => sum + debt.financedCents, 0n)
  const parts = debts.map((debt) => ({ financedCents: debt.financedCents, leastDownPaymentBps: debt.band.leastDownPaymentBps }))
  const downs = splitDownPayment(parts, asked !== undefined && asked > whole ? whole : asked)
  return downs && debts.map((debt, i) => ({ ...debt, downCents: downs[i] ?? 0n, restCents: debt.financedCents - (downs[i] ?? 0n) }))
}

function planOption(sheet: Sheet, debts: readonly FinancedDebt[], count: number): OfferOption | UnavailableReason {
  const downPaymentCents = debts.reduce((sum, debt) => sum + debt.downCents, 0n)
  const later = downPaymentCents > 0n ? count - 1 : count
  const rated = debts.map((debt) => ratedAmounts(debt, later))
  const amounts = addColumns([interestFreeAmounts(debts, later), ...rated], later)
  if (amounts.some((amount) => amount < leastInstallment(debts))) return 'installment_too_small'
  const option = assembleOption(sheet, {
    id: `installments-${count}`,
    kind: 'installments',
    amortization: commonAmortization(debts),
    earlyPayment: commonEarlyPayment(debts),
    priced: debts.map((debt, i) => priceDebt(debt, rated[i] ?? [])),
    downPaymentCents,
    amounts: downPaymentCents > 0n ? [downPaymentCents, ...amounts] : amounts,
    dates: sheet.dates,
    monthlyRateBps: Math.max(...debts.map((debt) => debt.band.monthlyRateBps)),
  })
  return option ?? 'not_in_policy'
}

// Debts without interest are split as one, so that their odd cents do not all gather in the first installment.
function interestFreeAmounts(debts: readonly FinancedDebt[], count: number): bigint[] {
  const rest = debts.filter(isInterestFree).reduce((sum, debt) => sum + debt.restCents, 0n)
  return splitEqually(rest, count)
}

function ratedAmounts(debt: FinancedDebt, count: number): bigint[] {
  return isInterestFree(debt) ? [] : amortize(debt.restCents, count, { monthlyRateBps: debt.band.monthlyRateBps, amortization: amortizationOf(debt) })
}

function amortizationOf({ band }: FinancedDebt): Amortization {
  return band.amortization ?? 'price'
}

function commonAmortization(debts: readonly FinancedDebt[]): Amortization | null {
  const [first, ...others] = new Set(debts.filter((debt) => !isInterestFree(debt)).map(amortizationOf))
  return first !== undefined && others.length === 0 ? first : null
}

// Each debt's rule must give it: the least discount, for the earliest day.
function commonEarlyPayment(debts: readonly FinancedDebt[]): EarlyPayment | null {
  const given = debts.flatMap(({ band }) => band.earlyPayment ?? [])
  if (given.length < debts.length) return null
  return { discountBps: Math.min(...given.map(({ discountBps }) => discountBps)), daysBefore: Math.max(...given.map(({ daysBefore }) => daysBefore)) }
}

function isInterestFree({ band }: FinancedDebt): boolean {
  return band.monthlyRateBps === 0
}

function priceDebt(debt: FinancedDebt, amounts: readonly bigint[]): PricedDebt {
  const { matched, financedCents, discounts } = debt
  const repaid = isInterestFree(debt) ? debt.restCents : amounts.reduce((sum, amount) => sum + amount, 0n)
  return { matched, financedCents, discounts, totalCents: debt.downCents + repaid }
}

function addColumns(rows: readonly (readonly bigint[])[], length: number): bigint[] {
  return Array.from({ length }, (_, i) => rows.reduce((sum, row) => sum + (row[i] ?? 0n), 0n))
}

function leastInstallment(debts: readonly FinancedDebt[]): bigint {
  return BigInt(Math.max(1, ...debts.map((debt) => debt.band.leastInstallmentCents)))
}
