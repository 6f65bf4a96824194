import { expect } from 'vitest'
import type { Amendment } from '@repactua/shared/contract/amendments.ts'
import type { Payment } from '@repactua/shared/contract/payments.ts'
import type { Life } from './life-model.ts'
import type { World } from './life-world.ts'

/**
 * What a payment did where charges for delay, a discount for paying early or a signed amendment may be in it: the model takes
 * it as told, and holds it against what must be true whatever the figures are.
 */
export async function adoptTold(life: Life, { amountCents, allocations, excessCents }: Payment, real: World): Promise<{ shares: Map<number, number>; excessCents: number }> {
  const shares = new Map(allocations.map(({ installmentNumber, cents }) => [installmentNumber, cents]))
  expect([...shares.values()].reduce((sum, cents) => sum + cents, excessCents)).toBe(amountCents)
  const { installments } = await real.see(life.id)
  for (const now of installments) {
    const before = life.plan.find(({ number }) => number === now.number)!
    expect(now.paidCents).toBe(before.paidCents + (shares.get(now.number) ?? 0))
    expect(now.status === 'cancelled' || now.paidCents <= now.amountCents).toBe(true)
    expect(now.dueOn).toBe(before.dueOn)
    Object.assign(before, { amountCents: now.amountCents, cancelled: now.status === 'cancelled' })
  }
  if (life.awaited && (await isFulfilled(life, real))) life.awaited = null
  return { shares, excessCents }
}

/** Puts shares on the plan. */
export function putShares({ plan }: Life, shares: ReadonlyMap<number, number>): void {
  for (const one of plan) one.paidCents += shares.get(one.number) ?? 0
}

async function isFulfilled({ id }: Life, real: World): Promise<boolean> {
  const { body } = await real.ask('get', `/agreements/${id}/amendments`)
  const amendments = body['data'] as Amendment[]
  return amendments.toSorted((a, b) => a.sequence - b.sequence).at(-1)?.status === 'applied'
}
