import type { OfferOption } from '@repactua/shared/contract/offers.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { bankOf } from '../../core/boleto/banks.ts'
import { barcodeOf } from '../../core/boleto/barcode.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { grantsBoleto, type AgreementRecord } from '../agreements/index.ts'
import { lockAccountInUse, setNextNumber, type AccountRecord } from './accounts.repository.ts'
import { findStanding, insertBoleto, replaceUnsent, type BoletoRecord } from './boletos.repository.ts'
import { lateTerms } from './late-terms.rules.ts'

/** What ten digits hold. */
const MOST_CENTS = 9_999_999_999n

export interface WantedBoleto {
  agreement: AgreementRecord
  installment: { number: number; dueOn: LocalDate }
  amountCents: bigint
  /** So much of the amount is for delay. */
  lateCents: bigint
  /** The last day for this amount. */
  payBy: LocalDate
  option: Pick<OfferOption, 'lateFeeBps' | 'defaultInterestMonthlyBps'>
  /** The Pix code of the same amount, printed beside the bars. */
  pixFor(id: string): { txid: string; copyPaste: string }
}

/**
 * A slip for an installment, with a number that no other one has; asked again for the same amount and day, it is the same
 * slip. Refused where the agreement does not grant boletos, the creditor has no account, or its numbers are used up.
 */
export async function issueBoleto(work: Work, wanted: WantedBoleto): Promise<BoletoRecord> {
  const { agreement, installment, amountCents } = wanted
  if (!grantsBoleto(agreement)) throw new AppError('payment_method_not_granted')
  if (amountCents > MOST_CENTS) throw new AppError('boleto_amount_too_large')
  // The account's row is the queue: whoever comes second finds the slip of the first.
  const account = await lockAccountInUse(work.tx, agreement.creditorId)
  if (!account) throw new AppError('boleto_not_available')
  const same = { creditorId: agreement.creditorId, agreementId: agreement.id, installmentNumber: installment.number, amountCents, scheduledOn: installment.dueOn }
  const standing = await findStanding(work.tx, same)
  if (standing) return standing
  if (account.nextNumber > account.lastNumber) throw new AppError('boleto_numbers_used_up')
  await replaceUnsent(work.tx, same)
  await setNextNumber(work.tx, account, account.nextNumber + 1)
  return insert(work, account, wanted)
}

async function insert(work: Work, account: AccountRecord, { agreement, installment, amountCents, lateCents, payBy, option, pixFor }: WantedBoleto): Promise<BoletoRecord> {
  const id = work.newId()
  const dueOn = payBy > work.today ? payBy : work.today
  const bank = bankOf(account.bank)
  const boleto: BoletoRecord = {
    creditorId: agreement.creditorId, id, accountId: account.id, ownNumber: account.nextNumber, agreementId: agreement.id, installmentNumber: installment.number, debtorId: agreement.debtorId,
    amountCents, lateCents, ...lateTerms(option, { openCents: amountCents - lateCents, isLate: lateCents > 0n }), dueOn, scheduledOn: installment.dueOn, barcode: barcodeOf({ bankCode: bank.code, dueOn, amountCents, freeField: bank.freeField(account, account.nextNumber) }),
    ...pixFor(id), status: 'issued', remittanceId: null, bankReasons: [], createdAt: work.clock.now(),
  }
  await insertBoleto(work.tx, boleto)
  await record(work, boleto)
  return boleto
}

async function record(work: Work, { creditorId, id, agreementId, installmentNumber, amountCents, ownNumber, dueOn }: BoletoRecord): Promise<void> {
  const data = { chargeId: showId('charge', id), agreementId: showId('agreement', agreementId), method: 'boleto', installmentNumber, amountCents: centsNumber(amountCents), ownNumber, dueOn }
  await recordChange(work, { creditorId, type: 'charge.created', subject: data.chargeId, data })
}
