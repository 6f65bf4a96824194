import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Debt, DebtQuery } from '@repactua/shared/contract/debts.ts'
import type { IndexCode } from '@repactua/shared/contract/indices.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { DebtPayment } from '../../core/interest/balance.ts'
import type { IndexTables } from '../../core/interest/indices/index-rates.ts'
import type { Regime } from '../../core/legal/types.ts'
import { debtPayments, debts } from '../../platform/db/tables/debts.ts'
import type { Transaction } from '../../platform/db/transaction.ts'
import type { Work } from '../../platform/work.ts'
import { loadIndexTables } from '../indices/index.ts'
import type { ContractColumns } from './contract.rules.ts'

export type DebtRow = typeof debts.$inferSelect

/** A debt with what was paid on it outside a live agreement, the regime of its creditor, and the index tables that it needs. */
export interface DebtRecord extends DebtRow {
  regime: Regime
  payments: DebtPayment[]
  /** The tables that its correction or its legal interest needs; empty for most. */
  indices: IndexTables
}

/** What `TERMS` reads of a debt. */
export type TermsRecord = ContractColumns & Pick<
  DebtRecord,
  | 'id' | 'product' | 'principalCents' | 'dueOn' | 'lateFeeBps' | 'defaultInterestMonthlyBps' | 'interestMethod' | 'dayCount'
  | 'correctionIndex' | 'segment' | 'riskBand' | 'tags' | 'prescribesOn' | 'regime' | 'payments' | 'indices'
>

/** The part of a debt that a creditor sends. */
export type DebtContent = Pick<
  DebtRow,
  | 'product' | 'contractNumber' | 'description' | 'originalCreditor' | 'principalCents' | 'dueOn' | 'lateFeeBps'
  | 'defaultInterestMonthlyBps' | 'interestMethod' | 'dayCount' | 'correctionIndex' | 'segment' | 'riskBand' | 'tags' | 'prescribesOn' | 'fingerprint'
> & ContractColumns & Partial<Pick<DebtRow, 'interruptedOn' | 'interruptedBy'>>
export type NewDebt = DebtContent & Pick<DebtRow, 'creditorId' | 'id' | 'externalId' | 'cpfIndex'>

export type NewDebtPayment = Pick<typeof debtPayments.$inferInsert, 'creditorId' | 'debtId' | 'agreementId' | 'paidOn' | 'cents'>

type Scoped = Pick<Work, 'tx'>

/** Of a debt `d`: what its balance and its offers are computed from, and what was paid on it. */
export const TERMS = `d.id, d.product, d.principal_cents as "principalCents", d.due_on as "dueOn", d.late_fee_bps as "lateFeeBps",
  d.default_interest_monthly_bps as "defaultInterestMonthlyBps", d.interest_method as "interestMethod",
  d.day_count as "dayCount", d.correction_index as "correctionIndex", d.contract_interest_monthly_bps as "contractInterestMonthlyBps",
  d.contract_interest_yearly_bps as "contractInterestYearlyBps", d.contract_interest_from as "contractInterestFrom",
  d.contract_interest_method as "contractInterestMethod", d.contract_interest_after_due as "contractInterestAfterDue",
  d.collection_fees_bps as "collectionFeesBps", d.collection_fees_clause as "collectionFeesClause", d.collection_fees_work as "collectionFeesWork",
  d.imputation_order as "imputationOrder", d.special_law as "specialLaw", d.legal_interest_history as "legalInterestHistory",
  d.segment, d.risk_band as "riskBand", d.tags, d.prescribes_on as "prescribesOn",
  (select c.regime from creditors c where c.id = d.creditor_id) as regime,
  (select json_agg(json_build_object('paidOn', p.paid_on, 'cents', p.cents::text) order by p.paid_on)
    from (select paid_on, sum(cents) as cents from debt_payments where creditor_id = d.creditor_id and debt_id = d.id
      group by paid_on having sum(cents) <> 0) p) as payments`

// Reads are named statements by hand: a connection prepares each of them once.
const SELECT = `select ${TERMS}, d.creditor_id as "creditorId", d.external_id as "externalId", d.debtor_id as "debtorId", d.cpf_index as "cpfIndex",
  d.status, d.contract_number as "contractNumber", d.description, d.original_creditor as "originalCreditor",
  d.interrupted_on as "interruptedOn", d.interrupted_by as "interruptedBy", d.fingerprint, d.withdrawal_reason as "withdrawalReason",
  d.withdrawal_note as "withdrawalNote", d.withdrawn_at as "withdrawnAt", d.created_at as "createdAt", d.updated_at as "updatedAt"`

export async function findDebt(tx: Transaction, creditorId: string, externalId: string): Promise<DebtRecord | null> {
  const [debt] = await readDebts<DebtRecord>(tx, 'find_debt', `${SELECT} from debts d where d.creditor_id = $1 and d.external_id = $2`, [creditorId, externalId])
  return debt ?? null
}

/** The same with its row locked to the end of the transaction. */
export async function lockDebt(tx: Transaction, creditorId: string, externalId: string): Promise<DebtRecord | null> {
  const text = `${SELECT} from debts d where d.creditor_id = $1 and d.external_id = $2 for update of d`
  const [debt] = await readDebts<DebtRecord>(tx, 'lock_debt', text, [creditorId, externalId])
  return debt ?? null
}

/** Locks rows of a creditor to the end of the transaction, in the order in which an import takes them. */
export async function lockDebts(tx: Transaction, creditorId: string, ids: readonly string[]): Promise<void> {
  const text = 'select from debts d where d.creditor_id = $1 and d.id = any ($2::uuid[]) order by d.external_id for update of d'
  await tx.$client.query({ name: 'lock_debts', text, values: [creditorId, ids] })
}

/** A creditor's debts, newest first: one more than the limit, so that the caller knows of a next page. */
export function listDebts(tx: Transaction, creditorId: string, query: Pick<DebtQuery, 'status' | 'product' | 'segment'> & { before: string | null; limit: number }): Promise<DebtRecord[]> {
  const { status = null, product = null, segment = null, before, limit } = query
  const text = `${SELECT} from debts d where d.creditor_id = $1 and ($2::uuid is null or d.id < $2)
    and ($3::text is null or d.status = $3) and ($4::text is null or d.product = $4) and ($5::text is null or d.segment = $5)
    order by d.id desc limit $6`
  return readDebts(tx, 'list_debts', text, [creditorId, before, status, product, segment, limit + 1])
}

/** Everything that one creditor knows of one person's debts, the oldest due date first. */
export function listDebtsOf(tx: Transaction, creditorId: string, cpfIndex: Buffer): Promise<DebtRecord[]> {
  const text = `${SELECT} from debts d where d.cpf_index = $2 and d.creditor_id = $1 order by d.due_on, d.id`
  return readDebts(tx, 'list_debts_of_debtor', text, [creditorId, cpfIndex])
}

/**
 * A person's debts at all creditors that are owed or in an agreement, with the id of that agreement: of each creditor so many,
 * those in an agreement and the oldest first. Barred ones come last, and only of creditors that show them.
 */
export function listLiveDebts(tx: Transaction, cpfIndex: Buffer, { today, mostOfOneCreditor }: { today: LocalDate; mostOfOneCreditor: number }): Promise<(DebtRecord & { agreementId: string | null })[]> {
  const text = `${SELECT}, (select ad.agreement_id from agreement_debts ad where ad.creditor_id = d.creditor_id and ad.debt_id = d.id and ad.live) as "agreementId"
    from (
      select *, status <> 'in_agreement' and prescribes_on < $2 as barred,
        row_number() over (partition by creditor_id order by status <> 'in_agreement' and prescribes_on < $2, status = 'in_agreement' desc, due_on, id) as place
      from debts
      where cpf_index = $1 and (status = 'in_agreement'
        or (status in ('open', 'disputed', 'on_hold') and (prescribes_on >= $2 or creditor_id in (select c.id from creditors c where c.shows_barred_debts))))
    ) d where d.place <= $3
    order by d.barred, d.status = 'in_agreement', d.due_on, d.id`
  return readDebts(tx, 'list_live_debts', text, [cpfIndex, today, mostOfOneCreditor])
}

/** The creditor's debts of these ids, in the order of their ids. Ids of nobody's debt are left out. */
export function loadDebts({ tx }: Scoped, creditorId: string, debtIds: readonly string[]): Promise<DebtRecord[]> {
  const text = `${SELECT} from debts d where d.creditor_id = $1 and d.id = any($2::uuid[]) order by d.id`
  return readDebts(tx, 'load_debts', text, [creditorId, debtIds])
}

/** The creditor's debts of these external ids, in the order of their ids. */
export function loadDebtsByExternalId({ tx }: Scoped, creditorId: string, externalIds: readonly string[]): Promise<DebtRecord[]> {
  const text = `${SELECT} from debts d where d.creditor_id = $1 and d.external_id = any($2::text[]) order by d.id`
  return readDebts(tx, 'load_debts_by_external_id', text, [creditorId, externalIds])
}

/** One person's debts of these ids, at whatever creditor. */
export function loadDebtsOfPerson({ tx }: Scoped, cpfIndex: Buffer, debtIds: readonly string[]): Promise<DebtRecord[]> {
  const text = `${SELECT} from debts d where d.cpf_index = $1 and d.id = any($2::uuid[]) order by d.id`
  return readDebts(tx, 'load_debts_of_person', text, [cpfIndex, debtIds])
}

/** Puts an open debt in; false where its external id is there already. */
export async function insertDebt(tx: Transaction, debt: NewDebt & Pick<DebtRow, 'debtorId' | 'createdAt'>): Promise<boolean> {
  const values = { ...debt, status: 'open' as const, updatedAt: debt.createdAt }
  const rows = await tx.insert(debts).values(values).onConflictDoNothing({ target: [debts.creditorId, debts.externalId] }).returning({ id: debts.id })
  return rows.length === 1
}

export async function updateDebt(tx: Transaction, debt: NewDebt & Pick<DebtRow, 'updatedAt'>): Promise<void> {
  await tx.update(debts).set(debt).where(and(eq(debts.creditorId, debt.creditorId), eq(debts.id, debt.id)))
}

export type Withdrawal = Pick<DebtRow, 'withdrawalReason' | 'withdrawalNote' | 'withdrawnAt'>

export async function markWithdrawn(tx: Transaction, { creditorId, id }: DebtRow, withdrawal: Withdrawal & { withdrawnAt: Date }): Promise<void> {
  const change = { ...withdrawal, status: 'withdrawn' as const, updatedAt: withdrawal.withdrawnAt }
  await tx.update(debts).set(change).where(and(eq(debts.creditorId, creditorId), eq(debts.id, id)))
}

/**
 * Moves debts along with what they hang on, whose own record of the change names them. `standing` is open, disputed or on
 * hold, as each of them is paused or not.
 */
export async function setDebtStatus({ tx, clock }: Pick<Work, 'tx' | 'clock'>, creditorId: string, debtIds: readonly string[], to: 'in_agreement' | 'settled' | 'novated' | 'standing'): Promise<void> {
  if (debtIds.length === 0) return
  const status = to === 'standing' ? sql<Debt['status']>`standing_status(${debts.creditorId}, ${debts.id})` : to
  await tx.update(debts).set({ status, updatedAt: clock.now() }).where(and(eq(debts.creditorId, creditorId), inArray(debts.id, [...debtIds])))
}

/** Writes what was paid on debts outside a live agreement, or by one that ended early: it lessens their balance. Negative for what was taken back of it, on the same day: it is as if it had not been paid. */
export async function addDebtPayments({ tx, clock, newId }: Pick<Work, 'tx' | 'clock' | 'newId'>, rows: readonly NewDebtPayment[]): Promise<void> {
  if (rows.length === 0) return
  const createdAt = clock.now()
  await tx.insert(debtPayments).values(rows.map((row) => ({ ...row, id: newId(), createdAt })))
}

interface PaymentOnWire {
  paidOn: LocalDate
  cents: string
}

/** Rows of a statement that reads `TERMS`, with the index tables that they need. */
export async function readDebts<T extends TermsRecord>(tx: Transaction, name: string, text: string, values: unknown[]): Promise<T[]> {
  const { rows } = await tx.$client.query<Omit<T, 'payments' | 'indices'> & Needs & { payments: PaymentOnWire[] | null }>({ name, text, values })
  const codes = new Set(rows.flatMap(indicesOf))
  const indices = codes.size > 0 ? await loadIndexTables(tx, [...codes]) : {}
  return rows.map((row) => Object.assign(row, { indices, payments: (row.payments ?? []).map(({ paidOn, cents }) => ({ paidOn, cents: BigInt(cents) })) }) as unknown as T)
}

type Needs = Pick<DebtRow, 'correctionIndex' | 'interestMethod' | 'legalInterestHistory'>

function indicesOf({ correctionIndex, interestMethod, legalInterestHistory }: Needs): IndexCode[] {
  return [...(correctionIndex ? [correctionIndex] : []), ...(interestMethod === 'legal' ? ['legal_interest' as const] : []), ...(legalInterestHistory === 'selic' ? ['selic' as const] : [])]
}
