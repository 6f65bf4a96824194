import { localDateOf } from '../../../platform/clock.ts'
import type { Change } from '../../../platform/audit/record-change.ts'
import type { Work } from '../../../platform/work.ts'
import { forgiveRest, installmentsOf, takeEarlyPayment, type AgreementRecord, type InstallmentRecord } from '../../agreements/index.ts'
import { fulfilAmendment } from '../../amendments/index.ts'
import { findCreditor, type CreditorRecord } from '../../creditors/index.ts'
import type { Taking } from './find-aim.ts'
import { reachOf, shareOut, type Shared } from './share-out.rules.ts'

/** A payment on its way to the installments. */
export interface Coming {
  id: string
  cents: bigint
  paidAt: Date
}

export interface Allocated extends Shared {
  /** As they stand with what was let go, before the shares are put on them. */
  installments: InstallmentRecord[]
  news: Change[]
}

/**
 * Says where a payment goes. One that a signed amendment waits for makes it true; any other one goes to the installments that
 * it may reach, each at the lower amount that was signed for paying it early, where it comes early enough, and with the few
 * cents let go that the last one lacks. The caller holds the agreement's lock.
 */
export async function allocate(work: Work, { agreement, installments, named, askedCents }: Taking, { id, cents, paidAt }: Coming): Promise<Allocated> {
  const paidOn = localDateOf(paidAt)
  const fulfilled = await fulfilAmendment(work, agreement, installments, { cents, named, paidOn })
  if (fulfilled) {
    const shares = fulfilled.shares.map((share) => ({ installmentNumber: share.number, cents: share.cents, forgivenCents: 0n }))
    return { installments: await installmentsOf(work.tx, [agreement]), shares, excessCents: 0n, news: [fulfilled.news] }
  }
  const creditor = (await findCreditor(work.tx, agreement.creditorId))!
  const reach = reachOf(installments, cents, { named, askedCents }, creditor.overpayment)
  const early = await takeEarlyPayment(work, agreement, reach.installments, { id, cents: reach.cents, named, paidOn })
  return { ...(await share(work, agreement, creditor, { id, installments: merge(installments, early.installments), reached: early.installments, cents, mostCents: reach.cents, named })), news: early.news }
}

interface Reached {
  id: string
  installments: InstallmentRecord[]
  reached: readonly InstallmentRecord[]
  cents: bigint
  mostCents: bigint
  named: number | undefined
}

async function share(work: Work, agreement: AgreementRecord, { shortToleranceCents }: CreditorRecord, { id, installments, reached, cents, mostCents, named }: Reached): Promise<Omit<Allocated, 'news'>> {
  const { shares, excessCents } = shareOut(reached, { cents: mostCents, named, toleranceCents: shortToleranceCents })
  return { installments: await forgiveRest(work, agreement, installments, { id, shares }), shares, excessCents: excessCents + cents - mostCents }
}

function merge(all: readonly InstallmentRecord[], changed: readonly InstallmentRecord[]): InstallmentRecord[] {
  return all.map((one) => changed.find(({ number }) => number === one.number) ?? one)
}
