import { expect, test } from 'vitest'
import { earlyAmount, earlyByPayment, type StandingInstallment } from './early-payment.rules.ts'

const option = {
  installments: [{ number: 1, dueOn: '2026-12-21', amountCents: 32_667 }, { number: 2, dueOn: '2027-01-20', amountCents: 32_667 }],
  earlyPayment: { discountBps: 500, daysBefore: 5, totalCents: 62_068, installments: [{ number: 1, payBy: '2026-12-16', amountCents: 31_034 }, { number: 2, payBy: '2027-01-15', amountCents: 31_034 }] },
}
const standing = (number: number, more: Partial<StandingInstallment> = {}): StandingInstallment => ({ ...option.installments[number - 1]!, amountCents: 32_667n, paidCents: 0n, status: 'open', ...more })
const both = [standing(1), standing(2)]
const closed = (cents: bigint, paidOn: string, installments = both) => earlyByPayment(option, installments, { cents, paidOn }).map(({ number, cents: amount }) => [number, amount])

test('until its last day an installment comes to less', () => {
  expect(earlyAmount(option, standing(1), '2026-12-16')).toEqual({ number: 1, payBy: '2026-12-16', cents: 31_034n })
  expect(earlyAmount(option, standing(1), '2026-12-17')).toBeNull()
})

test('not where something was paid of it, it was changed, or nothing was signed', () => {
  for (const changed of [{ paidCents: 1n, status: 'partly_paid' }, { dueOn: '2026-12-22' }, { amountCents: 30_000n }, { status: 'paid' }]) {
    expect(earlyAmount(option, standing(1, changed), '2026-12-01')).toBeNull()
  }
  expect(earlyAmount({ installments: option.installments }, standing(1), '2026-12-01')).toBeNull()
  expect(earlyAmount(option, standing(1, { number: 9 }), '2026-12-01')).toBeNull()
})

test('a payment closes what it covers, in order', () => {
  expect(closed(31_034n, '2026-12-10')).toEqual([[1, 31_034n]])
  expect(closed(62_068n, '2026-12-10')).toEqual([[1, 31_034n], [2, 31_034n]])
  expect(closed(31_033n, '2026-12-10')).toEqual([])
  expect(closed(31_034n, '2026-12-20')).toEqual([])
  expect(closed(32_667n + 31_034n, '2026-12-20')).toEqual([[2, 31_034n]])
})

test('the whole amount of the last installment is taken as it is: nobody is owed the rest', () => {
  expect(closed(32_667n, '2026-12-10')).toEqual([[1, 31_034n]])
  expect(closed(32_667n, '2027-01-10', [standing(1, { paidCents: 32_667n, status: 'paid' }), standing(2)])).toEqual([])
})

test('a few cents above the lower amount close the last installment: they are too much', () => {
  expect(closed(31_036n, '2027-01-10', [standing(1, { paidCents: 32_667n, status: 'paid' }), standing(2)])).toEqual([[2, 31_034n]])
})
