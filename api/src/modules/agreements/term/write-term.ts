import { formatAddress } from '@repactua/shared/br/address.ts'
import { formatPhone } from '@repactua/shared/br/phone.ts'
import { formatCpf } from '@repactua/shared/br/cpf.ts'
import type { BalanceComponent } from '@repactua/shared/contract/debts.ts'
import type { CreditorCard } from '@repactua/shared/contract/creditors.ts'
import type { OfferOption, OfferSheet } from '@repactua/shared/contract/offers.ts'
import { formatBps, formatBrl } from '@repactua/shared/money/format-brl.ts'
import { lateChargesInWords, payingAheadInWords } from '@repactua/shared/text/plan-terms.ts'
import { formatDate, formatDay } from '@repactua/shared/time/local-date.ts'
import { AMORTIZATION_WORDS, breakWords, dischargeWords, DISCOUNT_WORDS, COMPONENT_WORDS, times } from './term-words.ts'
import { VOLUNTARY_CLAUSE, VOLUNTARY_DISCHARGE, VOLUNTARY_LATENESS } from './voluntary-words.ts'

export interface TermParts {
  sheet: OfferSheet
  option: OfferOption
  debtor: { name: string; cpf: string }
}

/**
 * The exact text that is signed: a title, then numbered sections, a blank line between them. It holds all that
 * CDC 52, 54-B and 54-D ask for. The same parts give the same text, whose SHA-256 the signature is bound to.
 */
export function writeTerm(parts: TermParts): string {
  const sections = [parties(parts), ...debts(parts), ...voluntary(parts), agreement(parts), schedule(parts), lateness(parts), rights(parts), signing(parts)]
  const numbered = sections.map(([heading, ...lines], i) => [`${i + 1}. ${heading}`, ...lines].join('\n'))
  return ['Termo de acordo para pagamento de dívida', ...numbered].join('\n\n')
}

type Section = readonly [heading: string, ...lines: string[]]

function parties({ sheet: { creditor }, debtor }: TermParts): Section {
  return ['Quem faz este acordo', `Credor: ${identity(creditor)}`, `Devedor: ${debtor.name}, CPF ${formatCpf(debtor.cpf)}.`]
}

function identity(creditor: CreditorCard): string {
  return `${creditor.legalName} (${creditor.tradeName}), CNPJ ${creditor.cnpj}, ${formatAddress(creditor.address)}, ${creditor.email}, ${formatPhone(creditor.phone)}.`
}

function debts({ sheet }: TermParts): Section[] {
  return sheet.debts.map((debt) => [
    `A dívida ${debt.externalId}`,
    ...[debt.description, debt.contractNumber && `Contrato ${debt.contractNumber}`, debt.originalCreditor && `Credor original: ${debt.originalCreditor}`].filter((line) => typeof line === 'string'),
    `Venceu em ${formatDate(debt.dueOn)}.`,
    ...orderLine(debt),
    ...debt.balance.components.map(componentLine),
    `Valor em ${formatDate(debt.balance.asOf)}: ${formatBrl(debt.balance.totalCents)}`,
  ])
}

// Only a contract's own order is told here; the law's stands where the agreement says what a break leaves.
function orderLine({ imputationOrder }: OfferSheet['debts'][number]): string[] {
  return imputationOrder ? [`O contrato diz em que ordem um pagamento é usado: ${imputationOrder.map((kind) => COMPONENT_WORDS[kind].toLowerCase()).join(', ')}.`] : []
}

// The original value explains itself; what was added to it says how it was reckoned.
function componentLine({ kind, cents, formula }: BalanceComponent): string {
  return `${COMPONENT_WORDS[kind]}: ${formatBrl(cents)}${kind === 'principal' ? '' : ` (${formula})`}`
}

function voluntary({ sheet }: TermParts): Section[] {
  return sheet.voluntary ? [VOLUNTARY_CLAUSE] : []
}

function agreement({ sheet, option }: TermParts): Section {
  return [
    'O que fica combinado',
    `Valor total das dívidas em ${formatDate(sheet.debts[0]!.balance.asOf)}: ${formatBrl(sheet.balanceCents)}`,
    ...option.discounts.filter(({ cents }) => cents > 0).map(({ component, cents }) => `${DISCOUNT_WORDS[component]}: ${formatBrl(-cents)}`),
    `Valor a pagar sem parcelamento: ${formatBrl(option.financedCents)}`,
    ...interest(option),
    `Valor total a pagar: ${formatBrl(option.totalCents)}, ${times(option.count)}`,
    `Custo efetivo total (CET): ${option.cetYearly.replace('.', ',')}% ao ano`,
    ...(option.benefits ?? []).map(({ text }) => `Quando tudo estiver pago, você recebe: ${text}`),
  ]
}

function interest({ interestCents, monthlyRateBps, amortization, disclosure }: OfferOption): string[] {
  if (interestCents === 0) return ['Juros do parcelamento: nenhum']
  const how = amortization ? ` (${AMORTIZATION_WORDS[amortization]})` : ''
  const effective = disclosure ? [`Taxa efetiva de juros: ${disclosure.effectiveMonthlyRate.replace('.', ',')}% ao mês`] : []
  return [`Juros do parcelamento, ${formatBps(monthlyRateBps)} ao mês${how}: ${formatBrl(interestCents)}`, ...effective]
}

function schedule({ option }: TermParts): Section {
  const line = ({ number, dueOn, amountCents }: OfferOption['installments'][number]) =>
    `${number === 1 && option.downPaymentCents > 0 ? 'Entrada' : `Parcela ${number}`}: ${formatDate(dueOn)}, ${formatBrl(amountCents)}${early(option, number)}`
  return ['As parcelas', ...option.installments.map(line), 'O que vence em dia sem banco já está passado para o próximo dia útil.']
}

// A discount for punctuality is told beside each installment, with its last day: it is part of what is signed.
function early({ earlyPayment }: OfferOption, number: number): string {
  const found = earlyPayment?.installments.find((each) => each.number === number)
  return found ? ` (${formatBrl(found.amountCents)} se paga até ${formatDate(found.payBy)})` : ''
}

function lateness({ sheet, option }: TermParts): Section {
  if (sheet.voluntary) return VOLUNTARY_LATENESS
  const { toleranceDays, missedInstallments, noticeDays = 5, effect = 'original_debt' } = option.breakRule
  return [
    'Se uma parcela atrasar',
    lateChargesInWords(option),
    `O acordo só termina por falta de pagamento se ${missedInstallments === 1 ? 'uma parcela passar' : `${missedInstallments} parcelas passarem`} de ${toleranceDays} dias de atraso, e depois de um aviso com ${noticeDays} dias para você colocar em dia.`,
    ...breakWords(effect, sheet.debts.some((debt) => debt.imputationOrder)),
  ]
}

function rights({ sheet, option }: TermParts): Section {
  return [
    'Seus direitos',
    payingAheadInWords(option),
    ...withdrawal(option),
    ...(sheet.voluntary ? [VOLUNTARY_DISCHARGE] : dischargeWords(option.delistOn ?? 'settlement')),
    'Ao assinar, você pode baixar uma cópia deste termo na mesma hora, e de novo quando quiser.',
    `Dúvidas e reclamações: ${sheet.creditor.tradeName}, ${sheet.creditor.email}, ${formatPhone(sheet.creditor.phone)}. Você também pode procurar o Procon ou a Defensoria Pública.`,
  ]
}

function withdrawal({ withdrawalDays }: OfferOption): string[] {
  if (!withdrawalDays) return []
  return [`Você pode desistir deste acordo em até ${withdrawalDays} dias depois da assinatura, sem custo e sem explicar por quê. A dívida volta a ser como antes, e o que você pagou por este acordo é devolvido de imediato.`]
}

function signing({ sheet }: TermParts): Section {
  return [
    'A assinatura',
    `Esta oferta vale até o fim do dia ${formatDay(sheet.standsUntil, { year: true })}.`,
    'As partes aceitam a assinatura eletrônica por código enviado ao contato do devedor, com o mesmo valor da assinatura no papel (MP 2.200-2/2001, art. 10, §2º). Ficam guardados o texto exato, a data, a hora e o meio usado.',
  ]
}
