import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sum } from '../../../core/money/sum.ts'
import { chargesTaken, type Charged, type Reached } from './late-charge.rules.ts'

/** R$ 220,50 ten days late, the next one in time. */
const first: Reached = { number: 2, openCents: 22_050n, fineCents: 441n, interestCents: 73n }
const next: Reached = { number: 3, openCents: 22_050n, fineCents: 0n, interestCents: 0n }
const taken = (cents: bigint, inOrder = [first, next], toldCents?: bigint) =>
  chargesTaken(inOrder, { cents, toldCents }).map(({ installmentNumber, fineCents, interestCents }) => [installmentNumber, interestCents, fineCents])

test.each<[string, bigint, [number, bigint, bigint][]]>([
  ['what was asked for', 22_564n, [[2, 73n, 441n]]],
  ['the bare amount: the charges are let go', 22_050n, []],
  ['a part: it is principal', 20_000n, []],
  ['what was asked for on an earlier day: nothing is left open', 22_562n, [[2, 73n, 439n]]],
  ['a few cents more: interest first', 22_100n, [[2, 50n, 0n]]],
  ['more than was asked for: the rest is the next one’s', 30_000n, [[2, 73n, 441n]]],
  ['two bare amounts close two installments', 44_100n, []],
  ['two installments and the charges', 44_614n, [[2, 73n, 441n]]],
])('a payment of %s', (_name, cents, charged) => expect(taken(cents)).toEqual(charged))

test('what the bank counted is taken, less or with its rounding, and never what the term does not give', () => {
  expect(taken(22_560n, [first, next], 510n)).toEqual([[2, 73n, 437n]])
  expect(taken(22_700n, [first, next], 510n)).toEqual([[2, 73n, 437n]])
  expect(taken(22_566n, [first, next], 516n)).toEqual([[2, 75n, 441n]])
  expect(taken(22_567n, [first, next], 517n)).toEqual([[2, 73n, 441n]])
  expect(taken(22_050n, [first, next], 514n)).toEqual([])
  expect(taken(22_100n, [next], 50n)).toEqual([])
})

const anyReached = fc.array(fc.record({
  openCents: fc.bigInt(1n, 10n ** 9n), fineBps: fc.bigInt(0n, 200n), interestBps: fc.bigInt(0n, 5_000n),
}).map(({ openCents, fineBps, interestBps }) => ({ openCents, fineCents: (openCents * fineBps) / 10_000n, interestCents: (openCents * interestBps) / 10_000n })), { maxLength: 12 })
  .map((list) => list.map((one, i): Reached => ({ number: i + 1, ...one })))
const all = (charged: readonly Charged[]) => sum(charged.map(({ fineCents, interestCents }) => fineCents + interestCents))

test('no charge ever leaves an installment open that the payment closes without it, and none is above what the term gives', () => {
  fc.assert(fc.property(anyReached, fc.bigInt(1n, 10n ** 10n), fc.option(fc.bigInt(0n, 10n ** 9n), { nil: undefined }), (inOrder, cents, toldCents) => {
    const charged = chargesTaken(inOrder, { cents, toldCents })
    const closed = (rest: bigint, list: readonly bigint[]) => list.filter((open) => (rest -= open) >= 0n).length
    const grown = inOrder.map(({ number, openCents }) => openCents + all(charged.filter(({ installmentNumber }) => installmentNumber === number)))
    expect(closed(cents, prefix(grown, cents))).toBe(closed(cents, prefix(inOrder.map(({ openCents }) => openCents), cents)))
    for (const { installmentNumber, fineCents, interestCents } of charged) {
      const reached = inOrder.find(({ number }) => number === installmentNumber)!
      expect(fineCents <= reached.fineCents && interestCents <= reached.interestCents + (toldCents === undefined ? 0n : 2n)).toBe(true)
      expect(fineCents + interestCents > 0n && fineCents + interestCents <= reached.openCents).toBe(true)
    }
    if (toldCents !== undefined) expect(all(charged) <= toldCents).toBe(true)
  }))
})

/** The installments, from the first on, up to the one that the payment does not close. */
function prefix(open: readonly bigint[], cents: bigint): bigint[] {
  let rest = cents
  const end = open.findIndex((each) => (rest -= each) < 0n)
  return end === -1 ? [...open] : open.slice(0, end)
}
