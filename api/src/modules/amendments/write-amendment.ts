import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { formatDate, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { openCents } from '../../core/repairs/open-installments.ts'
import type { PlanInstallment, RepairLine, RepairQuote } from '../../core/repairs/types.ts'
import { KIND_WORDS, LINE_WORDS } from './amendment-words.ts'

export interface AmendmentParts {
  quote: RepairQuote
  agreement: { code: string; creditorName: string; signedOn: LocalDate }
  /** The shown id, so that no two texts are the same. */
  id: string
  today: LocalDate
}

/**
 * The exact text that is signed: a title, then one fact a line. It names no person. The same parts give the same text, whose
 * SHA-256 the code is bound to.
 */
export function writeAmendment({ quote, agreement, id, today }: AmendmentParts): string {
  return [
    KIND_WORDS[quote.kind],
    `Acordo ${agreement.code} com ${agreement.creditorName}, assinado em ${formatDate(agreement.signedOn)}.`,
    `Calculado em ${formatDate(today)}, com o número ${id}.`,
    ...quote.changed.map((number) => changeLine(quote, number)),
    ...quote.lines.map(costLine),
    ...cost(quote),
    ...payNow(quote),
    ...schedule(quote),
    'No mais, o acordo continua como foi assinado. Este ajuste não cria outra dívida no lugar dela (Código Civil, art. 361).',
  ].join('\n')
}

function changeLine({ before, after }: RepairQuote, number: number): string {
  const [was, is] = [before, after].map((list) => list.find((one) => one.number === number)) as [PlanInstallment | undefined, PlanInstallment]
  if (is.status === 'cancelled') return `A parcela ${number}, de ${show(was!.amountCents)}, deixa de existir.`
  if (!was) return `Nova parcela ${number}: ${show(is.amountCents)}, em ${formatDate(is.dueOn)}.`
  if (is.paidCents > was.paidCents) return `Da parcela ${number}, com ${show(openCents(was))} em aberto, você paga agora ${show(is.paidCents - was.paidCents)}${rest(is)}.`
  const date = was.dueOn === is.dueOn ? '' : `, que vencia em ${formatDate(was.dueOn)}, passa a vencer em ${formatDate(is.dueOn)}`
  const amount = was.amountCents === is.amountCents ? '' : `${date && ' e'} passa de ${show(was.amountCents)} para ${show(is.amountCents)}`
  return `A parcela ${number}${date}${amount}.`
}

function rest(installment: PlanInstallment): string {
  const open = openCents(installment)
  return open === 0n ? ', e ela fica paga' : `, e faltam ${show(open)} em ${formatDate(installment.dueOn)}`
}

function costLine({ kind, installmentNumber, cents, formula, source }: RepairLine): string {
  return `${LINE_WORDS[kind]}, parcela ${installmentNumber}: ${show(cents < 0n ? -cents : cents)} (${formula}; ${source}).`
}

function cost({ costCents, savingCents }: RepairQuote): string[] {
  const added = costCents > 0n ? [`Este ajuste acrescenta ${show(costCents)} ao todo.`] : []
  const saved = savingCents > 0n ? [`Você deixa de pagar ${show(savingCents)} ao todo.`] : []
  return costCents + savingCents > 0n ? [...added, ...saved] : ['Este ajuste não custa nada.']
}

function payNow({ payNow: pay }: RepairQuote): string[] {
  return pay ? [`Você paga ${show(pay.amountCents)} até ${formatDate(pay.payBy)}. Se não pagar até esse dia, nada muda: as parcelas continuam como estavam.`] : []
}

function schedule({ after }: RepairQuote): string[] {
  const open = after.filter((one) => openCents(one) > 0n)
  if (open.length === 0) return ['Depois disso não falta nada: o acordo fica quitado.']
  return ['O que falta pagar depois deste ajuste:', ...open.map((one) => `Parcela ${one.number}: ${formatDate(one.dueOn)}, ${show(openCents(one))}`)]
}

function show(cents: bigint): string {
  return formatBrl(cents)
}
