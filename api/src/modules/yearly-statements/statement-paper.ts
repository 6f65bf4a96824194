import { formatCnpj } from '@repactua/shared/br/cnpj.ts'
import { formatCpf } from '@repactua/shared/br/cpf.ts'
import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { sumCents } from '@repactua/shared/money/cents.ts'
import { monthName } from '@repactua/shared/time/local-date.ts'
import type { Paper, Table } from '../../platform/papers/paper.ts'
import { checkBlocks, creditorBlocks, formatInstant, verificationUrl } from '../agreements/index.ts'
import type { CreditorRecord } from '../creditors/index.ts'
import type { Debtor } from '../debtors/index.ts'
import type { StatementRecord } from './statements.repository.ts'

/** The yearly statement of discharge: the months of the year, and that it stands for their receipts (Lei 12.007/2009, art. 4). */
export function statementPaper(statement: StatementRecord, { creditor, debtor, publicUrl }: { creditor: CreditorRecord; debtor: Debtor; publicUrl: string }): Paper {
  const { year, verificationCode: code, document, createdAt } = statement
  const title = `Declaração anual de quitação de ${year}`
  const url = verificationUrl(publicUrl, code)
  const earlier = document.clearsEarlierYears ? ' e dos anos anteriores' : ''
  return {
    title,
    language: 'pt-BR',
    author: creditor.legalName,
    createdAt,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'paragraph', text: `${creditor.legalName}, CNPJ ${formatCnpj(creditor.cnpj)}, declara que ${debtor.name}, CPF ${formatCpf(debtor.cpf)}, pagou tudo o que venceu em ${year} nos acordos entre os dois.` },
      { kind: 'heading', level: 2, text: `Meses pagos de ${year}` },
      monthTable(document.months),
      { kind: 'paragraph', text: `Esta declaração substitui, como prova de pagamento, os recibos dos meses de ${year}${earlier} (Lei 12.007/2009, art. 4º). Meses em discussão não entram nela.` },
      { kind: 'paragraph', text: `${creditor.address.city}, ${formatInstant(createdAt)}.` },
      ...creditorBlocks(creditor),
      ...checkBlocks(url, 'esta declaração'),
    ],
    verification: { code, url },
  }
}

function monthTable(months: StatementRecord['document']['months']): Table {
  const total = ['Total', String(months.reduce((sum, { installmentCount }) => sum + installmentCount, 0)), formatBrl(sumCents(months.map(({ paidCents }) => paidCents)))]
  return {
    kind: 'table',
    columns: [{ header: 'Mês', align: 'left', share: 2 }, { header: 'Parcelas', align: 'right' }, { header: 'Pago', align: 'right' }],
    rows: [...months.map(({ month, installmentCount, paidCents }) => [monthName(month), String(installmentCount), formatBrl(paidCents)]), total],
  }
}
