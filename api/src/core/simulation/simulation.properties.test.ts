import fc from 'fast-check'
import { addDays } from '@repactua/shared/time/local-date.ts'
import { expect, test } from 'vitest'
import { tableOf } from '../interest/balance.fixture.ts'
import { buildOffers } from '../offers/build-offers.ts'
import { band, debt, PERSON, policy, rule } from '../offers/offers.fixture.ts'
import type { OfferPolicy } from '../offers/types.ts'
import { countDebt, emptyPortfolio, type PortfolioTotals, type SideBySide } from './count-debt.ts'
import { expectCash } from './expect-cash.ts'
import { readTotals, writeTotals } from './keep-totals.ts'
import { layOutPolicy } from './lay-out-policy.ts'
import { amountsOf } from './price-offers.ts'
import { simulateDebt } from './simulate-debt.ts'
import { weighDebts } from '../offers/match/match-debts.ts'
import type { PlanTaken, PolicyLayout, PortfolioDebt } from './types.ts'

const TODAY = '2026-11-21'
const bps = (max = 10_000) => fc.integer({ min: 0, max })
const discounts = fc.record({ lateFineBps: bps(), defaultInterestBps: bps(), principalBps: bps() })
const bands = fc.record({
  discount: discounts,
  monthlyRateBps: fc.oneof(fc.constant(0), bps(200)),
  leastDownPaymentBps: fc.oneof(fc.constant(0), bps(3_000)),
  leastInstallmentCents: fc.integer({ min: 0, max: 20_000 }),
  amortization: fc.constantFrom('price' as const, 'sac' as const, 'simple' as const),
})
const later = fc.uniqueArray(fc.record({ discount: discounts, daysToPay: fc.integer({ min: 2, max: 60 }) }), { maxLength: 3, selector: ({ daysToPay }) => daysToPay })
const rules = fc
  .record({ discount: fc.option(discounts), low: bands, high: bands, from: fc.integer({ min: 2, max: 9 }), window: fc.integer({ min: 2, max: 60 }), daysToPay: fc.integer({ min: 2, max: 60 }), later, dueDays: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1 })) })
  .map(({ discount, low, high, from, window, daysToPay, later: others, dueDays }) => {
    const full = rule({ installments: [band(2, 6, low), band(from, 24, high)], daysToFirstPayment: window, ...(dueDays ? { dueDays } : {}) })
    const { cash: _, ...grant } = full.grant
    return { ...full, grant: discount ? { ...grant, cash: { discount, daysToPay, later: others } } : grant }
  })
const policies = fc
  .record({ first: rules, second: rules, last: rules, hasLast: fc.boolean(), projectIndices: fc.boolean() })
  .map(({ first, second, last, hasLast, projectIndices }) => policy([{ ...first, when: { products: ['school', 'card_revolving'] } }, { ...second, when: { overdueDays: { min: 200 } } }, ...(hasLast ? [last] : [])], { projectIndices }))
const indices = { ...tableOf('ipca', '2020-01', Array.from({ length: 78 }, (_, i) => BigInt((i * 271_828) % 1_500_000) - 200_000n)) }
const debts: fc.Arbitrary<PortfolioDebt & { isBarred: boolean }> = fc
  .record({
    principalCents: fc.bigInt(1n, 10n ** 8n),
    late: fc.integer({ min: -30, max: 1_500 }),
    product: fc.constantFrom('school' as const, 'retail' as const, 'card_revolving' as const),
    correctionIndex: fc.constantFrom(null, 'ipca' as const),
    paid: fc.option(fc.bigInt(1n, 10n ** 8n)),
    isBarred: fc.boolean(),
  })
  .map(({ principalCents, late, product, correctionIndex, paid, isBarred }) => {
    const dueOn = addDays(TODAY, -late)
    const payments = paid === null ? [] : [{ paidOn: addDays(TODAY, -1), cents: paid }]
    const terms = { ...debt().terms, principalCents, dueOn, correctionIndex, indices, payments }
    return { debt: debt({ product, terms }), person: PERSON, isBarred }
  })
const regimes = fc.constantFrom('financial' as const, 'non_financial' as const)
const planTaken = fc.constantFrom<PlanTaken>('shortest', 'longest')
const portfolios = fc.record({ drafted: policies, inForce: policies, regime: regimes, portfolio: fc.array(debts, { maxLength: 12 }), planTaken })

function run({ drafted, inForce, regime, portfolio, planTaken: taken }: { drafted: OfferPolicy; inForce: OfferPolicy | null; regime: 'financial' | 'non_financial'; portfolio: readonly (PortfolioDebt & { isBarred: boolean })[]; planTaken: PlanTaken }) {
  const scope = { regime, today: TODAY }
  const layouts: SideBySide<PolicyLayout> = { draft: layOutPolicy(drafted, scope), inForce: inForce && layOutPolicy(inForce, scope) }
  const totals = emptyPortfolio(layouts)
  for (const each of portfolio) countDebt(totals, layouts, each, taken)
  return { layouts, totals }
}

const sum = (cents: readonly bigint[]) => cents.reduce((total, each) => total + each, 0n)

test('a debt is offered what its sheet would offer, to the cent and to the day', () => {
  fc.assert(fc.property(policies, regimes, debts, (asked, regime, { debt: one, person }) => {
    const layout = layOutPolicy(asked, { regime, today: TODAY })
    const weighed = weighDebts({ debts: [one], regime, today: TODAY, policy: asked })
    const simulated = simulateDebt(layout, { debt: one, person }, weighed.ok ? (weighed.value[0]?.balance ?? null) : null)
    const sheet = buildOffers({ today: TODAY, regime, policy: asked, person, debts: [one] })
    const offered = sheet.ok ? sheet.value.options : []
    if (simulated.outcome !== 'reached') {
      expect(offered).toEqual([])
      return
    }
    const { rule: { lines, dates }, offers } = simulated
    const shown = offers.map((offer) => {
      const line = lines[offer.line]
      return { kind: line?.kind, rule: simulated.rule.rule.name, totalCents: offer.totalCents, discountCents: offer.discountCents, financedCents: offer.financedCents, downPaymentCents: offer.downPaymentCents, amounts: amountsOf(offer, simulated.rule), dueOn: line?.kind === 'cash' ? [line.dueOn] : dates.slice(0, offer.count) }
    })
    const expected = [...offered].sort((a, b) => a.count - b.count || (a.installments[0]!.dueOn < b.installments[0]!.dueOn ? -1 : 1)).map((option) => ({ kind: option.kind, rule: option.parts[0]?.rule, totalCents: option.totalCents, discountCents: option.discountCents, financedCents: option.financedCents, downPaymentCents: option.downPaymentCents, amounts: option.installments.map(({ amountCents }) => amountCents), dueOn: option.installments.map(({ dueOn }) => dueOn) }))
    expect(shown).toEqual(expected)
  }), { numRuns: 400 })
})

test('every debt of the portfolio is counted once', () => {
  fc.assert(fc.property(portfolios, (asked) => {
    const { totals } = run(asked)
    expect(totals.debts).toBe(asked.portfolio.length)
    for (const { unreached, indexMissing, nothingOwed, rules: own } of [totals.draft, totals.inForce!]) {
      const reached = own.reduce((debtsOfRules, { debts: count }) => debtsOfRules + count, 0)
      expect(totals.barred + indexMissing + nothingOwed + unreached.debts + reached).toBe(totals.debts)
    }
  }))
})

test('side by side is the same as two runs', () => {
  fc.assert(fc.property(portfolios, (asked) => {
    const both = run(asked).totals
    expect(both.draft).toEqual(run({ ...asked, inForce: null }).totals.draft)
    expect(both.inForce).toEqual(run({ ...asked, drafted: asked.inForce, inForce: null }).totals.draft)
  }))
})

test('a run that stops and goes on from what it kept ends like one that never stopped', () => {
  fc.assert(fc.property(portfolios, fc.integer({ min: 0, max: 12 }), (asked, at) => {
    const { layouts, totals } = run({ ...asked, portfolio: asked.portfolio.slice(0, at) })
    const kept: PortfolioTotals = readTotals(writeTotals(totals))
    for (const each of asked.portfolio.slice(at)) countDebt(kept, layouts, each, asked.planTaken)
    expect(kept).toEqual(run(asked).totals)
  }))
})

test('what falls due in all months is what the offers come to, and the months sum to what is expected', () => {
  fc.assert(fc.property(portfolios, bps(5_000), bps(5_000), bps(), (asked, cashBps, installmentsBps, paidInstallmentBps) => {
    const { layouts, totals } = run(asked)
    const expected = expectCash(layouts.draft, totals.draft, { cashBps, installmentsBps, paidInstallmentBps })
    const cash = sum(totals.draft.rules.map((own) => own.cash.totalCents))
    const plans = sum(totals.draft.rules.map((own) => own.plans.totalCents))
    expect(sum(expected.months.map(({ cashDueCents }) => cashDueCents))).toBe(cash)
    expect(sum(expected.months.map(({ installmentsDueCents }) => installmentsDueCents))).toBe(plans)
    expect(sum(expected.months.map(({ expectedCents }) => expectedCents))).toBe(expected.cashInCents)
    const exact = cash * BigInt(cashBps) * 10_000n + plans * BigInt(installmentsBps) * BigInt(paidInstallmentBps)
    expect(expected.cashInCents).toBe((exact + 50_000_000n) / 100_000_000n)
    for (const { month, expectedCents } of expected.months) expect([month.length, expectedCents >= 0n]).toEqual([7, true])
  }))
})
