import { appendAudit, INSTALLATION } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Work } from '../../platform/work.ts'
import { listMonths, lockTable, saveMonths } from './indices.repository.ts'
import { deriveMonths, type RateTable } from './derive-months.rules.ts'

/**
 * Computes the legal rate of each month after these whose two factors are there, marked as derived. A published rate stays;
 * factors that come to another one are refused, with both figures.
 */
export async function deriveLegalInterest(work: Work, months: readonly string[]): Promise<void> {
  const { tx, clock } = work
  // Under this lock whoever brings the other factor waits and then sees this one.
  await lockTable(tx, 'legal_interest')
  const [selic, ipca15, known] = [await tableOf(work, 'selic_factor'), await tableOf(work, 'ipca15'), await listMonths(tx, 'legal_interest')]
  const { changed, errors } = deriveMonths(months, { selic, ipca15, known })
  if (errors.length > 0) throw new AppError('invalid_request', { errors })
  await saveMonths(tx, changed.map(({ month, rate }) => ({ code: 'legal_interest' as const, month, rate, derived: true, updatedAt: clock.now() })))
  if (changed.length === 0) return
  await appendAudit(work, { creditorId: INSTALLATION, type: 'index.changed', subject: 'index_legal_interest', data: { months: changed.map(({ data }) => data) } })
}

async function tableOf({ tx }: Work, code: 'selic_factor' | 'ipca15'): Promise<RateTable> {
  return new Map((await listMonths(tx, code)).map(({ month, rate }) => [month, rate]))
}
