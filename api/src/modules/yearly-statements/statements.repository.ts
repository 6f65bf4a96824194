import { and, desc, eq } from 'drizzle-orm'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { yearlyStatements } from '../../platform/db/tables/yearly-statements.ts'
import type { Transaction } from '../../platform/db/transaction.ts'
import type { YearInView } from './statement.rules.ts'

export type StatementRecord = typeof yearlyStatements.$inferSelect

/** A person at a creditor and a year in which they paid something. */
export interface Candidate {
  debtorId: string
  year: number
}

/** Who has paid installments of a year before this one and has no statement of it yet. */
export async function candidatesOf(tx: Transaction, creditorId: string, thisYear: number): Promise<Candidate[]> {
  const { rows } = await tx.$client.query<Candidate>({
    name: 'yearly_statement_candidates',
    text: `with paid as (
        select distinct a.debtor_id, extract(year from i.due_on)::integer as year
        from installments i join agreements a on a.creditor_id = i.creditor_id and a.id = i.agreement_id
        where i.creditor_id = $1 and i.status = 'paid' and i.due_on < $2 and a.status in ('awaiting_first_payment', 'active', 'settled') and not a.voluntary)
      select p.debtor_id as "debtorId", p.year from paid p
      where not exists (select from yearly_statements s where s.creditor_id = $1 and s.debtor_id = p.debtor_id and s.year = p.year)
      order by p.year, p.debtor_id`,
    values: [creditorId, `${thisYear}-01-01`],
  })
  return rows
}

/** What a statement hangs on, seen at once. */
export async function viewOf(tx: Transaction, creditorId: string, { debtorId, year }: Candidate): Promise<YearInView> {
  const key = [creditorId, debtorId]
  const installments = await tx.$client.query<{ dueOn: LocalDate; status: YearInView['installments'][number]['status']; paidCents: string }>({
    name: 'yearly_statement_installments',
    text: `select i.due_on::text as "dueOn", i.status, i.paid_cents as "paidCents" ${OF_PERSON}`,
    values: key,
  })
  const debts = await tx.$client.query<{ dueOn: LocalDate; disputed: boolean }>({
    name: 'yearly_statement_open_debts',
    text: `select due_on::text as "dueOn", status = 'disputed' as disputed from debts where creditor_id = $1 and debtor_id = $2 and status in ('open', 'on_hold', 'disputed')`,
    values: key,
  })
  const paid = await tx.$client.query<{ on: LocalDate | null }>({
    name: 'yearly_statement_last_payment',
    text: `select (max(p.paid_at) at time zone 'America/Sao_Paulo')::date::text as on from payments p
      join payment_allocations pa on pa.creditor_id = p.creditor_id and pa.payment_id = p.id
      where p.creditor_id = $1 and (pa.agreement_id, pa.installment_number) in (select i.agreement_id, i.number ${OF_PERSON} and extract(year from i.due_on) = $3)`,
    values: [...key, year],
  })
  return {
    year,
    installments: installments.rows.map((row) => ({ ...row, paidCents: BigInt(row.paidCents) })),
    openDebtDues: debts.rows.filter(({ disputed }) => !disputed).map(({ dueOn }) => dueOn),
    disputedDues: debts.rows.filter(({ disputed }) => disputed).map(({ dueOn }) => dueOn),
    lastPaidOn: paid.rows[0]?.on ?? null,
  }
}

const OF_PERSON = `from agreements a join installments i on i.creditor_id = a.creditor_id and i.agreement_id = a.id
  where a.creditor_id = $1 and a.debtor_id = $2 and a.status in ('awaiting_first_payment', 'active', 'settled') and not a.voluntary`

/** Whether it is new: a year has one statement, whoever makes it first. */
export async function insertStatement(tx: Transaction, statement: StatementRecord): Promise<boolean> {
  const rows = await tx.insert(yearlyStatements).values(statement).onConflictDoNothing({ target: [yearlyStatements.creditorId, yearlyStatements.debtorId, yearlyStatements.year] }).returning({ id: yearlyStatements.id })
  return rows.length > 0
}

/** A person's statements at all creditors, newest year first. */
export function statementsOf(tx: Transaction, cpfIndex: Buffer): Promise<StatementRecord[]> {
  return tx.select().from(yearlyStatements).where(eq(yearlyStatements.cpfIndex, cpfIndex)).orderBy(desc(yearlyStatements.year), desc(yearlyStatements.id))
}

export async function findStatement(tx: Transaction, { cpfIndex, creditorId, year }: Pick<StatementRecord, 'cpfIndex' | 'creditorId' | 'year'>): Promise<StatementRecord | null> {
  const [row] = await tx.select().from(yearlyStatements).where(and(eq(yearlyStatements.cpfIndex, cpfIndex), eq(yearlyStatements.creditorId, creditorId), eq(yearlyStatements.year, year)))
  return row ?? null
}

/** The statement whose paper carries this code; the transaction's scope is the code. */
export async function findByCode(tx: Transaction, code: string): Promise<StatementRecord | null> {
  const [row] = await tx.select().from(yearlyStatements).where(eq(yearlyStatements.verificationCode, code))
  return row ?? null
}
