import type { Bank } from '../../core/boleto/types.ts'
import type { Occurrence } from '../../core/cnab240/read-return.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { showId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { lockByOwnNumber, setBoletoStatus, type AccountRecord, type BoletoRecord } from '../boletos/index.ts'
import { receiveMoney, type Arrival, type Received } from '../payments/index.ts'
import { effectOf, type Effect, type ExceptionReason } from './occurrence.rules.ts'

export interface FileContext {
  bank: Bank
  account: AccountRecord
}

type Held = Extract<Received, { kind: 'held' }>['exception']

export type Outcome =
  | { kind: 'posted' | 'registered' | 'refused' | 'written_off' | 'unchanged'; boleto: BoletoRecord | null }
  | { kind: 'exception'; reason: ExceptionReason; boleto: BoletoRecord | null; held?: Held }

/** Does to a slip what the bank says happened to it, once. Slips of one account are told apart by their number. */
export async function applyOccurrence(work: Work, context: FileContext, occurrence: Occurrence): Promise<Outcome> {
  const { bank, account } = context
  const number = bank.readFileNumber(account, occurrence.ownNumber)
  const boleto = number === null ? null : await lockByOwnNumber(work.tx, account.creditorId, account.id, number)
  const effect = effectOf(occurrence, boleto)
  if (effect.kind === 'exception') return { ...effect, boleto }
  if (effect.kind === 'pay') return pay(work, boleto, arrivalOf(context, occurrence, { boleto, paidOn: effect.paidOn }))
  return boleto && effect.kind === 'mark' ? mark(work, boleto, occurrence, effect) : { kind: 'unchanged', boleto }
}

function arrivalOf({ bank, account }: FileContext, occurrence: Occurrence, { boleto, paidOn }: { boleto: BoletoRecord | null; paidOn: string }): Arrival {
  return {
    creditorId: account.creditorId,
    amountCents: occurrence.paidCents,
    // A slip that was made late has charges for delay in its amount already.
    lateCents: occurrence.addedCents + (boleto?.lateCents ?? 0n),
    // The bank tells a day, no hour: its first instant in São Paulo is never in the future.
    paidAt: new Date(`${paidOn}T00:00:00-03:00`),
    method: 'boleto',
    externalReference: referenceOf(bank, occurrence),
    aim: boleto ? { kind: 'charge', txid: boleto.txid } : { kind: 'unknown' },
  }
}

// The bank, the slip's number and the day of the credit name a payment, whichever file tells of it.
function referenceOf({ code }: Bank, { ownNumber, creditedOn, occurredOn }: Occurrence): string {
  return `${code}-${ownNumber.replace(/\W/g, '')}-${creditedOn ?? occurredOn ?? ''}`
}

async function pay(work: Work, boleto: BoletoRecord | null, arrival: Arrival): Promise<Outcome> {
  const received = await receiveMoney(work, arrival)
  if (received.kind === 'known') return { kind: 'unchanged', boleto }
  if (boleto) await setBoletoStatus(work.tx, boleto, { status: 'paid' })
  return received.kind === 'posted' ? { kind: 'posted', boleto } : { kind: 'exception', reason: reasonOf(received.exception), boleto, held: received.exception }
}

function reasonOf({ reason }: Held): ExceptionReason {
  if (reason === 'unknown_charge') return 'unknown'
  return reason === 'paid_twice' ? 'paid_twice' : 'not_posted'
}

async function mark(work: Work, boleto: BoletoRecord, { reasons }: Occurrence, { status }: Extract<Effect, { kind: 'mark' }>): Promise<Outcome> {
  await setBoletoStatus(work.tx, boleto, { status, bankReasons: reasons })
  const data = { chargeId: showId('charge', boleto.id), status, reasons }
  await recordChange(work, { creditorId: boleto.creditorId, type: 'charge.changed', subject: data.chargeId, data })
  return { kind: status, boleto }
}
