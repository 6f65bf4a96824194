import type { AgreementQuery } from '@repactua/shared/contract/agreements.ts'
import { pageOf, readCursor } from '../../platform/cursor.ts'
import type { Work } from '../../platform/work.ts'
import { findAgreements } from './agreements.repository.ts'
import { assemble, type AgreementWhole } from './load-agreement.ts'

const PAGE = 50

/** A page of the actor's own agreements, newest first. */
export async function listAgreements(work: Work, { status, limit = PAGE, cursor }: AgreementQuery): Promise<{ agreements: AgreementWhole[]; nextCursor: string | null }> {
  const before = cursor === undefined ? null : readCursor(cursor)
  const { rows, nextCursor } = pageOf(await findAgreements(work, { ...(status ? { status } : {}), limit, before }), limit)
  return { agreements: await assemble(work, rows), nextCursor }
}
