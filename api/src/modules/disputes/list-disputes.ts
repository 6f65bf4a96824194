import type { DisputeQuery } from '@repactua/shared/contract/disputes.ts'
import { pageOf, readCursor, type Page } from '../../platform/cursor.ts'
import { creditorOf, personOf, type Work } from '../../platform/work.ts'
import { findCreditors, type CreditorRecord } from '../creditors/index.ts'
import { loadDebtsOfPerson, type DebtRecord } from '../debts/index.ts'
import { disputesOfPerson, findDisputes, type DisputeRecord, type ListedDispute } from './disputes.repository.ts'

const PAGE = 50
/** Far beyond what one person contests. */
const MOST_OF_PERSON = 200

/** A page of what people contest at the creditor, newest first. */
export async function listDisputes(work: Work, { status, limit = PAGE, cursor }: DisputeQuery): Promise<Page<ListedDispute>> {
  const before = cursor === undefined ? null : readCursor(cursor)
  return pageOf(await findDisputes(work.tx, creditorOf(work), { ...(status ? { status } : {}), limit, before }), limit)
}

/** A dispute as the person who made it sees it. */
export interface MyDisputeView {
  dispute: DisputeRecord
  creditor: CreditorRecord
  debt: DebtRecord
}

/** What the person contested, at all creditors, newest first. */
export async function listMyDisputes(work: Work): Promise<MyDisputeView[]> {
  const disputes = await disputesOfPerson(work.tx, personOf(work), MOST_OF_PERSON)
  const creditors = await findCreditors(work.tx, [...new Set(disputes.map(({ creditorId }) => creditorId))])
  const debts = await loadDebtsOfPerson(work, personOf(work), disputes.map(({ debtId }) => debtId))
  return disputes.map((dispute) => ({ dispute, creditor: creditors.get(dispute.creditorId)!, debt: debts.find(({ id }) => id === dispute.debtId)! }))
}
