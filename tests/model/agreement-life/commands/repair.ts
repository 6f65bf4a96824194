import fc from 'fast-check'
import { expect } from 'vitest'
import type { AmendmentQuote, AmendmentQuoteInput } from '@repactua/shared/contract/amendments.ts'
import { addDays } from '@repactua/shared/time/local-date.ts'
import { codeFor } from '../../../builders/person.ts'
import { isInCourse, openInAll, openOf, type Life } from '../life-model.ts'
import { command, type LifeCommand } from './life-command.ts'

const WISHES = ['move_due_date', 'skip', 'split', 'reage_spread', 'reage_end', 'pay_ahead', 'pay_off'] as const

/** The person changes the plan, or signs to pay ahead or everything. A wish that is not granted changes nothing. */
const repair = (wish: (typeof WISHES)[number], pick: number): LifeCommand => command(`repair(${wish}, ${pick})`, ({ life }) => isInCourse(life), async (model, real) => {
  const life = model.life!
  const told = await real.askAsDebtor('post', `/me/agreements/${life.id}/amendment-quotes`, inputFor(life, wish, pick))
  if (told.status !== 201) return void expect([409, 422], JSON.stringify(told.body)).toContain(told.status)
  const quote = told.body as unknown as AmendmentQuote
  expectFair(life, quote)
  const asked = await real.askAsDebtor('post', `/me/agreements/${life.id}/amendments`, { quoteId: quote.id })
  expect(asked.status, JSON.stringify(asked.body)).toBe(202)
  const challengeId = asked.body['challengeId'] as string
  const signed = await real.askAsDebtor('post', `/me/agreements/${life.id}/amendments/${quote.id}/signature`, { challengeId, code: await codeFor(real.test, challengeId) })
  expect(signed.status, JSON.stringify(signed.body)).toBe(200)
  life.awaited = quote.payNow && { signedOn: model.today, payBy: quote.payNow.payBy, cents: quote.payNow.amountCents }
  if (!quote.payNow) life.plan = quote.after.map(({ status, ...one }) => ({ ...one, cancelled: status === 'cancelled' }))
})

function inputFor({ plan }: Life, wish: (typeof WISHES)[number], pick: number): AmendmentQuoteInput {
  const open = plan.filter((one) => openOf(one) > 0)
  const { number, dueOn } = open[pick % open.length]!
  const inputs: Record<(typeof WISHES)[number], AmendmentQuoteInput> = {
    move_due_date: { kind: 'move_due_date', installmentNumber: number, dueOn: addDays(dueOn, 1 + (pick % 15)) },
    skip: { kind: 'skip', installmentNumber: number },
    split: { kind: 'split', installmentNumber: number, parts: 2 + (pick % 2) },
    reage_spread: { kind: 'reage', how: 'spread' },
    reage_end: { kind: 'reage', how: 'end' },
    pay_ahead: { kind: 'pay_ahead', from: pick % 2 ? 'latest' : 'next', count: 1 },
    pay_off: { kind: 'pay_off' },
  }
  return inputs[wish]
}

// What is open before is what the model says; what is open after is that, with the costs and without the savings.
function expectFair(life: Life, { openBeforeCents, openAfterCents, costCents, savingCents, after, payNow }: AmendmentQuote): void {
  expect(openBeforeCents).toBe(openInAll(life))
  if (payNow) return
  expect(openAfterCents).toBe(openBeforeCents + costCents - savingCents)
  expect(after.reduce((sum, { status, amountCents, paidCents }) => (status === 'cancelled' ? sum : sum + amountCents - paidCents), 0)).toBe(openAfterCents)
}

export const repairs = [fc.tuple(fc.constantFrom(...WISHES), fc.nat(40)).map(([wish, pick]) => repair(wish, pick))]
