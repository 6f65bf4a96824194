import type { Work } from '../../platform/work.ts'
import { isPaused } from '../debts/index.ts'
import { findAgreement } from './agreements.repository.ts'
import { isInCourse } from './transitions.rules.ts'

/** Why nothing is asked for by an agreement any more, or for now: it is over, or one of its debts is disputed or on hold. Null where nothing is in the way. */
export async function planStop(work: Work, { creditorId, agreementId, debtIds }: { creditorId: string; agreementId: string; debtIds: readonly string[] }): Promise<'agreement_over' | 'debt_paused' | null> {
  const record = await findAgreement(work, agreementId)
  if (!record || !isInCourse(record.status)) return 'agreement_over'
  return (await isPaused(work.tx, creditorId, debtIds)) ? 'debt_paused' : null
}
