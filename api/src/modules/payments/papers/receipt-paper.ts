import { formatAddress } from '@repactua/shared/br/address.ts'
import { formatCnpj } from '@repactua/shared/br/cnpj.ts'
import { formatCpf } from '@repactua/shared/br/cpf.ts'
import { formatPhone } from '@repactua/shared/br/phone.ts'
import type { Payment } from '@repactua/shared/contract/payments.ts'
import { formatDate } from '@repactua/shared/time/local-date.ts'
import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { localDateOf } from '../../../platform/clock.ts'
import type { Facts, Paper, PaperBlock } from '../../../platform/papers/paper.ts'
import { formatInstant, verificationUrl, type AgreementWhole } from '../../agreements/index.ts'
import type { Debtor } from '../../debtors/index.ts'
import type { ReversalRecord } from '../reversals/reversals.repository.ts'
import type { PaymentRecord } from '../payments.repository.ts'
import type { ChargedShare } from '../arrivals/late-shares.rules.ts'

export interface Receipt {
  whole: AgreementWhole
  payment: PaymentRecord
  shares: readonly ChargedShare[]
  /** What its bank took back of it. */
  reversals: readonly ReversalRecord[]
  debtor: Debtor
  debts: readonly { externalId: string; description: string | null; originalCreditor: string | null }[]
  publicUrl: string
}

const TITLE = 'Recibo de pagamento'
const METHODS: Record<Payment['method'], string> = { pix: 'Pix', boleto: 'Boleto', card: 'Cartão', transfer: 'Transferência', cash: 'Dinheiro', other: 'Outro meio' }

/** The receipt of a payment: value, what it pays, who paid, when, and who received it (CC 319 and 320, CDC 42-A). */
export function receiptPaper(receipt: Receipt): Paper {
  const { whole: { creditor, record }, payment, publicUrl } = receipt
  const code = record.verificationCode ?? ''
  const url = verificationUrl(publicUrl, code)
  return {
    title: TITLE,
    language: 'pt-BR',
    author: creditor.legalName,
    createdAt: payment.createdAt,
    blocks: [
      { kind: 'heading', level: 1, text: TITLE },
      { kind: 'paragraph', text: `${creditor.legalName} recebeu ${fromWhom(receipt)} o valor de ${formatBrl(payment.amountCents)}.` },
      ...reversalWords(receipt),
      paymentFacts(receipt),
      { kind: 'heading', level: 2, text: 'O que este pagamento paga' },
      paidFacts(receipt),
      { kind: 'heading', level: 2, text: 'Quem recebeu' },
      { kind: 'paragraph', strong: true, text: `${creditor.legalName} (${creditor.tradeName}), CNPJ ${formatCnpj(creditor.cnpj)}` },
      { kind: 'paragraph', text: `${formatAddress(creditor.address)}. ${creditor.email}, ${formatPhone(creditor.phone)}.` },
      { kind: 'rule' },
      { kind: 'qr', text: url, alt: `Código QR que abre ${url}`, caption: 'Para conferir o acordo deste recibo, leia o código ao lado ou abra o endereço no pé da página.' },
    ],
    verification: { code, url },
  }
}

// Anybody may pay what another owes (CC 304); the receipt names the debtor, or says that another paid (CC 320).
function fromWhom({ payment, debtor }: Receipt): string {
  const named = `${debtor.name}, CPF ${formatCpf(debtor.cpf)},`
  return payment.paidBy === 'other' ? `de outra pessoa, pela dívida de ${named}` : `de ${named}`
}

// A receipt says what is true when it is printed: what went back is not paid any more.
function reversalWords({ payment, reversals }: Receipt): PaperBlock[] {
  if (reversals.length === 0) return []
  const left = reversals.reduce((sum, { amountCents }) => sum - amountCents, payment.amountCents)
  const gone = reversals.map(({ amountCents, reversedAt }) => `${formatBrl(amountCents)} em ${formatDate(localDateOf(reversedAt))}`)
  const verdict = left > 0n ? `Este recibo vale para ${formatBrl(left)}.` : 'Este recibo não vale mais: o que ele pagava está em aberto de novo.'
  return [{ kind: 'paragraph', strong: true, text: `O banco desfez este pagamento: ${gone.join(', ')}. ${verdict}` }]
}

function paymentFacts({ payment }: Receipt): Facts {
  return {
    kind: 'facts',
    facts: [
      { label: 'Pago em', value: formatInstant(payment.paidAt) },
      { label: 'Forma', value: METHODS[payment.method] },
      { label: 'Identificação', value: payment.externalReference },
      ...(payment.paidBy === 'other' ? [{ label: 'Quem pagou', value: 'Pago por outra pessoa' }] : []),
    ],
  }
}

function paidFacts({ whole: { record }, payment: { excessCents }, shares, debts }: Receipt): Facts {
  return {
    kind: 'facts',
    facts: [
      { label: record.courtOrder ? 'Plano judicial registrado em' : 'Acordo assinado em', value: record.signedAt ? formatInstant(record.signedAt) : '' },
      ...shares.map((share) => ({ label: `Parcela ${share.installmentNumber}`, value: shareWords(share) })),
      ...(excessCents > 0n ? [{ label: 'A devolver', value: `${formatBrl(excessCents)}, acima do que faltava` }] : []),
      ...debts.map(({ externalId, description, originalCreditor }) => ({
        label: 'Dívida',
        value: [externalId, description, originalCreditor && `credor original: ${originalCreditor}`].filter(Boolean).join(', '),
      })),
    ],
  }
}

// Each addition by its name (RJ 6.854/2014, good everywhere), and what was let go.
function shareWords({ cents, lateFineCents, defaultInterestCents, forgivenCents }: ChargedShare): string {
  const late = [...(lateFineCents > 0n ? [`${formatBrl(lateFineCents)} de multa`] : []), ...(defaultInterestCents > 0n ? [`${formatBrl(defaultInterestCents)} de juros`] : [])]
  const forgiven = forgivenCents > 0n ? `, e os ${formatBrl(forgivenCents)} que faltavam dispensados` : ''
  return `${formatBrl(cents)}${late.length > 0 ? `, com ${late.join(' e ')} por atraso` : ''}${forgiven}`
}
