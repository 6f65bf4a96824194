import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { err, ok } from '../../../core/result.ts'
import { askBank } from './ask-bank.ts'
import type { Asked, Bank } from './bank.ts'
import { pixAmount } from './money.ts'
import { readerOf } from './reader.ts'
import { DebitAnswer, RecurrenceAnswer, RecurrenceLocation } from './schemas.ts'

/** What a person is asked leave for. */
export interface WantedRecurrence {
  /** How the person knows what it is for, 35 characters at most. */
  contract: string
  object: string
  debtor: { cpf: string; name: string }
  firstOn: LocalDate
  lastOn: LocalDate
}

/** One debit of a recurrence that has leave. */
export interface WantedDebit {
  txid: string
  recurrenceId: string
  dueOn: LocalDate
  cents: bigint
}

const LONGEST_NAME = 140
const readLocation = readerOf(RecurrenceLocation)
const readRecurrence = readerOf(RecurrenceAnswer)
const readDebit = readerOf(DebitAnswer)

/**
 * Asks the bank for a recurrence of no fixed amount, monthly, with three more tries in seven days, and for the code that leads
 * a person to it. The bank picks its id: after a lost answer another one is made, and the first is never shown to anybody.
 */
export async function postRecurrence(bank: Bank, { contract, object, debtor, firstOn, lastOn }: WantedRecurrence): Asked<{ id: string; copyPaste: string }> {
  const location = await askBank(bank, { method: 'POST', path: '/locrec', body: { tipo: 'rec' }, read: readLocation })
  if (!location.ok) return location
  const body = {
    vinculo: { contrato: contract, objeto: object, devedor: { cpf: debtor.cpf, nome: debtor.name.slice(0, LONGEST_NAME) } },
    calendario: { dataInicial: firstOn, dataFinal: lastOn, periodicidade: 'MENSAL' },
    politicaRetentativa: 'PERMITE_3R_7D',
    loc: location.value.id,
  }
  const made = await askBank(bank, { method: 'POST', path: '/rec', body, read: readRecurrence })
  if (!made.ok) return made
  const whole = await getRecurrence(bank, made.value.idRec)
  if (!whole.ok) return whole
  const copyPaste = whole.value.dadosQR?.pixCopiaECola
  return copyPaste ? ok({ id: made.value.idRec, copyPaste }) : err({ kind: 'silent', problem: 'a recurrence without its code' })
}

export function getRecurrence(bank: Bank, id: string): Asked<RecurrenceAnswer> {
  return askBank(bank, { method: 'GET', path: `/rec/${id}`, read: readRecurrence })
}

/** Gives leave back. One that is over already stays so. */
export async function cancelRecurrence(bank: Bank, id: string): Asked<null> {
  const told = await askBank(bank, { method: 'PATCH', path: `/rec/${id}`, body: { status: 'CANCELADA' }, read: readRecurrence })
  if (told.ok) return ok(null)
  if (told.error.kind === 'silent') return told
  const there = await getRecurrence(bank, id)
  return there.ok && there.value.status !== 'CRIADA' && there.value.status !== 'APROVADA' ? ok(null) : told
}

/** Schedules a debit, once: the txid is ours. */
export async function putDebit(bank: Bank, { txid, recurrenceId, dueOn, cents }: WantedDebit): Asked<DebitAnswer> {
  const { receiver } = bank.account
  if (!receiver) return err({ kind: 'refused', status: 0, problem: 'no account to debit to' })
  const body = {
    idRec: recurrenceId, calendario: { dataDeVencimento: dueOn }, valor: { original: pixAmount(cents) }, ajusteDiaUtil: true,
    recebedor: { conta: receiver.account, tipoConta: receiver.accountType, ...(receiver.agency ? { agencia: receiver.agency } : {}) },
  }
  const made = await askBank(bank, { method: 'PUT', path: `/cobr/${txid}`, body, read: readDebit })
  if (made.ok || made.error.kind === 'silent') return made
  const there = await getDebit(bank, txid)
  return there.ok && there.value.idRec === recurrenceId && there.value.valor.original === pixAmount(cents) ? there : made
}

export function getDebit(bank: Bank, txid: string): Asked<DebitAnswer> {
  return askBank(bank, { method: 'GET', path: `/cobr/${txid}`, read: readDebit })
}

/** Calls a debit off. The bank refuses from its day on. */
export async function cancelDebit(bank: Bank, txid: string): Asked<null> {
  const told = await askBank(bank, { method: 'PATCH', path: `/cobr/${txid}`, body: { status: 'CANCELADA' }, read: readDebit })
  return told.ok ? ok(null) : told
}

/** Asks for another try of a debit on a day. */
export function retryDebit(bank: Bank, txid: string, on: LocalDate): Asked<DebitAnswer> {
  return askBank(bank, { method: 'POST', path: `/cobr/${txid}/retentativa/${on}`, read: readDebit })
}
