import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agreed, amended, charged, discounted, novated, owedAgain, paid, reopened, restored, reversed, settled, unsettled, type Balances, type Line } from './ledger.rules.ts'

const balance = (entries: readonly (readonly Line[])[]): Balances => {
  const balances: Balances = {}
  for (const { account, cents } of entries.flat()) balances[account] = (balances[account] ?? 0n) + cents
  return balances
}
const total = (lines: readonly Line[]) => lines.reduce((sum, { cents }) => sum + cents, 0n)
const left = (balances: Balances) => Object.fromEntries(Object.entries(balances).filter(([, cents]) => cents !== 0n))

// The worked example of decision 20: R$ 1.000,00 owed, R$ 200,00 off, R$ 50,00 of interest.
const plan = agreed({ debts: [{ debtId: 'a', cents: 60_000n }, { debtId: 'b', cents: 40_000n }], totalCents: 85_000n, interestCents: 5_000n })
const first = paid([{ installmentNumber: 1, cents: 28_334n }])

test('a plan takes the place of its debts, with a discount on condition and interest to come', () => {
  expect(plan).toEqual([
    { account: 'receivable', cents: 85_000n },
    { account: 'conditional_discount', cents: 20_000n },
    { account: 'debts', cents: -60_000n, debtId: 'a' },
    { account: 'debts', cents: -40_000n, debtId: 'b' },
    { account: 'interest_to_come', cents: -5_000n },
  ])
})

test('a plan above the debts, as a court may order it, bears the difference', () => {
  expect(agreed({ debts: [{ debtId: 'a', cents: 90n }], totalCents: 100n, interestCents: 0n })).toEqual([
    { account: 'receivable', cents: 100n }, { account: 'debts', cents: -90n, debtId: 'a' }, { account: 'interest_to_come', cents: -10n },
  ])
})

test('what is paid early takes interest off, what is paid late adds charges', () => {
  expect(amended({ changeCents: -300n, lateCents: 0n, discountCents: 0n })).toEqual([{ account: 'receivable', cents: -300n }, { account: 'interest_to_come', cents: 300n }])
  expect(amended({ changeCents: 100n, lateCents: 150n, discountCents: 0n })).toEqual([
    { account: 'receivable', cents: 100n }, { account: 'late_charges', cents: -150n }, { account: 'interest_to_come', cents: 50n },
  ])
  expect(amended({ changeCents: -300n, lateCents: 0n, discountCents: 200n })).toEqual([
    { account: 'receivable', cents: -300n }, { account: 'conditional_discount', cents: 200n }, { account: 'interest_to_come', cents: 100n },
  ])
  expect(amended({ changeCents: 0n, lateCents: 0n, discountCents: 0n })).toEqual([])
})

test('a discount for paying early is on condition too', () => {
  expect(discounted([{ installmentNumber: 2, cents: 40n }])).toEqual([{ account: 'conditional_discount', cents: 40n }, { account: 'receivable', cents: -40n, installmentNumber: 2 }])
})

test('the last payment makes the discount and the interest real', () => {
  const rest = paid([{ installmentNumber: 2, cents: 56_666n }])
  const before = balance([plan, first, rest])
  expect(left(balance([plan, first, rest, settled(before)]))).toEqual({ debts: -100_000n, bank: 85_000n, realised_discount: 20_000n, interest_income: -5_000n })
})

test('a plan that ends early leaves what was paid on its debts, and nothing else', () => {
  const shares = [{ debtId: 'a', cents: 60_000n, paidCents: 17_000n }, { debtId: 'b', cents: 40_000n, paidCents: 11_334n }]
  const end = reopened(balance([plan, first]), shares)
  expect(end.filter(({ account }) => account === 'debts')).toEqual([{ account: 'debts', cents: 43_000n, debtId: 'a' }, { account: 'debts', cents: 28_666n, debtId: 'b' }])
  expect(left(balance([plan, first, end]))).toEqual({ debts: -28_334n, bank: 28_334n })
})

test('a novation owes what is left in new debts, and keeps discount and interest', () => {
  const end = novated(balance([plan, first]), [{ debtId: 'c', cents: 56_666n }])
  expect(left(balance([plan, first, end]))).toEqual({ debts: -43_334n, bank: 28_334n, realised_discount: 20_000n, interest_income: -5_000n })
})

const cents = (least: bigint, most: bigint) => fc.bigInt(least, most)

test('every entry of every life balances, and each end leaves no plan behind', () => {
  const life = fc.record({
    owed: fc.array(cents(1n, 10n ** 9n), { minLength: 1, maxLength: 5 }),
    totalCents: cents(1n, 10n ** 10n),
    interestCents: cents(0n, 10n ** 6n),
    changes: fc.array(fc.record({ changeCents: cents(-1_000n, 10n ** 6n), lateCents: cents(0n, 10n ** 5n), discountCents: cents(0n, 1_000n) }), { maxLength: 4 }),
    percent: cents(0n, 100n),
    off: cents(0n, 1_000n),
  })
  fc.assert(fc.property(life, ({ owed, totalCents, interestCents, changes, percent, off }) => {
    const debts = owed.map((amount, i) => ({ debtId: `d${i}`, cents: amount }))
    const started = [agreed({ debts, totalCents, interestCents }), ...changes.map(amended), discounted([{ installmentNumber: 1, cents: off }])]
    const open = balance(started).receivable ?? 0n
    if (open <= 0n) return
    const paidCents = (open * percent) / 100n
    const running = [...started, paid([{ installmentNumber: 1, cents: paidCents }])]
    const stands = balance(running)
    const ends = {
      settled: settled(balance([...running, paid([{ installmentNumber: 2, cents: open - paidCents }])])),
      reopened: reopened(stands, debts.map((debt, i) => ({ ...debt, paidCents: i === 0 ? paidCents : 0n }))),
      novated: novated(stands, [{ debtId: 'new', cents: open - paidCents }]),
    }
    for (const entry of [...running, ...Object.values(ends)]) expect(total(entry)).toBe(0n)
    for (const end of [ends.reopened, ends.novated]) {
      const { receivable, conditional_discount, interest_to_come } = balance([...running, end])
      expect([receivable, conditional_discount ?? 0n, interest_to_come ?? 0n]).toEqual([0n, 0n, 0n])
    }
    expect(balance([...running, ends.reopened]).debts).toBe(-paidCents)
  }))
})

test('a settlement whose payment is taken back leaves the books as they were before it, whatever the payment had brought about', () => {
  const money = fc.record({ owed: cents(1n, 10n ** 9n), totalCents: cents(1n, 10n ** 9n), interestCents: cents(0n, 10n ** 6n), late: cents(0n, 10n ** 4n), off: cents(0n, 10n ** 4n) })
  const early = amended({ changeCents: -7n, lateCents: 2n, discountCents: 3n })
  fc.assert(fc.property(money, fc.boolean(), ({ owed, totalCents, interestCents, late, off }, isAmended) => {
    const before = [agreed({ debts: [{ debtId: 'a', cents: owed }], totalCents, interestCents })]
    const brought = [...(isAmended ? [early] : []), charged([{ installmentNumber: 1, cents: late }]), discounted([{ installmentNumber: 2, cents: off }])]
    const share = [{ installmentNumber: 1, cents: balance([...before, ...brought]).receivable ?? 0n }]
    if (share[0]!.cents <= 0n) return
    const paidUp = [...before, ...brought, paid(share)]
    const done = [...paidUp, settled(balance(paidUp))]
    const undone = [reversed(share), [...restored({ lateCents: late, loweredCents: off, amended: isAmended ? early : [] }), ...unsettled(balance(done))]]
    for (const entry of undone) expect(total(entry)).toBe(0n)
    expect(left(balance([...done, ...undone]))).toEqual(left(balance(before)))
  }))
})

test('of a plan that has ended the debts owe it again', () => {
  const ended = [plan, first]
  const open = reopened(balance(ended), [{ debtId: 'a', cents: 60_000n, paidCents: 20_000n }, { debtId: 'b', cents: 40_000n, paidCents: 8_334n }])
  const back = [reversed([{ installmentNumber: 1, cents: 28_334n }]), owedAgain([{ debtId: 'a', cents: 20_000n }, { debtId: 'b', cents: 8_334n }])]
  expect(left(balance([...ended, open, ...back]))).toEqual({})
})
