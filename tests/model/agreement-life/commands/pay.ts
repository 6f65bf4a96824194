import fc from 'fast-check'
import { expect } from 'vitest'
import type { Payment } from '@repactua/shared/contract/payments.ts'
import { addDays, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { adoptTold, putShares } from '../told-payment.ts'
import { afterPayment, isInCourse, openInAll, openOf, pour, type Life, type LifeModel } from '../life-model.ts'
import type { World } from '../life-world.ts'
import { command, type LifeCommand } from './life-command.ts'

const AMOUNTS = ['exact', 'asked', 'short', 'over', 'two', 'all', 'above_all', 'awaited'] as const
const AIMS = ['none', 'first_open', 'last', 'paid', 'unknown'] as const

interface Coming {
  amount: (typeof AMOUNTS)[number]
  aim: (typeof AIMS)[number]
  /** How many days ago it was made, where it is told late. */
  daysAgo: number
}

/** Money comes, in any of the ways in which it may come. */
const pay = ({ amount, aim, daysAgo }: Coming): LifeCommand => command(`pay(${amount}, ${aim}, ${daysAgo} days ago)`, ({ life }) => life !== null, async (model, real) => {
  const life = model.life!
  const named = aimOf(life, aim)
  const cents = await centsOf(life, amount, real)
  const paidOn = addDays(model.today, -daysAgo)
  const reference = real.nextReference()
  const body = { agreementId: life.id, amountCents: cents, paidAt: daysAgo === 0 ? new Date(model.now).toISOString() : `${paidOn}T15:00:00Z`, method: 'pix', externalReference: reference, ...(named === undefined ? {} : { installmentNumber: named }) }
  const told = await real.ask('post', '/payments', body)
  if (life.signedOn && named !== undefined && !life.plan.some(({ number }) => number === named)) return void expect(told.body['code']).toBe('installment_not_found')
  const reason = whyHeld(model, life, named)
  model.told.push({ reference, agreementId: life.id, cents, outcome: reason ? 'held' : 'posted', isResolved: false })
  if (reason) return void expect([told.status, told.body['reason']]).toEqual([202, reason])
  expect(told.status, JSON.stringify(told.body)).toBe(201)
  await post(model, real, { life, cents, named, paidOn, payment: told.body as unknown as Payment })
})

interface Posted {
  life: Life
  cents: number
  named: number | undefined
  paidOn: LocalDate
  payment: Payment
}

/** Puts a payment that was posted on the model's plan: foretold to the cent where the plan is plain, else by what must hold of it. */
export async function post(model: LifeModel, real: World, { life, cents, named, paidOn, payment }: Posted): Promise<void> {
  const isForetold = model.terms.isPlain && !(life.awaited && paidOn <= life.awaited.payBy)
  const { shares, excessCents } = isForetold ? pour(life, cents, named) : await adoptTold(life, payment, real)
  if (isForetold) expect({ shares: payment.allocations.map((one) => [one.installmentNumber, one.cents]), excessCents: payment.excessCents }).toEqual({ shares: [...shares], excessCents })
  putShares(life, shares)
  model.refundsDueCents += excessCents
  afterPayment(model, life)
  expect(payment.agreementStatus).toBe(life.status)
}

/** The bank tells again what it has told: the same answer, and not a cent more. */
const payAgain = (pick: number): LifeCommand => command(`payAgain(${pick})`, ({ told }) => told.some(({ isResolved }) => !isResolved), async (model, real) => {
  const standing = model.told.filter(({ isResolved }) => !isResolved)
  const { reference, agreementId, cents, outcome } = standing[pick % standing.length]!
  const twins = await Promise.all([0, 1].map(() => real.ask('post', '/payments', { agreementId, amountCents: cents, paidAt: new Date(model.now).toISOString(), method: 'pix', externalReference: reference })))
  for (const { status, body } of twins) expect([status, body['externalReference']], JSON.stringify(body)).toEqual([outcome === 'posted' ? 201 : 202, reference])
  const other = await real.ask('post', '/payments', { agreementId, amountCents: cents + 1, paidAt: new Date(model.now).toISOString(), method: 'pix', externalReference: reference })
  expect(other.body['code']).toBe('payment_reference_reused')
})

function aimOf({ plan }: Life, aim: Coming['aim']): number | undefined {
  const of = { none: undefined, first_open: plan.find((one) => openOf(one) > 0), last: plan.at(-1), paid: plan.find((one) => openOf(one) === 0 && !one.cancelled), unknown: { number: 99 } }
  return of[aim]?.number
}

async function centsOf(life: Life, amount: Coming['amount'], real: World): Promise<number> {
  const open = life.plan.filter((one) => openOf(one) > 0)
  const first = open[0] ? openOf(open[0]) : 1_000
  const all = openInAll(life)
  const asked = amount === 'asked' && isInCourse(life) ? await askedFor(life, real) : undefined
  const of = {
    exact: first, asked: asked ?? first, short: Math.max(1, Math.floor(first / 3)), over: first + 137, two: first + (open[1] ? openOf(open[1]) : 0),
    all: all || 5_000, above_all: all + 4_321, awaited: life.awaited?.cents ?? first,
  }
  return of[amount]
}

// What the person is asked for today: less where it is early, more where it is late.
async function askedFor({ id, plan }: Life, real: World): Promise<number | undefined> {
  const number = plan.find((one) => openOf(one) > 0)?.number
  const charge = await real.askAsDebtor('post', `/me/agreements/${id}/installments/${number}/charges`, { method: 'pix' })
  return charge.body['amountCents'] as number | undefined
}

function whyHeld({ now }: LifeModel, { status, expiresAt, plan }: Life, named: number | undefined): string | null {
  if (status === 'awaiting_signature') return expiresAt <= now ? 'agreement_expired' : 'agreement_unsigned'
  if (status !== 'awaiting_first_payment' && status !== 'active') return `agreement_${status}`
  const one = plan.find(({ number }) => number === named)
  return one && !one.cancelled && openOf(one) === 0 ? 'paid_twice' : null
}

const coming = fc.record({ amount: fc.constantFrom(...AMOUNTS), aim: fc.constantFrom(...AIMS, 'none', 'first_open'), daysAgo: fc.constantFrom(0, 0, 0, 1, 10) })
const next = fc.constantFrom('exact' as const, 'asked' as const, 'two' as const).map((amount) => pay({ amount, aim: 'none', daysAgo: 0 }))
export const payments = [coming.map(pay), coming.map(pay), next, next, next, fc.nat(20).map(payAgain)]
