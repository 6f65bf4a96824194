import type { PixSweepInput } from '@repactua/shared/contract/pix-accounts.ts'
import { daysBetween } from '@repactua/shared/time/local-date.ts'
import { endOfDay } from '../../platform/clock.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { hasPixAccount } from '../pix-accounts/index.ts'

const MOST_DAYS = 31
const DAY_MS = 86_400_000

/** Has a job look through all Pix of some days. Refuses days to come, more than 31, and who has no bank. */
export async function askForSweep(work: Work, { from, to }: PixSweepInput): Promise<PixSweepInput> {
  const creditorId = creditorOf(work)
  const days = daysBetween(from, to)
  if (to > work.today) throw wrong('/to', 'date_in_future', 'Não pode ser um dia no futuro.')
  if (days < 0 || days >= MOST_DAYS) throw wrong('/from', 'wrong_format', 'Informe até 31 dias, do primeiro ao último.')
  if (!(await hasPixAccount(work, creditorId))) throw new AppError('not_found')
  const last = Math.min(endOfDay(to).getTime() + 1, work.clock.now().getTime())
  const first = new Date(endOfDay(from).getTime() + 1 - DAY_MS)
  await work.jobs.send(work.tx, 'sweep-pix', { creditorId, from: first.toISOString(), to: new Date(last).toISOString() })
  await recordChange(work, { creditorId, type: 'pix_sweep.asked', subject: showId('creditor', creditorId), data: { from, to } })
  return { from, to }
}

function wrong(pointer: string, code: string, message: string): AppError {
  return new AppError('invalid_request', { errors: [{ pointer, code, message }] })
}
