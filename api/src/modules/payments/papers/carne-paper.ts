import { formatAddress } from '@repactua/shared/br/address.ts'
import { formatCnpj } from '@repactua/shared/br/cnpj.ts'
import { formatCpf } from '@repactua/shared/br/cpf.ts'
import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { formatDate } from '@repactua/shared/time/local-date.ts'
import { formatLine, lineOf } from '../../../core/boleto/barcode.ts'
import type { FormBox, Paper, PaperBlock } from '../../../platform/papers/paper.ts'
import { checkBlocks, creditorBlocks, verificationUrl, type AgreementWhole } from '../../agreements/index.ts'
import type { Carne, CarneSlip } from './gather-carne.ts'

const TITLE = 'Carnê do acordo'
/** In points: the boxes of a slip and its code stand on one page. */
const SLIP_HEIGHT = 330

/** Every open installment on a slip of its own, to be cut off: who receives (CDC 42-A), how much, until when, and its code. */
export function carnePaper({ whole, debtor, slips, hasMore }: Carne, publicUrl: string): Paper {
  const { creditor, record } = whole
  const code = record.verificationCode ?? ''
  const url = verificationUrl(publicUrl, code)
  return {
    title: TITLE,
    language: 'pt-BR',
    author: creditor.legalName,
    createdAt: record.signedAt ?? record.createdAt,
    blocks: [
      { kind: 'heading', level: 1, text: TITLE },
      { kind: 'paragraph', text: `Parcelas abertas de ${debtor.name}, CPF ${formatCpf(debtor.cpf)}. Cada uma tem a sua folha para recortar.` },
      { kind: 'paragraph', text: 'A página do acordo tem sempre o valor mais novo: abra o site que você já conhece e entre com seu CPF. Depois do vencimento, ou para pagar antes com desconto, use o código de lá.' },
      ...(hasMore ? [{ kind: 'paragraph', text: `Aqui estão ${slips.length} parcelas. As seguintes estão no próximo carnê, na página do acordo.` } as const] : []),
      ...creditorBlocks(creditor),
      ...checkBlocks(url, 'este acordo'),
      ...slips.flatMap((slip) => slipBlocks(slip, whole, debtor.name)),
    ],
    verification: { code, url },
  }
}

function slipBlocks(slip: CarneSlip, whole: AgreementWhole, payer: string): PaperBlock[] {
  const { installment: { number, dueOn }, amountCents, pixCode } = slip
  const amount = formatBrl(amountCents)
  return [
    { kind: 'room', points: SLIP_HEIGHT },
    { kind: 'rule' },
    { kind: 'heading', level: 2, text: `Parcela ${number}, ${formatDate(dueOn)}` },
    { kind: 'form', rows: slipRows(slip, whole, { payer, amount }) },
    pixCode
      ? { kind: 'qr', text: pixCode, alt: `Código QR para pagar ${amount} por Pix`, caption: `Pix da parcela ${number}: ${amount} até ${formatDate(dueOn)}. Leia o código ao lado no aplicativo do banco. Pague uma vez só.` }
      : { kind: 'paragraph', text: 'O valor desta parcela muda a cada dia, ou é alto demais para um código no papel. O código de hoje está na página do acordo.' },
  ]
}

function slipRows({ installment, boleto }: CarneSlip, { creditor, record, installments }: AgreementWhole, { payer, amount }: { payer: string; amount: string }): FormBox[][] {
  const count = installments.filter(({ status }) => status !== 'cancelled').length
  return [
    [{ label: 'Parcela', value: `${installment.number} de ${count}` }, { label: 'Vencimento', value: formatDate(installment.dueOn), strong: true }, { label: 'Valor', value: amount, strong: true, align: 'right' }],
    [{ label: 'Quem recebe', value: `${creditor.legalName}, CNPJ ${formatCnpj(creditor.cnpj)}. ${formatAddress(creditor.address)}` }],
    [{ label: 'Quem paga', value: payer, share: 2 }, { label: 'Código do acordo', value: record.verificationCode ?? '' }],
    ...(boleto ? [[{ label: 'Linha digitável do boleto', value: formatLine(lineOf(boleto.barcode)), strong: true }]] : []),
  ]
}
