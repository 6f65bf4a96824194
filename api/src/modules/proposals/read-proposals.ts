import type { MyProposal, MyProposalQuery, Proposal, ProposalQuery } from '@repactua/shared/contract/proposals.ts'
import { pageOf, readCursor } from '../../platform/cursor.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { personOf, type Work } from '../../platform/work.ts'
import { findCreditors } from '../creditors/index.ts'
import { loadDebts, loadDebtsOfPerson, type DebtRecord } from '../debts/index.ts'
import { loadSheet } from '../offers/index.ts'
import { lapseReviews } from './lapse-reviews.ts'
import { presentForCreditor, presentMine, type ProposalParts } from './proposals.presenter.ts'
import { approvalsOf, debtIdsOf, findProposal, findProposals, type ProposalRecord } from './proposals.repository.ts'

const USUAL_LIMIT = 50

interface Page<T> {
  data: T[]
  nextCursor: string | null
}

/** The person's own offers, newest first. */
export async function listMyProposals(work: Work, query: MyProposalQuery): Promise<Page<MyProposal>> {
  await lapseReviews(work)
  const { rows, nextCursor } = await pageFor(work, query)
  return { data: (await myParts(work, rows)).map(presentMine), nextCursor }
}

/** One of the person's own offers, with the sheet that answers it. */
export async function readProposal(work: Work, id: string): Promise<MyProposal> {
  await lapseReviews(work)
  const record = await findProposal(work, id)
  if (!record) throw new AppError('not_found')
  const [parts] = await myParts(work, [record])
  const found = record.offerSheetId === null ? null : await loadSheet(work, { sheetId: record.offerSheetId })
  return { ...presentMine(parts!), ...(found ? { offerSheet: found.sheet } : {}) }
}

/** The offers that the creditor has had, newest first. */
export async function listProposals(work: Work, query: ProposalQuery): Promise<Page<Proposal>> {
  await lapseReviews(work)
  const { rows, nextCursor } = await pageFor(work, query)
  return { data: await forCreditor(work, rows), nextCursor }
}

/** One offer as its creditor sees it. */
export async function readForCreditor(work: Work, id: string): Promise<Proposal> {
  await lapseReviews(work)
  const record = await findProposal(work, id)
  if (!record) throw new AppError('not_found')
  return (await forCreditor(work, [record]))[0]!
}

async function pageFor(work: Work, { decision, limit = USUAL_LIMIT, cursor }: ProposalQuery) {
  const before = cursor === undefined ? null : readCursor(cursor)
  return pageOf(await findProposals(work, { ...(decision ? { decision } : {}), limit, before }), limit)
}

async function myParts(work: Work, records: readonly ProposalRecord[]): Promise<(ProposalParts & { creditor: NonNullable<ReturnType<Awaited<ReturnType<typeof findCreditors>>['get']>> })[]> {
  const idsOf = await debtIdsOf(work.tx, records)
  const debts = await loadDebtsOfPerson(work, personOf(work), [...new Set([...idsOf.values()].flat())])
  const creditors = await findCreditors(work.tx, [...new Set(records.map(({ creditorId }) => creditorId))])
  return records.map((record) => ({ ...partsOf(work, record, idsOf, debts), creditor: creditors.get(record.creditorId)! }))
}

async function forCreditor(work: Work, records: readonly ProposalRecord[]): Promise<Proposal[]> {
  const [first] = records
  if (!first) return []
  const idsOf = await debtIdsOf(work.tx, records)
  const debts = await loadDebts(work, first.creditorId, [...new Set([...idsOf.values()].flat())])
  const approvals = await approvalsOf(work.tx, records)
  return records.map((record) => presentForCreditor(partsOf(work, record, idsOf, debts), approvals.filter(({ proposalId }) => proposalId === record.id)))
}

function partsOf({ keys }: Work, record: ProposalRecord, idsOf: Map<string, string[]>, debts: readonly DebtRecord[]): ProposalParts {
  const own = idsOf.get(record.id) ?? []
  return { record, debts: debts.filter(({ id }) => own.includes(id)), reason: record.reasonSealed && keys.open(record.reasonSealed) }
}
