import { centsNumber } from '../../core/money/cents-number.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { enterCreditor } from '../../platform/db/transaction.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { earlyOffer, findAgreement, installmentsOf, permissionsAt, type AgreementRecord } from '../agreements/index.ts'
import { findCreditor, type CreditorRecord } from '../creditors/index.ts'
import { insertCharge, type ChargeRecord } from './payments.repository.ts'
import { openCents } from './payments.rules.ts'
import { AMOUNT_CENTS_LIMIT, staticBrCode } from './pix/br-code.ts'
import { txidFor } from './pix/txid.ts'

export interface NewCharge {
  charge: ChargeRecord
  creditor: CreditorRecord
  dueOn: string
}

/**
 * A Pix charge for exactly what is open of one installment, or for what was signed for paying it early, to the creditor's
 * own key. Asked again for the same amount, it is the same charge.
 */
export async function createCharge(work: Work, { agreementId, number }: { agreementId: string; number: number }): Promise<NewCharge> {
  const agreement = await findAgreement(work, agreementId)
  if (!agreement) throw new AppError('not_found')
  if (!permissionsAt(agreement, work.clock.now()).pay.ok) throw new AppError('agreement_not_active')
  await enterCreditor(work.tx, agreement.creditorId)
  const installment = (await installmentsOf(work.tx, [agreement])).find((one) => one.number === number)
  if (!installment) throw new AppError('installment_not_found')
  if (installment.status === 'cancelled') throw new AppError('installment_cancelled')
  if (openCents(installment) === 0n) throw new AppError('installment_paid')
  const creditor = (await findCreditor(work.tx, agreement.creditorId))!
  const early = earlyOffer(agreement, installment, work.today)
  const charge = await putCharge(work, agreement, creditor, { number, amountCents: early?.cents ?? openCents(installment) })
  return { charge, creditor, dueOn: installment.dueOn }
}

/** A Pix charge of so much for an installment; asked again for the same, it is the same charge. Refuses what no code holds. */
export async function putCharge(work: Work, agreement: AgreementRecord, creditor: CreditorRecord, wanted: WantedCharge): Promise<ChargeRecord> {
  if (wanted.amountCents >= AMOUNT_CENTS_LIMIT) throw new AppError('pix_amount_too_large')
  const fresh = newCharge(work, agreement, wanted, creditor)
  const charge = await insertCharge(work.tx, fresh)
  if (charge.id === fresh.id) await record(work, charge)
  return charge
}

interface WantedCharge {
  number: number
  amountCents: bigint
}

function newCharge(work: Work, agreement: AgreementRecord, { number, amountCents }: WantedCharge, creditor: CreditorRecord): ChargeRecord {
  const id = work.newId()
  const txid = txidFor(id)
  const copyPaste = staticBrCode({ key: creditor.pixKey, merchantName: creditor.tradeName, merchantCity: creditor.address.city, amountCents, txid })
  return { creditorId: agreement.creditorId, id, agreementId: agreement.id, installmentNumber: number, method: 'pix', amountCents, txid, copyPaste, createdAt: work.clock.now() }
}

async function record(work: Work, { creditorId, id, agreementId, installmentNumber, amountCents, txid }: ChargeRecord): Promise<void> {
  const data = { chargeId: showId('charge', id), agreementId: showId('agreement', agreementId), installmentNumber, amountCents: centsNumber(amountCents), txid }
  await recordChange(work, { creditorId, type: 'charge.created', subject: data.chargeId, data })
}
