import type { AgreementLedger, LedgerEntry, LedgerQuery } from '@repactua/shared/contract/ledger.ts'
import { pageOf, readCursor } from '../../platform/cursor.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { readId } from '../../platform/ids.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { presentBalances, presentEntry } from './ledger.presenter.ts'
import { balancesOf, findEntries, linesOf } from './ledger.repository.ts'

const PAGE = 50

/** The creditor's entries, newest first, each with its lines. */
export async function listEntries(work: Work, { agreementId, limit = PAGE, cursor }: LedgerQuery): Promise<{ data: LedgerEntry[]; nextCursor: string | null }> {
  const creditorId = creditorOf(work)
  const wanted = { agreementId: agreementId === undefined ? null : readId(agreementId), limit, before: cursor === undefined ? null : readCursor(cursor) }
  const { rows, nextCursor } = pageOf(await findEntries(work.tx, creditorId, wanted), limit)
  const lines = await linesOf(work.tx, creditorId, rows.map(({ id }) => id))
  return { data: rows.map((entry) => presentEntry(entry, lines.filter(({ entryId }) => entryId === entry.id))), nextCursor }
}

/** How one agreement stands in the books. Refuses one that was never signed, or is another creditor's. */
export async function readAgreementLedger(work: Work, agreementId: string): Promise<AgreementLedger> {
  const creditorId = creditorOf(work)
  const known = await findEntries(work.tx, creditorId, { agreementId, limit: 1, before: null })
  if (known.length === 0) throw new AppError('not_found')
  return presentBalances(agreementId, await balancesOf(work.tx, creditorId, agreementId))
}
