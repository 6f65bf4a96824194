import type { Bank } from '../bank.ts'
import { payCharge, type ChargePayment, type NotPaid } from './pay-charge.ts'
import { readCode } from './read-code.ts'
import { receivePix } from './receive-pix.ts'
import type { ReceivedPix } from './received-pix.ts'

/** Pays a copy-and-paste text, dynamic or static. A static one without an amount needs one. The caller keeps the state. */
export function payCode(bank: Bank, text: string, payment: ChargePayment = {}): ReceivedPix | NotPaid | 'code_unreadable' | 'amount_missing' | 'nothing_to_pay' {
  const code = readCode(bank, text)
  if (!code) return 'code_unreadable'
  if (code.kind === 'charge') return payCharge(bank, code.charge, payment)
  if (code.kind === 'recurrence') return 'nothing_to_pay'
  const amountCents = payment.amountCents ?? code.amountCents
  if (amountCents === null || amountCents <= 0n) return 'amount_missing'
  return receivePix(bank, {
    key: code.key,
    amountCents,
    ...(code.txid === null ? {} : { txid: code.txid }),
    ...(payment.payer ? { payer: payment.payer } : {}),
  })
}
