import type { PaymentExceptionQuery } from '@repactua/shared/contract/payment-exceptions.ts'
import { pageOf, readCursor, type Page } from '../../../platform/cursor.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { creditorOf, type Work } from '../../../platform/work.ts'
import { aroundExceptions, findException, findExceptions, type PaymentExceptionRecord } from './payment-exceptions.repository.ts'

/** An exception with what its agreement says of it. */
export interface ExceptionWhole {
  record: PaymentExceptionRecord
  /** Its agreement was cancelled or broken, and debts of it are open again. */
  isCountable: boolean
  isOfDebtor: boolean
}

const PAGE = 50

/** A page of the creditor's exceptions, newest first. */
export async function listExceptions(work: Work, { limit = PAGE, cursor, ...wanted }: PaymentExceptionQuery): Promise<Page<ExceptionWhole>> {
  const before = cursor === undefined ? null : readCursor(cursor)
  const { rows, nextCursor } = pageOf(await findExceptions(work.tx, creditorOf(work), { ...wanted, limit, before }), limit)
  return { rows: await assemble(work, rows), nextCursor }
}

/** One of the creditor's exceptions; refuses with not_found. */
export async function readException(work: Work, id: string): Promise<ExceptionWhole> {
  const record = await findException(work.tx, creditorOf(work), { id })
  if (!record) throw new AppError('not_found')
  return complete(work, record)
}

/** The same for one that is at hand. */
export async function complete(work: Work, record: PaymentExceptionRecord): Promise<ExceptionWhole> {
  const [whole] = await assemble(work, [record])
  return whole!
}

async function assemble(work: Work, records: readonly PaymentExceptionRecord[]): Promise<ExceptionWhole[]> {
  const around = await aroundExceptions(work.tx, records)
  return records.map((record) => ({ record, isCountable: false, isOfDebtor: false, ...around.get(record.id) }))
}
