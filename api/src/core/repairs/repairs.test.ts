import { expect, test } from 'vitest'
import { quoteMoveDueDate } from './quote-move-due-date.ts'
import { quotePayAhead } from './quote-pay-ahead.ts'
import { quotePayOff } from './quote-pay-off.ts'
import { quoteReage } from './quote-reage.ts'
import { quoteSkip } from './quote-skip.ts'
import { quoteSplit } from './quote-split.ts'
import { planOf } from './repairs.fixture.ts'
import type { PlanInstallment, RepairQuote } from './types.ts'

const free = planOf({ financedCents: 88_200n, count: 4, paid: 1, today: '2026-12-21' })
const bearing = planOf({ financedCents: 100_000n, count: 4, monthlyRateBps: 100, paid: 1, today: '2026-12-21' })

const rows = ({ after }: RepairQuote) => after.map(({ number, dueOn, amountCents, status }: PlanInstallment) => [number, dueOn, amountCents, status])
function quoted(result: ReturnType<typeof quoteSkip>): RepairQuote {
  if (!result.ok) throw new Error(result.error)
  return result.value
}

test('a date is moved for nothing where the plan bears no interest', () => {
  const quote = quoted(quoteMoveDueDate(free, { number: 2, dueOn: '2027-01-24' }, { mostDays: 15 }))
  expect(rows(quote)[1]).toEqual([2, '2027-01-25', 22_050n, 'open'])
  expect(quote).toMatchObject({ changed: [2], costCents: 0n, openBeforeCents: 66_150n, openAfterCents: 66_150n, payNow: null })
})

test('where the plan bears interest, the added days cost its own rate', () => {
  const quote = quoted(quoteMoveDueDate(bearing, { number: 2, dueOn: '2027-01-25' }, { mostDays: 15 }))
  expect(quote.lines).toMatchObject([{ kind: 'contract_interest', days: 14, cents: 120n, formula: 'R$\u00a0256,28 × 1% ÷ 30 × 14 dias' }])
  expect(rows(quote)[1]).toEqual([2, '2027-01-25', 25_748n, 'open'])
})

test.each([
  ['an earlier day', '2027-01-08', 'move_out_of_window'],
  ['the same day', '2027-01-11', 'move_out_of_window'],
  ['a day past the bound', '2027-02-10', 'move_out_of_window'],
])('moving to %s is refused', (_name, dueOn, error) => {
  expect(quoteMoveDueDate(free, { number: 2, dueOn }, { mostDays: 15 })).toEqual({ ok: false, error })
})

test.each([[1, 'installment_paid'], [9, 'installment_not_found']])('installment %d is not to be moved: %s', (number, error) => {
  expect(quoteSkip(free, { number })).toEqual({ ok: false, error })
})

test('a skipped installment follows the last one and keeps its number', () => {
  expect(rows(quoted(quoteSkip(free, { number: 2 })))).toEqual([
    [1, '2026-12-10', 22_050n, 'paid'], [3, '2027-02-10', 22_050n, 'open'], [4, '2027-03-10', 22_050n, 'open'], [2, '2027-04-12', 22_050n, 'open'],
  ])
})

test('a split installment begins on its date; the other parts are new and a month apart', () => {
  expect(rows(quoted(quoteSplit(free, { number: 2, parts: 3 }, { mostParts: 3 })))).toEqual([
    [1, '2026-12-10', 22_050n, 'paid'], [2, '2027-01-11', 7_350n, 'open'], [3, '2027-02-10', 22_050n, 'open'], [5, '2027-02-10', 7_350n, 'open'],
    [4, '2027-03-10', 22_050n, 'open'], [6, '2027-03-10', 7_350n, 'open'],
  ])
  expect(quoteSplit(free, { number: 2, parts: 4 }, { mostParts: 3 })).toEqual({ ok: false, error: 'too_many_parts' })
})

const late = { ...free, today: '2027-01-21' }

test('late amounts and their charges go to the end, and the plan is in time', () => {
  const quote = quoted(quoteReage(late, { how: 'end' }))
  expect(quote.lines.map(({ kind, cents }) => [kind, cents])).toEqual([['late_fine', 441n], ['default_interest', 73n]])
  expect(rows(quote).at(-1)).toEqual([2, '2027-04-12', 22_564n, 'open'])
})

test('or are spread over what is left', () => {
  const quote = quoted(quoteReage(late, { how: 'spread' }))
  expect(rows(quote)).toEqual([[1, '2026-12-10', 22_050n, 'paid'], [2, '2027-01-11', 22_050n, 'cancelled'], [3, '2027-02-10', 33_332n, 'open'], [4, '2027-03-10', 33_332n, 'open']])
  expect(quote.openAfterCents).toBe(66_150n + 514n)
  expect(quote.legalChecks.map(({ rule, passed }) => [rule, passed])).toEqual([['late-fine', true], ['default-interest-bank', true], ['non-business-due', true], ['novation', true]])
})

test('a plan in time is not re-aged, and a late installment is not moved', () => {
  expect(quoteReage(free, { how: 'end' })).toEqual({ ok: false, error: 'agreement_in_time' })
  expect(quoteMoveDueDate(late, { number: 2, dueOn: '2027-01-25' }, { mostDays: 30 })).toEqual({ ok: false, error: 'installment_overdue' })
})

test('everything is paid today: what bears no interest is the same, a weekend gives until Monday', () => {
  expect(quoted(quotePayOff({ ...free, today: '2026-12-18' }))).toMatchObject({ payNow: { amountCents: 66_150n, payBy: '2026-12-21' }, openAfterCents: 0n, savingCents: 0n })
})

test('unearned interest is taken off by present value', () => {
  const quote = quoted(quotePayOff(bearing))
  expect(quote.lines[0]!.formula).toBe('R$\u00a0256,28 ÷ (1 + 1% × 14 ÷ 17)')
  expect(quote.payNow!.amountCents).toBe(25_419n + 25_151n + 24_899n)
  expect(quote.savingCents).toBe(76_884n - 75_469n)
})

test('paid on the day of the signature, a plan never costs more than it financed, but for half a cent an installment', () => {
  for (const amortization of ['price', 'sac', 'simple'] as const) {
    for (const signedOn of ['2026-11-21', '2027-01-12', '2027-02-03', '2028-02-01']) {
      const fresh = planOf({ financedCents: 10_000_000n, count: 12, monthlyRateBps: 199, amortization, signedOn })
      const { amountCents } = quoted(quotePayOff(fresh)).payNow!
      expect(amountCents).toBeLessThanOrEqual(10_000_006n)
      expect(amountCents).toBeGreaterThan(9_900_000n)
    }
  }
})

test('a down payment bears no interest and is paid as it is', () => {
  const fresh = planOf({ financedCents: 100_000n, count: 4, monthlyRateBps: 100 })
  const quote = quoted(quotePayOff({ ...fresh, terms: { ...fresh.terms, bearsFrom: 2, lastSigned: 4 } }))
  expect(quote.lines.map(({ installmentNumber }) => installmentNumber)).toEqual([2, 3, 4])
})

test('simple interest gives back the days that have not passed', () => {
  const simple = planOf({ financedCents: 100_000n, count: 4, monthlyRateBps: 100, amortization: 'simple', paid: 1, today: '2026-12-21' })
  const [line] = quoted(quotePayOff(simple)).lines
  expect(line).toMatchObject({ cents: -259n, formula: 'R$\u00a0256,28 × (1 − R$\u00a025,12 ÷ R$\u00a01.025,12 × 21 ÷ 51 dias)' })
})

test('a discount for paying early that was signed is kept where it is the larger one', () => {
  const quote = quoted(quotePayOff({ ...bearing, signedEarly: new Map([[2, 25_000n], [3, 25_600n]]) }))
  expect(quote.lines.map(({ rule, cents }) => [rule, cents])).toEqual([['contract', -628n], ['early-payment', -477n], ['early-payment', -729n]])
  expect(quote.payNow!.amountCents).toBe(25_000n + 25_151n + 24_899n)
})

test('the latest or the next ones are paid ahead, whole or by amount', () => {
  expect(quoted(quotePayAhead(free, { from: 'latest', count: 1 })).changed).toEqual([4])
  expect(quoted(quotePayAhead(free, { from: 'next', count: 2 }))).toMatchObject({ changed: [2, 3], payNow: { amountCents: 44_100n } })
  const some = quoted(quotePayAhead(bearing, { from: 'latest', amountCents: 30_000n }))
  expect(some.payNow!.amountCents).toBe(30_000n)
  expect(rows(some).slice(2)).toEqual([[3, '2027-02-10', expect.any(BigInt), 'partly_paid'], [4, '2027-03-10', 24_899n, 'paid']])
  expect(some.openAfterCents).toBeLessThan(76_884n - 30_000n)
  for (const wish of [{ count: 4 }, { amountCents: 66_151n }, {}, { count: 1, amountCents: 1n }]) {
    expect(quotePayAhead(free, { from: 'next', ...wish })).toEqual({ ok: false, error: 'pay_ahead_not_possible' })
  }
})
