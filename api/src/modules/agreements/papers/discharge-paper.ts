import { formatCpf } from '@repactua/shared/br/cpf.ts'
import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { formatDate } from '@repactua/shared/time/local-date.ts'
import { allot } from '../../../core/money/allot.ts'
import type { Paper, PaperBlock } from '../../../platform/papers/paper.ts'
import type { Debtor } from '../../debtors/index.ts'
import type { DebtRecord } from '../../debts/index.ts'
import { checkBlocks, creditorBlocks } from './creditor-blocks.ts'
import { formatInstant } from './format-instant.ts'
import type { AgreementWhole } from '../load-agreement.ts'
import { verificationUrl } from './term-paper.ts'

const TITLE = 'Carta de quitação'

export interface DischargeParts {
  debtor: Debtor
  /** The debts themselves: who supplied what they are for (CDC 42-A). */
  debts: readonly Pick<DebtRecord, 'id' | 'originalCreditor'>[]
  publicUrl: string
}

/** The discharge letter: value, debts, who paid, time, place and who gives it (CC 319 and 320). */
export function dischargePaper(whole: AgreementWhole, { debtor, debts, publicUrl }: DischargeParts): Paper {
  const { creditor, record } = whole
  const code = record.verificationCode ?? ''
  const url = verificationUrl(publicUrl, code)
  return {
    title: TITLE,
    language: 'pt-BR',
    author: creditor.legalName,
    createdAt: record.settledAt ?? record.createdAt,
    blocks: [
      { kind: 'heading', level: 1, text: TITLE },
      { kind: 'paragraph', text: declaration(whole, debtor) },
      { kind: 'heading', level: 2, text: 'Dívidas quitadas' },
      debtTable(whole, debts),
      { kind: 'heading', level: 2, text: 'Pagamento' },
      { kind: 'facts', facts: facts(whole) },
      { kind: 'paragraph', text: DELISTING },
      { kind: 'paragraph', text: `${creditor.address.city}, ${formatInstant(record.settledAt ?? record.createdAt)}.` },
      ...creditorBlocks(creditor),
      ...checkBlocks(url, 'esta carta'),
    ],
    verification: { code, url },
  }
}

const DELISTING = 'Se o nome do devedor está em cadastro de inadimplentes por causa destas dívidas, o credor pede a retirada em até 5 dias úteis, a contar da quitação (STJ, Súmula 548).'

function declaration(whole: AgreementWhole, debtor: Debtor): string {
  const { creditor } = whole
  return `${creditor.legalName} declara que recebeu de ${debtor.name}, CPF ${formatCpf(debtor.cpf)}, o valor de ${formatBrl(paidOf(whole))}, e dá quitação das dívidas abaixo: por elas, nada mais é devido.`
}

// What was paid is shared out as the agreement's total was: by what each debt had in it.
function debtTable(whole: AgreementWhole, records: DischargeParts['debts']): PaperBlock {
  const { debts } = whole
  const originals = new Map(records.map(({ id, originalCreditor }) => [id, originalCreditor]))
  const paid = allot(paidOf(whole), debts.map(({ totalCents }) => totalCents))
  return {
    kind: 'table',
    columns: [{ header: 'Dívida', align: 'left', share: 2 }, { header: 'Valor no dia do acordo', align: 'right' }, { header: 'Pago pelo acordo', align: 'right' }],
    rows: debts.map((debt, i) => [debtWords(debt, originals.get(debt.debtId)), formatBrl(debt.balanceCents), formatBrl(paid[i] ?? 0n)]),
  }
}

function debtWords({ externalId, description }: AgreementWhole['debts'][number], originalCreditor: string | null | undefined): string {
  return [externalId, description, originalCreditor && `credor original: ${originalCreditor}`].filter(Boolean).join(', ')
}

function facts(whole: AgreementWhole) {
  const { record } = whole
  const installments = whole.installments.filter(({ status }) => status !== 'cancelled')
  const last = installments.at(-1)
  return [
    { label: 'Valor total pago', value: formatBrl(paidOf(whole)) },
    { label: 'Parcelas', value: `${installments.length}${last ? `, a última com vencimento em ${formatDate(last.dueOn)}` : ''}` },
    { label: record.courtOrder ? 'Plano judicial registrado em' : 'Acordo assinado em', value: record.signedAt ? formatInstant(record.signedAt) : '' },
    { label: 'Quitado em', value: record.settledAt ? formatInstant(record.settledAt) : '' },
  ]
}

function paidOf({ installments }: AgreementWhole): bigint {
  return installments.reduce((sum, { paidCents }) => sum + paidCents, 0n)
}
