import fc from 'fast-check'
import { addDays, addMonths } from '@repactua/shared/time/local-date.ts'
import { expect, test } from 'vitest'
import { isBusinessDay } from '../calendar/bank-holidays.ts'
import { sum } from '../money/sum.ts'
import { fulfilPayment } from './fulfil-payment.ts'
import { isLate, lateOnes, openCents, openOnes } from './open-installments.ts'
import { quoteMoveDueDate } from './quote-move-due-date.ts'
import { quotePayAhead } from './quote-pay-ahead.ts'
import { quotePayOff } from './quote-pay-off.ts'
import { quoteReage } from './quote-reage.ts'
import { quoteSkip } from './quote-skip.ts'
import { quoteSplit } from './quote-split.ts'
import { anyPlan } from './repairs.fixture.ts'
import type { Plan, RepairQuote } from './types.ts'

type Quoted = { plan: Plan; quote: RepairQuote }

/** Each repair that a plan allows on its day. */
const anyQuote = fc.tuple(anyPlan, fc.nat(), fc.integer({ min: 1, max: 60 })).map(([plan, pick, days]): Quoted[] => {
  const open = openOnes(plan).filter((one) => !isLate(one, plan.today))
  const one = open[pick % Math.max(1, open.length)]
  const results = [
    quoteMoveDueDate(plan, { number: one?.number ?? 1, dueOn: addDays(one?.dueOn ?? plan.today, days) }, { mostDays: 60 }),
    quoteSkip(plan, { number: one?.number ?? 1 }),
    quoteSplit(plan, { number: one?.number ?? 1, parts: 2 + (pick % 5) }, { mostParts: 6 }),
    quoteReage(plan, { how: 'end' }),
    quoteReage(plan, { how: 'spread' }),
    quotePayAhead(plan, { from: 'latest', count: 1 + (pick % Math.max(1, open.length)) }),
    quotePayAhead(plan, { from: 'next', amountCents: BigInt(1 + (pick % 100_000)) }),
    quotePayOff(plan),
  ]
  return results.flatMap((result) => (result.ok ? [{ plan, quote: result.value }] : []))
})

const holds = (law: (quoted: Quoted) => void) => fc.assert(fc.property(anyQuote, (all) => all.forEach(law)), { numRuns: 300 })

test('what was open is what is open and paid after it, but for the lines that say why', () => {
  holds(({ quote: { openBeforeCents, openAfterCents, payNow, lines, costCents, savingCents } }) => {
    const added = sum(lines.map(({ cents }) => cents))
    expect(openAfterCents + (payNow?.amountCents ?? 0n)).toBe(openBeforeCents + added)
    expect(costCents - savingCents).toBe(added)
  })
})

test('without interest and arrears a repair costs nothing and saves nothing', () => {
  holds(({ plan, quote }) => {
    if (plan.terms.monthlyRateBps === 0 && lateOnes(plan).length === 0) expect([quote.costCents, quote.savingCents]).toEqual([0n, 0n])
  })
})

test('what changes falls due on business days, in order, within five years, and no money that was paid is lost', () => {
  holds(({ plan, quote }) => {
    const open = quote.after.filter((one) => quote.changed.includes(one.number) && openCents(one) > 0n)
    for (const { dueOn } of open) expect([isBusinessDay(dueOn), dueOn <= addMonths(plan.today, 60)]).toEqual([true, true])
    expect(quote.after.map(({ dueOn }) => dueOn)).toEqual([...quote.after.map(({ dueOn }) => dueOn)].sort())
    for (const one of quote.after) expect(one.paidCents).toBeLessThanOrEqual(one.amountCents)
    const paid = (list: RepairQuote['after']) => sum(list.map(({ paidCents }) => paidCents))
    expect(paid(quote.after)).toBe(paid(quote.before) + (quote.payNow?.amountCents ?? 0n))
    expect(new Set(quote.after.map(({ number }) => number)).size).toBe(quote.after.length)
  })
})

test('a re-aged plan is in time, and every check of the law holds', () => {
  holds(({ plan, quote }) => {
    if (quote.kind === 'reage') expect(lateOnes({ ...plan, installments: quote.after })).toEqual([])
    expect(quote.legalChecks.filter(({ rule, passed }) => !passed && rule !== 'usury')).toEqual([])
  })
})

test('to pay everything is never more than what is open and its late charges, and never less on a later day', () => {
  fc.assert(fc.property(anyPlan, fc.integer({ min: 1, max: 90 }), (plan, days) => {
    const [today, later] = [quotePayOff(plan), quotePayOff({ ...plan, today: addDays(plan.today, days) })]
    if (!today.ok || !later.ok) return
    expect(today.value.payNow!.amountCents).toBeLessThanOrEqual(today.value.openBeforeCents + today.value.costCents)
    expect(later.value.payNow!.amountCents).toBeGreaterThanOrEqual(today.value.payNow!.amountCents)
  }), { numRuns: 300 })
})

test('the same plan on the same day is the same quote', () => {
  fc.assert(fc.property(anyPlan, (plan) => {
    expect(quotePayOff(plan)).toEqual(quotePayOff(structuredClone(plan)))
  }))
})

test('the payment of a quote makes it true, to the cent', () => {
  holds(({ plan, quote }) => {
    if (!quote.payNow) return
    const { amountCents } = quote.payNow
    const done = fulfilPayment({ ...quote, amountCents }, plan.installments, { cents: amountCents, named: quote.changed[0], sinceCents: 0n })
    expect(sum(done!.shares.map(({ cents }) => cents))).toBe(amountCents)
    const after = new Map(quote.after.map((one) => [one.number, one]))
    for (const one of done!.changes) expect(one).toEqual(after.get(one.number))
  })
})

test('payments that come first count, and whatever settles a plan leaves nothing open', () => {
  fc.assert(fc.property(anyPlan, fc.bigInt(1n, 10n ** 6n), (plan, early) => {
    const quote = quotePayOff(plan)
    const [next] = openOnes(plan)
    if (!quote.ok || !next) return
    const { amountCents } = quote.value.payNow!
    const sinceCents = early < openCents(next) ? early : openCents(next)
    if (sinceCents >= amountCents || sinceCents === quote.value.openBeforeCents) return
    const now = plan.installments.map((one) => (one.number === next.number ? { ...one, paidCents: one.paidCents + sinceCents } : one))
    const cents = amountCents - sinceCents
    const done = fulfilPayment({ ...quote.value, amountCents }, now, { cents, named: undefined, sinceCents })
    expect(sum(done!.shares.map((share) => share.cents))).toBe(cents)
    expect(done!.changes.filter((one) => openCents(one) > 0n)).toEqual([])
    expect(fulfilPayment({ ...quote.value, amountCents }, now, { cents: cents - 1n, named: undefined, sinceCents })).toBeNull()
  }), { numRuns: 300 })
})
