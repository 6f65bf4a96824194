import { receiveMoney, type Arrival, type Received } from '@repactua/api/modules/payments/index.ts'
import type { TestApp } from '../support/app.ts'
import type { TestCreditor } from './creditor.ts'

let references = 0

/** Tells of money that came, as a bank's news does. */
export function tellMoney({ platform, clock }: TestApp, { creditorId }: TestCreditor, amountCents: number, change: Partial<Arrival> = {}): Promise<Received> {
  const arrival: Arrival = {
    creditorId, amountCents: BigInt(amountCents), paidAt: clock.now(), method: 'pix', externalReference: `A-${++references}`, aim: { kind: 'unknown' }, ...change,
  }
  return platform.transact({ kind: 'system' }, { creditorId }, (work) => receiveMoney(work, arrival))
}
