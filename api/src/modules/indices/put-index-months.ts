import type { TableCode } from '@repactua/shared/contract/indices.ts'
import type { FieldError } from '@repactua/shared/errors/problem.ts'
import { appendAudit, INSTALLATION } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Work } from '../../platform/work.ts'
import { listMonths, lockTable, saveMonths } from './indices.repository.ts'
import { deriveLegalInterest } from './derive-legal-interest.ts'
import { compareMonths, isFactor, readMonth, type SentMonth } from './indices.rules.ts'

export interface PutMonths {
  created: number
  changed: number
  unchanged: number
}

const MOST_ERRORS = 50

/** Puts months of an index in, in any order. What is there already with the same rate stays; another rate replaces it. All or none. Factors bring the legal rate that follows from them. */
export async function putIndexMonths(work: Work, code: TableCode, months: readonly SentMonth[]): Promise<PutMonths> {
  const sent = readMonths(work, code, months)
  await lockTable(work.tx, code)
  // A published month takes the place of one that was only derived, also where both are the same.
  const published = (await listMonths(work.tx, code)).filter(({ derived }) => !derived)
  const { changed, created } = compareMonths(published, sent, code)
  await saveMonths(work.tx, changed.map(({ month, rate }) => ({ code, month, rate, derived: false, updatedAt: work.clock.now() })))
  if (changed.length > 0) {
    await appendAudit(work, { creditorId: INSTALLATION, type: 'index.changed', subject: `index_${code}`, data: { months: changed.map(({ data }) => data) } })
  }
  if (isFactor(code)) await deriveLegalInterest(work, [...sent.keys()])
  return { created, changed: changed.length - created, unchanged: sent.size - changed.length }
}

function readMonths({ today }: Work, code: TableCode, months: readonly SentMonth[]): Map<string, bigint> {
  const rates = new Map<string, bigint>()
  const errors: FieldError[] = []
  for (const sent of months) {
    const rate = readMonth(code, sent, today)
    if (rate.ok) rates.set(sent.month, rate.value)
    else errors.push(rate.error)
  }
  if (errors.length > 0) throw new AppError('invalid_request', { errors: errors.slice(0, MOST_ERRORS) })
  return rates
}
