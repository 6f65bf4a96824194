import { expect } from 'vitest'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { isExpired, isInCourse, openOf, type Life, type LifeModel } from './life-model.ts'
import type { World } from './life-world.ts'

/** After each command: what the API shows is what the model says. */
export async function expectAgreement(model: LifeModel, real: World): Promise<void> {
  const { body: debt } = await real.ask('get', `/debts/${real.debt.externalId}`)
  expect(debt['status']).toBe(model.debt)
  const refunds = await real.refundsDue()
  expect(refunds.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(model.refundsDueCents)
  const { body: held } = await real.ask('get', '/payment-exceptions?status=open&limit=100')
  const open = model.told.filter(({ outcome, isResolved }) => outcome === 'held' && !isResolved)
  expect((held['data'] as { externalReference: string }[]).map(({ externalReference }) => externalReference).sort()).toEqual(open.map(({ reference }) => reference).sort())
  if (model.life) expectLife(model, model.life, await real.see(model.life.id))
}

function expectLife(model: LifeModel, life: Life, seen: Agreement): void {
  expect(seen.status).toBe(isExpired(life, model.now) ? 'expired' : life.status)
  if (!life.signedOn) return
  expect(seen.paidCents).toBe(life.plan.reduce((sum, { paidCents }) => sum + paidCents, 0))
  if (!isInCourse(life) && life.status !== 'settled') return
  const words = (one: Life['plan'][number]) => (one.cancelled ? 'cancelled' : openOf(one) === 0 ? 'paid' : one.paidCents > 0 ? 'partly_paid' : 'open')
  const shown = seen.installments.map(({ number, dueOn, amountCents, paidCents, status }) => ({ number, dueOn, amountCents, paidCents, status }))
  expect(shown).toEqual(life.plan.map((one) => ({ number: one.number, dueOn: one.dueOn, amountCents: one.amountCents, paidCents: one.paidCents, status: words(one) })))
}
