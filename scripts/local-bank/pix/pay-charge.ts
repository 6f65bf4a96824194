import type { Bank } from '../bank.ts'
import { amountOfDay, type DayAmount } from '../charges/amount-of-day.ts'
import { bodyOf, type Charge } from '../charges/charge.ts'
import { payWindow } from '../charges/pay-window.ts'
import { amountOf } from '../money.ts'
import { receivePix } from './receive-pix.ts'
import type { Payer, ReceivedPix, ValueParts } from './received-pix.ts'

export interface ChargePayment {
  /** Another amount than that of the day, for tests; no bank lets a payer choose it. */
  amountCents?: bigint
  payer?: Payer
  /** Pays what no bank would: a charge that is paid, removed or out of its days. */
  force?: boolean
}

export type NotPaid = 'charge_not_open' | 'charge_out_of_days'

/** Pays a charge with the amount of the day; tells why it cannot be paid. The caller keeps the state. */
export function payCharge(bank: Bank, charge: Charge, { amountCents, payer, force = false }: ChargePayment = {}): ReceivedPix | NotPaid {
  const refusal = force ? null : whyNotPayable(bank, charge)
  if (refusal) return refusal
  const body = bodyOf(charge)
  const due = amountOfDay(body, bank.clock.today())
  const paid = amountCents ?? due.totalCents
  const parts = paid === due.totalCents ? { parts: partsOf(due) } : {}
  const pix = receivePix(bank, { key: body.chave, txid: charge.txid, amountCents: paid, ...parts, ...(payer ? { payer } : {}) })
  if (charge.status === 'ATIVA') charge.status = 'CONCLUIDA'
  return pix
}

/** Why a charge cannot be paid today; null where it can. */
export function whyNotPayable(bank: Bank, charge: Charge): NotPaid | null {
  if (charge.status !== 'ATIVA') return 'charge_not_open'
  return bank.clock.today() > payWindow(bodyOf(charge).calendario).lastOn ? 'charge_out_of_days' : null
}

function partsOf(due: DayAmount): ValueParts {
  const parts = { multa: due.fineCents, juros: due.interestCents, abatimento: due.rebateCents, desconto: due.discountCents }
  const charged = Object.entries(parts).filter(([, cents]) => cents > 0n)
  return { original: { valor: amountOf(due.originalCents) }, ...Object.fromEntries(charged.map(([name, cents]) => [name, { valor: amountOf(cents) }])) }
}
