import type { Bank } from '../../core/boleto/types.ts'
import type { Occurrence } from '../../core/cnab240/read-return.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { showId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { lockByOwnNumber, setBoletoStatus, type AccountRecord, type BoletoRecord } from '../boletos/index.ts'
import { isPosted, postPayment } from '../payments/index.ts'
import { effectOf, type Effect, type ExceptionReason } from './occurrence.rules.ts'

export interface FileContext {
  bank: Bank
  account: AccountRecord
}

export interface Outcome {
  kind: 'posted' | 'registered' | 'refused' | 'written_off' | 'unchanged' | 'exception'
  reason?: ExceptionReason
  boleto: BoletoRecord | null
}

/** Does to a slip what the bank says happened to it, once. Slips of one account are told apart by their number. */
export async function applyOccurrence(work: Work, { bank, account }: FileContext, occurrence: Occurrence): Promise<Outcome> {
  const number = bank.readFileNumber(account, occurrence.ownNumber)
  const boleto = number === null ? null : await lockByOwnNumber(work.tx, account.creditorId, account.id, number)
  const reference = referenceOf(bank, occurrence)
  const effect = effectOf(occurrence, boleto, await isPosted(work, account.creditorId, reference))
  return { ...(boleto ? await apply(work, boleto, occurrence, effect, reference) : withoutSlip(effect)), boleto }
}

// The bank, the slip's number and the day of the credit name a payment, whichever file tells of it.
function referenceOf({ code }: Bank, { ownNumber, creditedOn, occurredOn }: Occurrence): string {
  return `${code}-${ownNumber.replace(/\W/g, '')}-${creditedOn ?? occurredOn ?? ''}`
}

function withoutSlip(effect: Effect): Omit<Outcome, 'boleto'> {
  return effect.kind === 'exception' ? { kind: 'exception', reason: effect.reason } : { kind: 'unchanged' }
}

async function apply(work: Work, boleto: BoletoRecord, occurrence: Occurrence, effect: Effect, reference: string): Promise<Omit<Outcome, 'boleto'>> {
  if (effect.kind === 'pay') {
    await pay(work, boleto, occurrence, reference)
    return { kind: 'posted' }
  }
  if (effect.kind !== 'mark') return withoutSlip(effect)
  await setBoletoStatus(work.tx, boleto, { status: effect.status, bankReasons: occurrence.reasons })
  const data = { chargeId: showId('charge', boleto.id), status: effect.status, reasons: occurrence.reasons }
  await recordChange(work, { creditorId: boleto.creditorId, type: 'charge.changed', subject: data.chargeId, data })
  return { kind: effect.status }
}

async function pay(work: Work, boleto: BoletoRecord, { paidCents, occurredOn }: Occurrence, externalReference: string): Promise<void> {
  await postPayment(work, {
    agreementId: showId('agreement', boleto.agreementId),
    installmentNumber: boleto.installmentNumber,
    amountCents: centsNumber(paidCents),
    // The bank tells a day, no hour: its first instant in São Paulo is never in the future.
    paidAt: `${occurredOn}T00:00:00-03:00`,
    method: 'boleto',
    externalReference,
  })
  await setBoletoStatus(work.tx, boleto, { status: 'paid' })
}
