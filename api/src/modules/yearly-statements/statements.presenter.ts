import { formatCnpj } from '@repactua/shared/br/cnpj.ts'
import type { YearlyStatement, YearlyStatementVerification } from '@repactua/shared/contract/yearly-statements.ts'
import { sumCents } from '@repactua/shared/money/cents.ts'
import { presentCard, type CreditorRecord } from '../creditors/index.ts'
import type { StatementRecord } from './statements.repository.ts'

export function presentStatement(record: StatementRecord, creditor: CreditorRecord): YearlyStatement {
  return { creditor: presentCard(creditor), ...presentYear(record) }
}

export function presentStatementVerification(record: StatementRecord, { legalName, tradeName, cnpj }: CreditorRecord): YearlyStatementVerification {
  return { creditor: { legalName, tradeName, cnpj: formatCnpj(cnpj) }, ...presentYear(record) }
}

function presentYear({ verificationCode, year, document: { months, clearsEarlierYears }, createdAt }: StatementRecord): Omit<YearlyStatement, 'creditor'> {
  return { code: verificationCode, year, months, paidCents: sumCents(months.map(({ paidCents }) => paidCents)), clearsEarlierYears, createdAt: createdAt.toISOString() }
}
