import fc from 'fast-check'
import { addDays } from '@repactua/shared/time/local-date.ts'
import { expect, test } from 'vitest'
import { isBusinessDay } from '../calendar/bank-holidays.ts'
import { balanceOf } from './balance.fixture.ts'
import type { DebtTerms } from './balance.ts'
import { ZERO } from './ledger.ts'

const debt: DebtTerms = { principalCents: 98_000n, dueOn: '2026-03-10', lateFeeBps: 200, defaultInterestMonthlyBps: 100, payments: [] }
const lines = (terms: DebtTerms, asOf: string) => balanceOf(terms, asOf).components.map(({ kind, cents, formula }) => [kind, cents, formula.replaceAll('\u00a0', ' ')])

test('R$ 980,00, 256 days late, comes to R$ 1.083,23', () => {
  const balance = balanceOf(debt, '2026-11-21')
  expect(balance).toMatchObject({ asOf: '2026-11-21', overdueDays: 256, totalCents: 108_323n })
  expect(balance.open).toEqual({ ...ZERO, principal: 98_000n, lateFine: 1_960n, defaultInterest: 8_363n })
  expect(lines(debt, '2026-11-21')).toEqual([
    ['principal', 98_000n, 'R$ 980,00 no vencimento'],
    ['late_fine', 1_960n, 'R$ 980,00 × 2%'],
    ['default_interest', 8_363n, 'R$ 980,00 × 1% ÷ 30 × 256 dias'],
  ])
  expect(balance.components.map(({ rule }) => rule)).toEqual(['contract', 'late-fine', 'default-start'])
})

test('the interest names the rule that limits it, where the regime is known', () => {
  const ruleOf = (regime: 'financial' | 'non_financial') => balanceOf({ ...debt, regime }, '2026-11-21').components.at(-1)?.rule
  expect([ruleOf('financial'), ruleOf('non_financial')]).toEqual(['default-interest-bank', 'usury'])
})

test('before and on the due date there is only the principal', () => {
  expect(balanceOf(debt, '2026-03-01')).toMatchObject({ overdueDays: 0, totalCents: 98_000n })
  expect(balanceOf(debt, '2026-03-10')).toMatchObject({ overdueDays: 0, totalCents: 98_000n })
  expect(balanceOf(debt, '2026-03-11')).toMatchObject({ overdueDays: 1, totalCents: 98_000n + 1_960n + 33n })
})

// 14 February 2026 is the Saturday before Carnival; the banks open again on Wednesday, the 18th.
const onSaturday = { ...debt, dueOn: '2026-02-14' }

test('a non-business due date is met on the next business day, without charges', () => {
  expect(balanceOf(onSaturday, '2026-02-18')).toMatchObject({ overdueDays: 0, totalCents: 98_000n })
  const paid = { ...onSaturday, payments: [{ paidOn: '2026-02-18', cents: 98_000n }] }
  expect(balanceOf(paid, '2026-11-21').totalCents).toBe(0n)
})

test('later than that, the days count from the original date', () => {
  const balance = balanceOf(onSaturday, '2026-02-19')
  expect(balance.overdueDays).toBe(5)
  expect(balance.open).toEqual({ ...ZERO, principal: 98_000n, lateFine: 1_960n, defaultInterest: 163n })
})

test('a payment in time leaves fine and interest only on the rest', () => {
  const partly = { ...onSaturday, payments: [{ paidOn: '2026-02-18', cents: 48_000n }] }
  expect(balanceOf(partly, '2026-02-19').open).toEqual({ ...ZERO, principal: 50_000n, lateFine: 1_000n, defaultInterest: 83n })
})

test('late payments take interest, then the fine, then the principal', () => {
  const paying = { ...debt, payments: [{ paidOn: '2026-06-08', cents: 30_000n }, { paidOn: '2026-04-09', cents: 2_000n }] }
  expect(lines(paying, '2026-06-09')).toEqual([
    ['principal', 98_000n, 'R$ 980,00 no vencimento'],
    ['late_fine', 1_960n, 'R$ 980,00 × 2%'],
    ['default_interest', 980n, 'R$ 980,00 × 1% ÷ 30 × 30 dias (10/03/2026 a 09/04/2026)'],
    ['default_interest', 1_960n, 'R$ 980,00 × 1% ÷ 30 × 60 dias (09/04/2026 a 08/06/2026)'],
    ['default_interest', 24n, 'R$ 709,00 × 1% ÷ 30 × 1 dia (08/06/2026 a 09/06/2026)'],
    ['payments', -32_000n, 'R$ 20,00 em 09/04/2026 + R$ 300,00 em 08/06/2026'],
  ])
  expect(balanceOf(paying, '2026-06-09')).toMatchObject({ totalCents: 70_924n, open: { principal: 70_900n, lateFine: 0n, defaultInterest: 24n } })
})

test('a payment that does not reach covers the interest first, then what it can of the fine', () => {
  const paying = { ...debt, payments: [{ paidOn: '2026-04-09', cents: 2_000n }] }
  expect(balanceOf(paying, '2026-04-09').open).toEqual({ ...ZERO, principal: 98_000n, lateFine: 940n, defaultInterest: 0n })
})

test('a payment after the day asked for is not there yet', () => {
  const later = { ...debt, payments: [{ paidOn: '2026-11-22', cents: 98_000n }] }
  expect(balanceOf(later, '2026-11-21').totalCents).toBe(108_323n)
})

test('too much paid never makes less than nothing', () => {
  const overpaid = { ...debt, payments: [{ paidOn: '2026-11-20', cents: 200_000n }, { paidOn: '2026-11-21', cents: 5_000n }] }
  const balance = balanceOf(overpaid, '2026-12-21')
  expect(balance.totalCents).toBe(0n)
  expect(balance.components.at(-1)).toMatchObject({ kind: 'payments', cents: -108_290n, rule: 'imputation' })
})

const debts = fc.record({
  principalCents: fc.bigInt(1n, 10n ** 9n),
  dueOn: fc.integer({ min: 0, max: 2_000 }).map((days) => addDays('2020-01-01', days)),
  lateFeeBps: fc.integer({ min: 0, max: 200 }),
  defaultInterestMonthlyBps: fc.integer({ min: 0, max: 135 }),
  payments: fc.array(fc.record({ paidOn: fc.integer({ min: 0, max: 4_000 }).map((days) => addDays('2019-06-01', days)), cents: fc.bigInt(1n, 10n ** 8n) }), { maxLength: 5 }),
})
const days = fc.integer({ min: 0, max: 3_000 }).map((offset) => addDays('2020-01-01', offset))

test('the components sum to the total, which is what is open, and is never below zero', () => {
  fc.assert(
    fc.property(debts, days, (terms, asOf) => {
      const balance = balanceOf(terms, asOf)
      expect(balance.components.reduce((sum, { cents }) => sum + cents, 0n)).toBe(balance.totalCents)
      expect(balance.open.principal + balance.open.correction + balance.open.lateFine + balance.open.defaultInterest).toBe(balance.totalCents)
      expect(balance.totalCents >= 0n).toBe(true)
      expect(balance.overdueDays).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('without a payment between, a later day never costs less', () => {
  fc.assert(
    fc.property(debts, days, fc.integer({ min: 0, max: 400 }), (terms, asOf, more) => {
      const unpaid = { ...terms, payments: [] }
      expect(balanceOf(unpaid, addDays(asOf, more)).totalCents >= balanceOf(unpaid, asOf).totalCents).toBe(true)
    }),
  )
})

test('the order in which payments are listed changes nothing, and neither does a second run', () => {
  fc.assert(
    fc.property(debts, days, (terms, asOf) => {
      const once = balanceOf(terms, asOf)
      expect(balanceOf(terms, asOf)).toEqual(once)
      expect(balanceOf({ ...terms, payments: [...terms.payments].reverse() }, asOf).totalCents).toBe(once.totalCents)
    }),
  )
})

test('no charge stands before the first business day from the due date is over', () => {
  fc.assert(
    fc.property(debts, (terms) => {
      let last = terms.dueOn
      while (!isBusinessDay(last)) last = addDays(last, 1)
      const kinds = balanceOf({ ...terms, payments: [] }, last).components.map(({ kind }) => kind)
      expect(kinds).toEqual(['principal'])
    }),
  )
})
