import { formatAddress } from '@repactua/shared/br/address.ts'
import { formatCnpj } from '@repactua/shared/br/cnpj.ts'
import { formatCpf } from '@repactua/shared/br/cpf.ts'
import { formatBps, formatBrl } from '@repactua/shared/money/format-brl.ts'
import { formatDate } from '@repactua/shared/time/local-date.ts'
import { bankOf } from '../../core/boleto/banks.ts'
import { formatLine, lineOf } from '../../core/boleto/barcode.ts'
import { interleaved2of5 } from '../../core/boleto/interleaved.ts'
import { localDateOf } from '../../platform/clock.ts'
import type { FormBox, Paper } from '../../platform/papers/paper.ts'
import type { CreditorRecord } from '../creditors/index.ts'
import type { Debtor } from '../debtors/index.ts'
import type { AccountRecord } from './accounts.repository.ts'
import type { BoletoRecord } from './boletos.repository.ts'

/** FEBRABAN: 103 mm wide, 13 mm high, in points. */
const BARS = { width: 291.97, height: 36.85 }

export interface SlipFacts {
  boleto: BoletoRecord
  account: AccountRecord
  creditor: CreditorRecord
  debtor: Debtor
  agreementCode: string
}

/** The slip as a page: who pays whom (CDC 42-A: name, address, CNPJ), until when, how much; line, bars, and the Pix code beside. */
export function slipPaper(facts: SlipFacts): Paper {
  const { boleto, creditor } = facts
  const line = formatLine(lineOf(boleto.barcode))
  const amount = formatBrl(boleto.amountCents)
  return {
    title: 'Boleto',
    language: 'pt-BR',
    author: creditor.legalName,
    createdAt: boleto.createdAt,
    blocks: [
      { kind: 'heading', level: 1, text: 'Boleto' },
      { kind: 'form', rows: [...moneyRows(facts, line, amount), ...partyRows(facts), numberRow(facts), wordsRow(facts)] },
      { kind: 'bars', widths: interleaved2of5(boleto.barcode), size: BARS, alt: `Código de barras do boleto. Linha digitável: ${line}` },
      { kind: 'spacer', points: 8 },
      { kind: 'qr', text: boleto.copyPaste, alt: `Código QR para pagar ${amount} por Pix`, caption: `Ou pague por Pix, o mesmo valor: ${amount}. Leia o código ao lado no aplicativo do banco. Pague uma vez só: por boleto ou por Pix.` },
    ],
    verification: null,
  }
}

function moneyRows({ boleto, account }: SlipFacts, line: string, amount: string): FormBox[][] {
  const bank = bankOf(account.bank)
  return [
    [{ label: 'Banco', value: `${bank.name}, ${bank.shownCode}`, share: 2 }, { label: 'Vencimento', value: formatDate(boleto.dueOn), strong: true }, { label: 'Valor', value: amount, strong: true, align: 'right' }],
    [{ label: 'Linha digitável', value: line, strong: true }],
  ]
}

function partyRows({ creditor, debtor, account }: SlipFacts): FormBox[][] {
  return [
    [{ label: 'Beneficiário', value: `${creditor.legalName}, CNPJ ${formatCnpj(creditor.cnpj)}`, share: 2 }, { label: 'Agência / conta', value: bankOf(account.bank).showAccount(account) }],
    [{ label: 'Endereço do beneficiário', value: formatAddress(creditor.address) }],
    [{ label: 'Pagador', value: debtor.name, share: 2 }, { label: 'CPF', value: formatCpf(debtor.cpf) }],
  ]
}

function numberRow({ boleto, account }: SlipFacts): FormBox[] {
  const bank = bankOf(account.bank)
  return [
    { label: 'Nosso número', value: bank.showNumber(account, boleto.ownNumber), share: 1.6 },
    { label: 'Documento', value: String(boleto.ownNumber).padStart(bank.numberDigits, '0') },
    { label: 'Carteira', value: account.wallet, share: 0.7 },
    { label: 'Emissão', value: formatDate(localDateOf(boleto.createdAt)) },
  ]
}

function wordsRow({ boleto, agreementCode }: SlipFacts): FormBox[] {
  const words = `Parcela ${boleto.installmentNumber} do acordo ${agreementCode}.${lateWords(boleto)} Pague em qualquer banco, lotérica ou aplicativo. O banco leva até um dia útil, depois da emissão, para registrar o boleto e aceitar o pagamento.`
  return [{ label: 'Instruções', value: words }]
}

// As the term says, and as the bank is told.
function lateWords({ lateCents, fineBps, dailyInterestCents }: BoletoRecord): string {
  const inside = lateCents > 0n ? ` O valor já inclui ${formatBrl(lateCents)} de multa e juros pelo atraso.` : ''
  const after = [...(fineBps > 0 ? [`multa de ${formatBps(fineBps)}`] : []), ...(dailyInterestCents > 0n ? [`juros de ${formatBrl(dailyInterestCents)} por dia`] : [])]
  return after.length > 0 ? `${inside} Depois do vencimento: ${after.join(' e ')}.` : inside
}
