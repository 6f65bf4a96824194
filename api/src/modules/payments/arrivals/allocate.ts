import { localDateOf } from '../../../platform/clock.ts'
import type { Change } from '../../../platform/audit/record-change.ts'
import type { Work } from '../../../platform/work.ts'
import { forgiveRest, installmentsOf, takeEarlyPayment, takeLateCharges, type InstallmentRecord } from '../../agreements/index.ts'
import { fulfilAmendment } from '../../amendments/index.ts'
import { findCreditor } from '../../creditors/index.ts'
import { withLate, type ChargedShare } from './late-shares.rules.ts'
import type { Taking } from './find-aim.ts'
import { reachOf, shareOut } from './share-out.rules.ts'

/** A payment on its way to the installments. */
export interface Coming {
  id: string
  cents: bigint
  paidAt: Date
  /** What the bank counted for delay, where it tells. */
  lateCents?: bigint | undefined
}

export interface Allocated {
  /** As they stand with what delay added and what was let go, before the shares are put on them. */
  installments: InstallmentRecord[]
  shares: ChargedShare[]
  /** What no installment takes: it is owed back. */
  excessCents: bigint
  news: Change[]
}

/**
 * Says where a payment goes. One that a signed amendment waits for makes it true; any other one goes to the installments that
 * it may reach, in their order. The caller holds the agreement's lock and puts the shares on the installments next.
 */
export async function allocate(work: Work, aim: Taking, coming: Coming): Promise<Allocated> {
  const { agreement, installments, named } = aim
  const fulfilled = await fulfilAmendment(work, agreement, installments, { id: coming.id, cents: coming.cents, named, paidOn: localDateOf(coming.paidAt) })
  if (!fulfilled) return share(work, aim, coming)
  const shares = fulfilled.shares.map(({ number, cents }) => ({ installmentNumber: number, cents, forgivenCents: 0n }))
  return { installments: await installmentsOf(work.tx, [agreement]), shares: withLate(shares, []), excessCents: 0n, news: [fulfilled.news] }
}

// With what delay adds to those that are late, at the lower amount that was signed for those that it pays early, and with the
// few cents let go that the last one lacks.
async function share(work: Work, aim: Taking, { id, cents, paidAt, lateCents }: Coming): Promise<Allocated> {
  const { agreement, installments, named } = aim
  const { overpayment, shortToleranceCents } = (await findCreditor(work.tx, agreement.creditorId))!
  const reach = reachOf(installments, { cents, lateCents }, aim, overpayment)
  const payment = { id, cents: reach.cents, named, paidOn: localDateOf(paidAt), toldCents: lateCents }
  const late = await takeLateCharges(work, agreement, reach.installments, payment)
  const early = await takeEarlyPayment(work, agreement, late.installments, payment)
  const { shares, excessCents } = shareOut(early.installments, { cents: reach.cents, named, toleranceCents: shortToleranceCents })
  return {
    installments: await forgiveRest(work, agreement, merge(installments, early.installments), { id, shares }),
    shares: withLate(shares, late.charged),
    excessCents: excessCents + cents - reach.cents,
    news: [...late.news, ...early.news],
  }
}

function merge(all: readonly InstallmentRecord[], changed: readonly InstallmentRecord[]): InstallmentRecord[] {
  return all.map((one) => changed.find(({ number }) => number === one.number) ?? one)
}
