import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { Work } from '../../../platform/work.ts'
import { loadDebts, lockDebts } from '../debts.repository.ts'
import { isStanding } from '../debts.rules.ts'
import { findHold, type HoldRecord } from './holds.repository.ts'
import { holdDebt } from './put-hold.ts'

/** Pauses debts at their person's word. One that is over stays as it is; a pause that lasts as long or longer is never cut short. */
export async function pauseDebts(work: Work, creditorId: string, debtIds: readonly string[], hold: Pick<HoldRecord, 'reason' | 'untilOn'>): Promise<void> {
  if (debtIds.length === 0) return
  await lockDebts(work.tx, creditorId, [...debtIds])
  for (const debt of await loadDebts(work, creditorId, debtIds)) {
    if (!isStanding(debt) && debt.status !== 'in_agreement') continue
    const known = await findHold(work.tx, creditorId, debt.id)
    if (known === null || lastsLonger(hold.untilOn, known.untilOn)) await holdDebt(work, debt, hold)
  }
}

function lastsLonger(until: LocalDate | null, than: LocalDate | null): boolean {
  return than !== null && (until === null || until > than)
}
