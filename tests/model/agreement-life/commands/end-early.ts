import fc from 'fast-check'
import { expect } from 'vitest'
import { end, isExpired, isInCourse, isWaiting, mayWithdraw, paidInAll } from '../life-model.ts'
import type { World } from '../life-world.ts'
import { command, type LifeCommand } from './life-command.ts'

/** The creditor ends it; whatever is over is not ended again. */
const cancel = (): LifeCommand => command('cancel', ({ life }) => life !== null, async (model, real) => {
  const life = model.life!
  const told = await real.ask('post', `/agreements/${life.id}/cancellation`, { reason: 'error' })
  if (life.status === 'cancelled') return void expect(told.status).toBe(200)
  if (isExpired(life, model.now) || (!isWaiting(life) && !isInCourse(life))) return void expect(told.body['code']).toBe('agreement_not_cancellable')
  expect(told.status, JSON.stringify(told.body)).toBe(200)
  end(model, 'cancelled', 'open')
})

/** The person undoes it within its days, and what was paid is due back. */
const withdraw = (): LifeCommand => command('withdraw', ({ life }) => life?.signedOn != null, async (model, real) => {
  const life = model.life!
  const told = await real.askAsDebtor('post', `/me/agreements/${life.id}/withdrawal`)
  if (life.status === 'withdrawn') return void expect(told.status).toBe(200)
  if (!mayWithdraw(model)) return void expect(told.body['code']).toBe(isInCourse(life) ? 'withdrawal_over' : 'agreement_not_withdrawable')
  expect(told.status, JSON.stringify(told.body)).toBe(200)
  model.refundsDueCents += paidInAll(life)
  end(model, 'withdrawn', 'open')
})

/** The creditor says that all it owed was given back. */
const giveBack = (): LifeCommand => command('giveBack', ({ refundsDueCents }) => refundsDueCents > 0, async (model, real: World) => {
  for (const { id } of await real.refundsDue()) {
    const told = await real.ask('post', `/refunds/${id}/confirmation`, { externalReference: real.nextReference() })
    expect(told.status, JSON.stringify(told.body)).toBe(200)
  }
  model.refundsDueCents = 0
})

export const endings = [fc.constant(cancel()), fc.constant(withdraw()), fc.constant(giveBack())]
