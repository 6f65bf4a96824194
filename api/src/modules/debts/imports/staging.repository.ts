import { finished } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import type { Transaction } from '../../../platform/db/transaction.ts'
import { CONTRACT_FIELDS } from '../contract.rules.ts'
import type { ImportKey } from './debt-imports.repository.ts'
import type { SealedDebt } from '../seal-debt.ts'

const COLUMNS = `creditor_id, import_id, line, external_id, debtor_id, cpf_index, cpf_sealed, name_sealed, birth_date_sealed, email_sealed, email_mac,
  phone_sealed, phone_index, state, city, debtor_fingerprint, debt_id, product, contract_number, description, original_creditor, principal_cents, due_on,
  late_fee_bps, default_interest_monthly_bps, interest_method, day_count, correction_index, contract_interest_monthly_bps, contract_interest_yearly_bps, contract_interest_from,
  contract_interest_method, contract_interest_after_due, collection_fees_bps, collection_fees_clause, collection_fees_work, imputation_order, special_law, legal_interest_history,
  segment, risk_band, tags, prescribes_on, interrupted_on, interrupted_by, fingerprint`

/** A debt as a line of COPY's text format. */
export function copyLine({ creditorId, importId }: ImportKey, line: number, { debtor, debt }: SealedDebt): string {
  const fields = [
    creditorId, importId, line, debt.externalId, debtor.id, debtor.cpfIndex, debtor.cpfSealed, debtor.nameSealed, debtor.birthDateSealed, debtor.emailSealed, debtor.emailMac,
    debtor.phoneSealed, debtor.phoneIndex, debtor.state, debtor.city, debtor.fingerprint, debt.id, debt.product, debt.contractNumber, debt.description, debt.originalCreditor,
    debt.principalCents, debt.dueOn, debt.lateFeeBps, debt.defaultInterestMonthlyBps, debt.interestMethod, debt.dayCount, debt.correctionIndex,
    ...CONTRACT_FIELDS.map((field) => (field === 'imputationOrder' ? debt[field] && arrayLiteral(debt[field]) : debt[field])),
    debt.segment, debt.riskBand, arrayLiteral(debt.tags), debt.prescribesOn, debt.interruptedOn ?? null, debt.interruptedBy ?? null, debt.fingerprint,
  ]
  return `${fields.map(copyField).join('\t')}\n`
}

/** Sends such lines into the staging table. */
export async function copyRows(tx: Transaction, lines: string): Promise<void> {
  const copy = tx.$client.query(copyFrom(`copy debt_import_rows (${COLUMNS}) from stdin`))
  copy.end(lines)
  await finished(copy)
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function copyField(value: string | number | bigint | boolean | Buffer | null): string {
  if (value === null) return '\\N'
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`
  return typeof value === 'string' ? value.replace(/[\\\n\r\t]/g, (char) => ESCAPES[char] ?? '') : String(value)
}

// Labels have neither quotes nor backslashes; quoted, one that reads "null" stays a label.
function arrayLiteral(labels: readonly string[]): string {
  return `{${labels.map((label) => `"${label}"`).join(',')}}`
}
