import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { err, ok } from '../../../core/result.ts'
import { askBank } from './ask-bank.ts'
import type { Asked, Bank } from './bank.ts'
import { pixAmount, pixPercent } from './money.ts'
import { readerOf } from './reader.ts'
import { CobvAnswer } from './schemas.ts'

/** A Pix charge with a due date, as the agreement's term has it. */
export interface Cobv {
  txid: string
  dueOn: LocalDate
  /** How many days after the due date it can still be paid. */
  validDays: number
  originalCents: bigint
  /** A fine in per cent of the original, once, from the day after the due date. */
  fineBps: number
  /** Interest a month, by calendar days, or so many cents each calendar day, from the day after the due date. */
  interest: { kind: 'monthly'; bps: number } | { kind: 'daily'; cents: bigint } | null
  /** What is taken off until a day. */
  discount: { cents: bigint; until: LocalDate } | null
  debtor: { cpf: string; name: string }
}

export interface StandingCobv {
  /** The code to copy, where the bank gives it; it may give its location alone. */
  copyPaste: string | null
  location: string | null
}

const read = readerOf(CobvAnswer)
const LONGEST_NAME = 200

/**
 * Makes a charge at the bank, once: the txid is ours. Refused after a lost answer, or by a bank that takes no second PUT, it
 * is asked for and taken where it is the same.
 */
export async function putCobv(bank: Bank, cobv: Cobv): Asked<StandingCobv> {
  const made = await askBank(bank, { method: 'PUT', path: pathOf(cobv), body: bodyOf(cobv, bank.pixKey), read })
  const isMade = made.ok && isSame(made.value, cobv, bank)
  if (isMade) return ok(codeOf(made.value))
  if (!made.ok && made.error.kind === 'silent') return made
  const there = await askBank(bank, { method: 'GET', path: pathOf(cobv), read })
  if (there.ok && isSame(there.value, cobv, bank)) return ok(codeOf(there.value))
  return made.ok ? err({ kind: 'refused', status: 409, problem: '409 another charge has this txid' }) : made
}

/** Takes a charge back, so that nobody can pay it any more. One that is paid, removed or not there is left as it is. */
export async function removeCobv(bank: Bank, txid: string): Asked<null> {
  const removed = await askBank(bank, { method: 'PATCH', path: pathOf({ txid }), body: { status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR' }, read })
  if (removed.ok) return ok(null)
  if (removed.error.kind === 'silent') return removed
  const there = await askBank(bank, { method: 'GET', path: pathOf({ txid }), read })
  if (there.ok) return there.value.status === 'ATIVA' ? removed : ok(null)
  return there.error.kind === 'refused' && there.error.status === 404 ? ok(null) : there
}

function pathOf({ txid }: Pick<Cobv, 'txid'>): string {
  return `/cobv/${txid}`
}

// Domains of the official file: multa 2 is a per cent, juros 3 a per cent a month and 1 an amount a day, both on calendar
// days; desconto 1 is an amount until a day. They are numbers, though its examples write texts.
function bodyOf({ dueOn, validDays, originalCents, fineBps, interest, discount, debtor }: Cobv, chave: string): object {
  return {
    calendario: { dataDeVencimento: dueOn, validadeAposVencimento: validDays },
    devedor: { cpf: debtor.cpf, nome: debtor.name.slice(0, LONGEST_NAME) },
    valor: {
      original: pixAmount(originalCents),
      ...(fineBps > 0 ? { multa: { modalidade: 2, valorPerc: pixPercent(fineBps) } } : {}),
      ...(interest ? { juros: interest.kind === 'monthly' ? { modalidade: 3, valorPerc: pixPercent(interest.bps) } : { modalidade: 1, valorPerc: pixAmount(interest.cents) } } : {}),
      ...(discount ? { desconto: { modalidade: 1, descontoDataFixa: [{ data: discount.until, valorPerc: pixAmount(discount.cents) }] } } : {}),
    },
    chave,
  }
}

function isSame(there: CobvAnswer, { txid, dueOn, originalCents, debtor }: Cobv, { pixKey }: Bank): boolean {
  const asked = [txid, 'ATIVA', dueOn, pixAmount(originalCents), debtor.cpf, pixKey]
  const told = [there.txid, there.status, there.calendario.dataDeVencimento, there.valor.original, there.devedor.cpf, there.chave]
  return asked.every((value, i) => value === told[i])
}

function codeOf({ pixCopiaECola, location, loc }: CobvAnswer): StandingCobv {
  return { copyPaste: pixCopiaECola ?? null, location: location ?? loc?.location ?? null }
}
