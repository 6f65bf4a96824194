import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { openCents } from '../../../core/repairs/open-installments.ts'
import type { Work } from '../../../platform/work.ts'
import { installmentsOf, lockAgreement, statusAt, type AgreementRecord, type InstallmentRecord } from '../../agreements/index.ts'
import type { WhyHeld } from '../exceptions/hold-money.ts'
import type { Arrival } from './arrival.ts'
import { findCharge } from './find-charge.ts'
import type { Aimed } from './share-out.rules.ts'

/** An agreement that takes money, locked to the end of the transaction. */
export interface Taking extends Aimed {
  kind: 'taking'
  agreement: AgreementRecord
  installments: InstallmentRecord[]
}

type Held = WhyHeld & { kind: 'held' }
interface Named {
  agreementId: string
  number: number | undefined
  askedCents: bigint | undefined
}

/** What no longer takes money, or does not yet. */
const ENDED: Partial<Record<Agreement['status'], WhyHeld['reason']>> = {
  awaiting_signature: 'agreement_unsigned', expired: 'agreement_expired', settled: 'agreement_settled', broken: 'agreement_broken', cancelled: 'agreement_cancelled', withdrawn: 'agreement_withdrawn',
}

/** What money is for: an agreement that takes it, or the reason why a person has to look at it. */
export async function findAim(work: Work, { creditorId, aim }: Pick<Arrival, 'creditorId' | 'aim'>): Promise<Taking | Held> {
  const named = await nameAim(work, creditorId, aim)
  const agreement = named && (await lockAgreement(work.tx, creditorId, named.agreementId))
  if (!named || !agreement) return { kind: 'held', reason: 'unknown_charge', agreementId: null, number: null }
  const installments = await installmentsOf(work.tx, [agreement])
  const reason = ENDED[statusAt(agreement, work.clock.now())] ?? whyNot(installments, named)
  if (reason) return { kind: 'held', reason, agreementId: agreement.id, number: named.number ?? null }
  return { kind: 'taking', agreement, installments, named: named.number, askedCents: named.askedCents }
}

async function nameAim(work: Work, creditorId: string, aim: Arrival['aim']): Promise<Named | null> {
  if (aim.kind === 'installment') return { agreementId: aim.agreementId, number: aim.number, askedCents: undefined }
  const charge = aim.kind === 'charge' ? await findCharge(work.tx, creditorId, aim.txid) : null
  return charge && { agreementId: charge.agreementId, number: charge.installmentNumber, askedCents: charge.amountCents }
}

// One that an amendment has put into others takes nothing itself: its money goes to the open ones.
function whyNot(installments: readonly InstallmentRecord[], { number }: Named): WhyHeld['reason'] | null {
  if (number === undefined) return null
  const named = installments.find((one) => one.number === number)
  if (!named) return 'unknown_charge'
  return named.status !== 'cancelled' && openCents(named) === 0n ? 'paid_twice' : null
}
