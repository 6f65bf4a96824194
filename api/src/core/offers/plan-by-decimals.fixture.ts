import { Decimal } from 'decimal.js'
import type { Discount, InstallmentBand } from '@repactua/shared/contract/policies.ts'
import type { OpenAmounts } from '../interest/types.ts'
import { add, exact, Exact, whole } from '../oracle.fixture.ts'

/** One debt of a plan: what is open of it and the band that it is in. */
export interface OracleDebt {
  open: OpenAmounts
  band: InstallmentBand
}

export interface OraclePlan {
  financed: Exact
  down: Exact
  amounts: Exact[]
}

/** What is left of a debt after a discount, by decimals. Half a cent is forgiven. */
export function financedByDecimals(open: OpenAmounts, { principalBps, contractInterestBps = 0, lateFineBps, defaultInterestBps, feesBps = 0 }: Discount): Exact {
  const parts: [bigint, number][] = [
    [open.principal, principalBps], [open.correction, principalBps], [open.contractInterest, contractInterestBps],
    [open.lateFine, lateFineBps], [open.defaultInterest, defaultInterestBps], [open.collectionFees, feesBps],
  ]
  return add(parts.map(([cents, bps]) => exact(cents).sub(whole(exact(cents).mul(bps).div(10_000)))))
}

/** The plan of `count` payments for all debts, by decimals; or why there is none. */
export function planByDecimals(debts: readonly OracleDebt[], count: number, asked: bigint | undefined): OraclePlan | 'down_payment_too_small' | 'installment_too_small' {
  const financed = debts.map(({ open, band }) => financedByDecimals(open, band.discount))
  const downs = payDown(debts, financed, asked)
  if (!downs) return 'down_payment_too_small'
  const [sum, down] = [add(financed), add(downs)]
  const rests = financed.map((amount, i) => amount.sub(downs[i] ?? 0))
  if (rests.every((rest) => rest.lte(0))) return 'installment_too_small'
  const later = down.gt(0) ? count - 1 : count
  const isFree = (_: unknown, i: number) => debts[i]?.band.monthlyRateBps === 0
  const rows = [split(add(rests.filter(isFree)), later), ...rests.map((rest, i) => (isFree(rest, i) ? split(new Exact(0), later) : repay(rest, later, debts[i]!.band)))]
  const amounts = Array.from({ length: later }, (_, i) => add(rows.map((row) => row[i]!)))
  const least = Math.max(1, ...debts.map(({ band }) => band.leastInstallmentCents))
  if (amounts.some((amount) => amount.lt(least))) return 'installment_too_small'
  return { financed: sum, down, amounts: down.gt(0) ? [down, ...amounts] : amounts }
}

function payDown(debts: readonly OracleDebt[], financed: readonly Exact[], asked: bigint | undefined): Exact[] | null {
  const least = financed.map((amount, i) => amount.mul(debts[i]!.band.leastDownPaymentBps).div(10_000).toDecimalPlaces(0, Decimal.ROUND_UP))
  const given = asked === undefined ? add(least) : Exact.min(exact(asked), add(financed))
  const extra = given.sub(add(least))
  if (extra.lt(0)) return null
  const rooms = financed.map((amount, i) => amount.sub(least[i]!))
  const room = add(rooms)
  if (room.lte(0)) return least
  // Largest remainder: whole cents first, the rest one by one to the largest fractions.
  const shares = rooms.map((each) => extra.mul(each).div(room))
  const floors = shares.map((share) => share.add('1e-25').floor())
  const order = shares.map((share, i) => ({ i, fraction: share.sub(floors[i]!).toDecimalPlaces(20) })).sort((a, b) => b.fraction.cmp(a.fraction) || a.i - b.i)
  const left = extra.sub(add(floors)).toNumber()
  for (const { i } of order.slice(0, left)) floors[i] = floors[i]!.add(1)
  return floors.map((floor, i) => floor.add(least[i]!))
}

function split(cents: Exact, count: number): Exact[] {
  const least = cents.div(count).floor()
  return Array.from({ length: count }, (_, i) => (cents.sub(least.mul(count)).gt(i) ? least.add(1) : least))
}

function repay(cents: Exact, count: number, { monthlyRateBps, amortization = 'price' }: InstallmentBand): Exact[] {
  const rate = new Exact(monthlyRateBps).div(10_000)
  if (amortization === 'sac') {
    let open = cents
    return split(cents, count).map((part) => {
      const interest = whole(open.mul(rate))
      open = open.sub(part)
      return part.add(interest)
    })
  }
  const amount = whole(amortization === 'price' ? priceOf(cents, rate, count) : simpleOf(cents, rate, count))
  return amount.mul(count).lt(cents) ? split(cents, count) : Array<Exact>(count).fill(amount)
}

function priceOf(cents: Exact, rate: Exact, count: number): Exact {
  return cents.mul(rate).div(new Exact(1).sub(rate.add(1).pow(-count)))
}

// What n payments at simple interest grow to by the last one: each earns for the months that are left.
function simpleOf(cents: Exact, rate: Exact, count: number): Exact {
  const grown = add(Array.from({ length: count }, (_, i) => rate.mul(count - 1 - i).add(1)))
  return cents.mul(rate.mul(count).add(1)).div(grown)
}
