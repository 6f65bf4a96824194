import { STANDING_STATUSES } from '@repactua/shared/contract/debts.ts'
import { ERROR_TEXTS } from '@repactua/shared/errors/texts.pt-br.ts'
import type { Transaction } from '../../../platform/db/transaction.ts'
import { EMAIL_SINCE } from '../../debtors/index.ts'
import type { ImportKey } from './debt-imports.repository.ts'

const STANDING = STANDING_STATUSES.map((status) => `'${status}'`).join(', ')

/** Lines `from` to `to` (not included) of an import's staging rows. */
export interface Batch extends ImportKey {
  from: number
  to: number
}

/**
 * Makes the database plan anew. A foreign key keeps the plan of its first checks for the life of the connection: made when
 * the tables were nearly empty it takes any index for good, and then reads all of a creditor's rows for each new one.
 */
export async function forgetPlans(tx: Transaction): Promise<void> {
  await tx.$client.query('discard plans')
}

/** The first staged line after a line; null where none is left. */
export async function nextLine(tx: Transaction, { creditorId, importId }: ImportKey, after: number): Promise<number | null> {
  const { rows } = await tx.$client.query<{ line: number | null }>(
    'select min(line) as line from debt_import_rows where creditor_id = $1 and import_id = $2 and line > $3',
    [creditorId, importId, after],
  )
  return rows[0]?.line ?? null
}

// Staging has no statistics worth the name, its rows being new each time. So that no plan turns quadratic, what is known
// of a line is looked up line by line, by a unique index (`offset 0` keeps the planner from turning that around), and
// what is to be deleted is gathered first.

/** Refuses lines whose external id stood on an earlier line of the same file; says how many. */
export async function refuseRepeated(tx: Transaction, { creditorId, importId }: ImportKey): Promise<number> {
  const { rowCount } = await tx.$client.query(`
    with repeated as materialized (
      select line, external_id, first from (
        select line, external_id, min(line) over (partition by external_id) as first from debt_import_rows where creditor_id = $1 and import_id = $2
      ) all_lines where line > first
    ), gone as (
      delete from debt_import_rows r where r.creditor_id = $1 and r.import_id = $2 and r.line = any(array(select line from repeated))
    )
    insert into debt_import_errors (creditor_id, import_id, line, position, external_id, pointer, code, message)
      select $1, $2, line, 0, external_id, '/externalId', 'repeated', 'Este externalId já está na linha ' || first || ' do arquivo.' from repeated`,
    [creditorId, importId])
  return rowCount ?? 0
}

const BATCH = 'r.creditor_id = $1 and r.import_id = $2 and r.line >= $3 and r.line < $4'
const KNOWN_DEBT = '(select d.fingerprint from debts d where d.creditor_id = $1 and d.external_id = r.external_id offset 0) d'
const KNOWN_DEBTOR = '(select p.id, p.fingerprint from debtors p where p.creditor_id = $1 and p.cpf_index = r.cpf_index offset 0) p'
const CONTRACT_COLUMNS = [
  'contract_interest_monthly_bps', 'contract_interest_yearly_bps', 'contract_interest_from', 'contract_interest_method', 'contract_interest_after_due',
  'collection_fees_bps', 'collection_fees_clause', 'collection_fees_work', 'imputation_order', 'special_law', 'legal_interest_history',
]
const SAME_MONEY = (a: string, b: string) =>
  ['product', 'principal_cents', 'due_on', 'late_fee_bps', 'default_interest_monthly_bps', 'interest_method', 'day_count', 'correction_index', ...CONTRACT_COLUMNS]
    .map((column) => `${a}.${column} is not distinct from ${b}.${column}`).join(' and ')

// A second interruption, or another term for the first one to have interrupted (CC 202).
const INTERRUPTED_AGAIN = (d: string, r: string) => `(${d}.interrupted_on is not null and (${d}.product <> ${r}.product or ${d}.due_on <> ${r}.due_on
  or ${r}.interrupted_on <> ${d}.interrupted_on or ${r}.interrupted_by <> ${d}.interrupted_by) is true)`
const INTERRUPTED_NOW = (d: string, r: string) => `(${d}.interrupted_on is null and ${r}.interrupted_on is not null)`

const REFUSALS = JSON.stringify(Object.fromEntries(
  (['debtor_mismatch', 'prescription_interrupted', 'debt_in_agreement', 'debt_not_open'] as const).map((code) => [code, `${ERROR_TEXTS[code].title} ${ERROR_TEXTS[code].action}`]),
))

/** Refuses, as PUT does, lines with another person's CPF and other money for debts that are not open; says how many. */
export async function refuseClosed(tx: Transaction, batch: Batch): Promise<number> {
  const { rowCount } = await tx.$client.query(`
    with refused as materialized (
      select r.line, r.external_id, d.code from debt_import_rows r cross join lateral (
        select case when d.cpf_index <> r.cpf_index then 'debtor_mismatch' when ${INTERRUPTED_AGAIN('d', 'r')} then 'prescription_interrupted' when d.status = 'in_agreement' then 'debt_in_agreement' else 'debt_not_open' end as code
        from debts d where d.creditor_id = $1 and d.external_id = r.external_id
          and (d.cpf_index <> r.cpf_index or ${INTERRUPTED_AGAIN('d', 'r')}
            or (d.status not in (${STANDING}) and (not (${SAME_MONEY('d', 'r')}) or ${INTERRUPTED_NOW('d', 'r')})))
        offset 0
      ) d where ${BATCH}
    ), gone as (
      delete from debt_import_rows r where ${BATCH} and r.line = any(array(select line from refused))
    )
    insert into debt_import_errors (creditor_id, import_id, line, position, external_id, pointer, code, message)
      select $1, $2, line, 0, external_id, case code when 'debtor_mismatch' then '/debtor/cpf' else '' end, code, $5::jsonb ->> code from refused`,
    [...placeOf(batch), REFUSALS])
  return rowCount ?? 0
}

/** How many lines a batch has, and how many of them say nothing new of the debt or of its debtor. */
export async function countUnchanged(tx: Transaction, batch: Batch): Promise<{ lines: number; unchanged: number }> {
  const { rows } = await tx.$client.query<{ lines: number; unchanged: number }>(`
    select count(*)::int as lines, count(*) filter (where d.fingerprint = r.fingerprint and p.fingerprint = r.last_word)::int as unchanged
    from (
      select r.*, first_value(r.debtor_fingerprint) over (partition by r.cpf_index order by r.line desc) as last_word from debt_import_rows r where ${BATCH}
    ) r left join lateral ${KNOWN_DEBT} on true left join lateral ${KNOWN_DEBTOR} on true`,
    placeOf(batch))
  return rows[0] ?? { lines: 0, unchanged: 0 }
}

const DEBTOR_COLUMNS = ['cpf_sealed', 'name_sealed', 'birth_date_sealed', 'email_sealed', 'email_mac', 'phone_sealed', 'phone_index', 'state', 'city']

/** Puts a batch's people in or brings them up to date. Of several lines on one person the last one holds; the id that is there stays. */
export async function mergeDebtors(tx: Transaction, batch: Batch, now: Date): Promise<void> {
  await tx.$client.query(`
    insert into debtors (creditor_id, id, cpf_index, ${DEBTOR_COLUMNS.join(', ')}, fingerprint, email_since, created_at, updated_at)
    select $1, r.debtor_id, r.cpf_index, ${DEBTOR_COLUMNS.map((column) => `r.${column}`).join(', ')}, r.debtor_fingerprint, $5, $5, $5
    from (select distinct on (r.cpf_index) r.* from debt_import_rows r where ${BATCH} order by r.cpf_index, r.line desc) r
    left join lateral ${KNOWN_DEBTOR} on true
    where p.fingerprint is distinct from r.debtor_fingerprint
    order by r.cpf_index
    on conflict (creditor_id, cpf_index) do update set email_since = ${EMAIL_SINCE}, ${overwrite([...DEBTOR_COLUMNS, 'fingerprint', 'updated_at'])}
    where debtors.fingerprint <> excluded.fingerprint`,
    [...placeOf(batch), now])
}

const DEBT_COLUMNS = [
  'product', 'contract_number', 'description', 'original_creditor', 'principal_cents', 'due_on', 'late_fee_bps', 'default_interest_monthly_bps',
  'interest_method', 'day_count', 'correction_index', ...CONTRACT_COLUMNS, 'segment', 'risk_band', 'tags', 'fingerprint',
]
// Once there, an interruption and its term stay (CC 202): a file that says nothing of it takes nothing back.
const TERM_COLUMNS = ['prescribes_on', 'interrupted_on', 'interrupted_by']
const KEEP_TERM = TERM_COLUMNS.map((column) => `${column} = case when debts.interrupted_on is null then excluded.${column} else debts.${column} end`).join(', ')

/**
 * Puts a batch's debts in or brings them up to date. A debt that closed since `refuseClosed` looked is left as it is: the
 * condition is held against the newest row, under its lock.
 */
export async function mergeDebts(tx: Transaction, batch: Batch, now: Date): Promise<void> {
  await tx.$client.query(`
    insert into debts (creditor_id, id, external_id, debtor_id, cpf_index, status, ${[...DEBT_COLUMNS, ...TERM_COLUMNS].join(', ')}, created_at, updated_at)
    select $1, r.debt_id, r.external_id, p.id, r.cpf_index, 'open', ${[...DEBT_COLUMNS, ...TERM_COLUMNS].map((column) => `r.${column}`).join(', ')}, $5, $5
    from debt_import_rows r left join lateral ${KNOWN_DEBT} on true cross join lateral ${KNOWN_DEBTOR}
    where ${BATCH} and d.fingerprint is distinct from r.fingerprint
    order by r.external_id
    on conflict (creditor_id, external_id) do update set ${overwrite([...DEBT_COLUMNS, 'updated_at'])}, ${KEEP_TERM}
    where debts.fingerprint <> excluded.fingerprint and debts.cpf_index = excluded.cpf_index
      and not ${INTERRUPTED_AGAIN('debts', 'excluded')}
      and (debts.status in (${STANDING}) or (${SAME_MONEY('debts', 'excluded')} and not ${INTERRUPTED_NOW('debts', 'excluded')}))`,
    [...placeOf(batch), now])
}

export async function deleteRows(tx: Transaction, batch: Batch): Promise<void> {
  await tx.$client.query(`delete from debt_import_rows r where ${BATCH}`, placeOf(batch))
}

function placeOf({ creditorId, importId, from, to }: Batch): unknown[] {
  return [creditorId, importId, from, to]
}

function overwrite(columns: readonly string[]): string {
  return columns.map((column) => `${column} = excluded.${column}`).join(', ')
}
