import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { centsNumber } from '../../../core/money/cents-number.ts'
import { AMOUNT_CENTS_LIMIT, staticBrCode } from '../../../core/pix/br-code.ts'
import { txidFor } from '../../../core/pix/txid.ts'
import { openCents } from '../../../core/repairs/open-installments.ts'
import { recordChange } from '../../../platform/audit/record-change.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { showId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import type { AgreementRecord, Item } from '../../agreements/index.ts'
import type { BoletoRecord } from '../../boletos/index.ts'
import type { CreditorRecord } from '../../creditors/index.ts'
import { preparePixCharge, type WantedPixCharge } from '../../pix-charges/index.ts'
import { findPayable, type AskedInstallment, type Payable } from './find-payable.ts'
import { insertCharge, type ChargeRecord } from '../payments.repository.ts'

export interface NewCharge {
  charge: Pick<ChargeRecord, 'id' | 'installmentNumber' | 'amountCents' | 'txid' | 'copyPaste'>
  creditor: CreditorRecord
  dueOn: string
  /** What the amount is made of, and its last day; null where no day changes it. */
  items: Item[]
  validUntil: LocalDate | null
  /** Where it can be paid as a slip too. */
  boleto?: BoletoRecord
}

/**
 * A Pix charge for exactly what one installment comes to today, to the creditor's own key. Asked again for the same amount,
 * it is the same charge.
 */
export async function createCharge(work: Work, asked: AskedInstallment): Promise<NewCharge> {
  const payable = await findPayable(work, asked)
  const { agreement, installment, creditor, amountCents, items, validUntil } = payable
  const charge = await putCharge(work, agreement, creditor, { number: installment.number, amountCents })
  await preparePixCharge(work, pixOf(payable, charge))
  return { charge, creditor, dueOn: installment.dueOn, items, validUntil }
}

function pixOf({ agreement, installment, amountCents, lateCents, payBy, option }: Payable, { id: chargeId }: ChargeRecord): WantedPixCharge {
  const { lateFeeBps, defaultInterestMonthlyBps } = option
  return {
    creditorId: agreement.creditorId, agreementId: agreement.id, installmentNumber: installment.number, chargeId,
    scheduledOn: installment.dueOn, openCents: openCents(installment), amountCents, lateCents, payBy, lateFeeBps, defaultInterestMonthlyBps,
  }
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
  return { creditorId: agreement.creditorId, id, agreementId: agreement.id, installmentNumber: number, method: 'pix', amountCents, ...pixCodeFor(creditor, amountCents, id), createdAt: work.clock.now() }
}

/** A Pix code of so much to the creditor's own key, with the txid of a charge. */
export function pixCodeFor({ pixKey, tradeName, address }: CreditorRecord, amountCents: bigint, chargeId: string): { txid: string; copyPaste: string } {
  const txid = txidFor(chargeId)
  return { txid, copyPaste: staticBrCode({ key: pixKey, merchantName: tradeName, merchantCity: address.city, amountCents, txid }) }
}

async function record(work: Work, { creditorId, id, agreementId, installmentNumber, amountCents, txid }: ChargeRecord): Promise<void> {
  const data = { chargeId: showId('charge', id), agreementId: showId('agreement', agreementId), installmentNumber, amountCents: centsNumber(amountCents), txid }
  await recordChange(work, { creditorId, type: 'charge.created', subject: data.chargeId, data })
}
