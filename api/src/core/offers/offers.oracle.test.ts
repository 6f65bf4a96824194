import fc from 'fast-check'
import type { PolicyRule } from '@repactua/shared/contract/policies.ts'
import { addDays } from '@repactua/shared/time/local-date.ts'
import { expect, test } from 'vitest'
import { balanceOf } from '../interest/balance.fixture.ts'
import { add, Exact, ORACLE_TIMEOUT_MS, oracleRuns } from '../oracle.fixture.ts'
import { buildOffers, type OfferDebt, type OfferOption } from './build-offers.ts'
import { band, debt, request, rule } from './offers.fixture.ts'
import { financedByDecimals, planByDecimals } from './plan-by-decimals.fixture.ts'

// Whole sheets by another road: decimals of 40 digits and rounding where the documents say so; days by Date. Balances have their own oracle.

const DAY_MS = 86_400_000
const bps = fc.integer({ min: 0, max: 10_000 })
const discounts = fc.record({ principalBps: bps, lateFineBps: bps, defaultInterestBps: bps, contractInterestBps: bps, feesBps: bps })
const bands = fc.record({
  discount: fc.oneof(discounts, fc.constant({ principalBps: 0, lateFineBps: 0, defaultInterestBps: 0 })),
  monthlyRateBps: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 2_000 })),
  amortization: fc.constantFrom('price' as const, 'sac' as const, 'simple' as const),
  leastDownPaymentBps: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9_000 })),
  leastInstallmentCents: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 10_000 })),
})
const terms = fc.record({
  principalCents: fc.oneof(fc.bigInt(1n, 10n ** 3n), fc.bigInt(10n ** 3n, 10n ** 7n), fc.bigInt(1n, 10n ** 15n)),
  dueOn: fc.integer({ min: 1, max: 1_500 }).map((days) => addDays('2026-11-21', -days)),
  lateFeeBps: fc.integer({ min: 0, max: 200 }),
  defaultInterestMonthlyBps: fc.integer({ min: 0, max: 100 }),
  payments: fc.constant([]),
})
const cases = fc.record({
  debts: fc.array(fc.record({ terms, own: bands, cash: discounts }), { minLength: 1, maxLength: 3 }),
  count: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 2, max: 24 }) }, { weight: 1, arbitrary: fc.integer({ min: 25, max: 120 }) }),
  daysToFirstPayment: fc.integer({ min: 5, max: 60 }),
  askedBps: fc.option(fc.bigInt(0n, 9_900n)),
})

test('random debts and plans agree with decimal.js to the cent, and the CET to a hundredth', () => {
  fc.assert(
    fc.property(cases, ({ debts: drawn, count, daysToFirstPayment, askedBps }) => {
      const debts: OfferDebt[] = drawn.map((each, i) => debt({ id: `d${i}`, segment: `s${i}`, terms: each.terms }))
      const rules = drawn.map((each, i): PolicyRule => rule({ cash: { discount: each.cash, daysToPay: 5 }, installments: [band(count, count, each.own)], daysToFirstPayment }, { segments: [`s${i}`] }))
      const balances = debts.map((each) => balanceOf(each.terms, '2026-11-21'))
      const balanceCents = balances.reduce((sum, { totalCents }) => sum + totalCents, 0n)
      const asked = askedBps === null ? undefined : (balanceCents * askedBps) / 10_000n
      const base = request()
      const built = buildOffers({ ...base, policy: { ...base.policy, rules }, debts, ...(asked === undefined ? {} : { downPaymentCents: asked }) })
      const [options, reasons] = built.ok ? [built.value.options, built.value.unavailable.map(({ reason }) => reason)] : [[], []]
      const cash = add(balances.map(({ open }, i) => financedByDecimals(open, drawn[i]!.cash)))
      const plan = planByDecimals(balances.map(({ open }, i) => ({ open, band: band(count, count, drawn[i]!.own) })), count, asked)

      const offered = options.find(({ kind }) => kind === 'installments')
      const atOnce = options.find(({ kind }) => kind === 'cash')
      if (cash.gt(0) && atOnce) expect(String(atOnce.totalCents)).toBe(cash.toFixed(0))
      if (typeof plan === 'string') {
        expect([offered, built.ok ? reasons : [plan]]).toEqual([undefined, [plan]])
        return
      }
      const total = add(plan.amounts)
      if (!offered) {
        expect(reasons).toEqual(['worse_than_another'])
        expect(cash.lte(total) && cash.lte(Exact.max(...plan.amounts))).toBe(true)
        return
      }
      expect([offered.financedCents, offered.downPaymentCents, offered.totalCents, offered.interestCents].map(String)).toEqual(
        [plan.financed, plan.down, total, total.sub(plan.financed)].map((amount) => amount.toFixed(0)),
      )
      expect(offered.installments.map(({ amountCents }) => String(amountCents))).toEqual(plan.amounts.map((amount) => amount.toFixed(0)))
      expect(isCet(offered)).toBe(true)
    }),
    oracleRuns(1_000),
  )
}, ORACLE_TIMEOUT_MS)

// The true rate lies within half a hundredth of the printed one: there the flows go from worth more than was financed to worth less.
function isCet({ cetYearly, financedCents, totalCents, installments }: OfferOption): boolean {
  if (totalCents <= financedCents) return cetYearly === '0.00'
  const worth = (percent: Exact): Exact => {
    const daily = percent.div(100).add(1).pow(new Exact(-1).div(365))
    let [factor, day] = [new Exact(1), Date.parse('2026-11-21')]
    return add(installments.map(({ dueOn, amountCents }) => {
      factor = factor.mul(daily.pow((Date.parse(dueOn) - day) / DAY_MS))
      day = Date.parse(dueOn)
      return factor.mul(String(amountCents))
    }))
  }
  const printed = new Exact(cetYearly)
  return worth(printed.sub('0.005')).gte(String(financedCents)) && worth(printed.add('0.005')).lte(String(financedCents))
}
