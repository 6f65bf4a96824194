import { and, asc, desc, eq, inArray, lt, lte, sql, type SQL } from 'drizzle-orm'
import { proposalApprovals, proposalDebts, proposals, type StoredPlan } from '../../platform/db/tables/proposals.ts'
import type { Transaction } from '../../platform/db/transaction.ts'
import type { Actor, Work } from '../../platform/work.ts'

export type { StoredPlan }
export type ProposalRecord = typeof proposals.$inferSelect
export type ApprovalRecord = typeof proposalApprovals.$inferSelect
export type ProposalKey = Pick<ProposalRecord, 'creditorId' | 'id'>

/** Held to the end of the transaction: the offers of one person to one creditor come one after another. */
export async function lockProposalsOf(tx: Transaction, { creditorId, debtorId }: Pick<ProposalRecord, 'creditorId' | 'debtorId'>): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`proposals:${creditorId}:${debtorId}`}, 0))`)
}

/** How many offers the most asked of these debts has had on a day. The transaction sees the creditor. */
export async function mostOfDay(tx: Transaction, creditorId: string, debtIds: readonly string[], day: string): Promise<number> {
  const own = and(eq(proposalDebts.creditorId, creditorId), inArray(proposalDebts.debtId, [...debtIds]), eq(proposalDebts.askedOn, day))
  const counts = await tx.select({ made: sql<number>`count(*)::int` }).from(proposalDebts).where(own).groupBy(proposalDebts.debtId)
  return Math.max(0, ...counts.map(({ made }) => made))
}

export async function insertProposal(tx: Transaction, record: ProposalRecord, debtIds: readonly string[]): Promise<void> {
  await tx.insert(proposals).values(record)
  const { creditorId, id: proposalId, askedOn } = record
  await tx.insert(proposalDebts).values(debtIds.map((debtId) => ({ creditorId, proposalId, debtId, askedOn })))
}

/** The actor's own offer of this id. */
export async function findProposal(work: Pick<Work, 'tx' | 'actor'>, id: string): Promise<ProposalRecord | null> {
  const [row] = await work.tx.select().from(proposals).where(and(eq(proposals.id, id), ownedBy(work.actor)))
  return row ?? null
}

/** The offer of a whole key, whoever asks. The transaction sees its creditor. */
export async function loadProposal(tx: Transaction, { creditorId, id }: ProposalKey): Promise<ProposalRecord | null> {
  const [row] = await tx.select().from(proposals).where(and(eq(proposals.creditorId, creditorId), eq(proposals.id, id)))
  return row ?? null
}

/** The same with its row locked to the end of the transaction, which sees its creditor. */
export async function lockProposal(tx: Transaction, { creditorId, id }: ProposalKey): Promise<ProposalRecord | null> {
  const [row] = await tx.select().from(proposals).where(and(eq(proposals.creditorId, creditorId), eq(proposals.id, id))).for('update')
  return row ?? null
}

/** The actor's own offers, newest first, one more than the limit so that the caller knows of a next page. */
export function findProposals(work: Pick<Work, 'tx' | 'actor'>, { decision, limit, before }: { decision?: ProposalRecord['decision']; limit: number; before: string | null }): Promise<ProposalRecord[]> {
  const wanted = [ownedBy(work.actor), decision === undefined ? undefined : eq(proposals.decision, decision), before === null ? undefined : lt(proposals.id, before)]
  return work.tx.select().from(proposals).where(and(...wanted)).orderBy(desc(proposals.id)).limit(limit + 1)
}

/** The actor's reviews that ran out by an instant, a hundred at a time. */
export function findOverdueReviews(work: Pick<Work, 'tx' | 'actor'>, now: Date, creditorId?: string): Promise<ProposalRecord[]> {
  const whose = creditorId === undefined ? ownedBy(work.actor) : eq(proposals.creditorId, creditorId)
  return work.tx.select().from(proposals).where(and(whose, eq(proposals.decision, 'in_review'), lte(proposals.decideBy, now))).limit(100)
}

/** The reviews that wait for an answer on one of these debts. The transaction sees the creditor. */
export async function findReviewsOf(tx: Transaction, creditorId: string, debtIds: readonly string[]): Promise<ProposalRecord[]> {
  const onDebt = tx.select({ id: proposalDebts.proposalId }).from(proposalDebts).where(and(eq(proposalDebts.creditorId, creditorId), inArray(proposalDebts.debtId, [...debtIds])))
  return tx.select().from(proposals).where(and(eq(proposals.creditorId, creditorId), eq(proposals.decision, 'in_review'), inArray(proposals.id, onDebt)))
}

export type Outcome = Pick<ProposalRecord, 'decision' | 'reasonCode' | 'decidedAt'> & Partial<Pick<ProposalRecord, 'offerSheetId' | 'optionId' | 'note' | 'internalNote'>>

/** Ends a review; false where it has ended before. */
export async function endReview(tx: Transaction, { creditorId, id }: ProposalKey, outcome: Outcome): Promise<boolean> {
  const waiting = and(eq(proposals.creditorId, creditorId), eq(proposals.id, id), eq(proposals.decision, 'in_review'))
  const rows = await tx.update(proposals).set(outcome).where(waiting).returning({ id: proposals.id })
  return rows.length === 1
}

/** Which debts each offer is about. */
export async function debtIdsOf(tx: Transaction, keys: readonly ProposalKey[]): Promise<Map<string, string[]>> {
  const byProposal = new Map<string, string[]>()
  if (keys.length === 0) return byProposal
  const rows = await tx.select().from(proposalDebts).where(among(proposalDebts, keys))
  for (const { proposalId, debtId } of rows) byProposal.set(proposalId, [...(byProposal.get(proposalId) ?? []), debtId])
  return byProposal
}

export async function approvalsOf(tx: Transaction, keys: readonly ProposalKey[]): Promise<ApprovalRecord[]> {
  return keys.length === 0 ? [] : tx.select().from(proposalApprovals).where(among(proposalApprovals, keys)).orderBy(asc(proposalApprovals.createdAt))
}

export async function insertApproval(tx: Transaction, approval: ApprovalRecord): Promise<void> {
  await tx.insert(proposalApprovals).values(approval)
}

function among(table: typeof proposalDebts | typeof proposalApprovals, keys: readonly ProposalKey[]): SQL | undefined {
  return and(inArray(table.creditorId, [...new Set(keys.map(({ creditorId }) => creditorId))]), inArray(table.proposalId, keys.map(({ id }) => id)))
}

// Row-level security says the same; said here too, it lets the right index be used.
function ownedBy(actor: Actor): SQL | undefined {
  if (actor.kind === 'client') return eq(proposals.creditorId, actor.creditorId)
  return actor.kind === 'debtor' ? eq(proposals.cpfIndex, actor.cpfIndex) : undefined
}
