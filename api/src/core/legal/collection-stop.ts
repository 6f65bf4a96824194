import type { Debt } from '@repactua/shared/contract/debts.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { isBarred } from './prescription.ts'

/** Why no step may be taken against the person for a debt. */
export type CollectionStop = 'dispute' | 'hold' | 'agreement' | 'paid' | 'taken_back' | 'replaced' | 'barred'

const OF_STATUS: Record<Exclude<Debt['status'], 'open'>, CollectionStop> = {
  disputed: 'dispute',
  on_hold: 'hold',
  in_agreement: 'agreement',
  settled: 'paid',
  withdrawn: 'taken_back',
  novated: 'replaced',
}

/** What stops every step against the person for a debt on a day; null where nothing does (CDC 42 and 43; STJ REsp 2.088.100). */
export function collectionStop({ status, prescribesOn }: { status: Debt['status']; prescribesOn: LocalDate }, today: LocalDate): CollectionStop | null {
  if (status !== 'open') return OF_STATUS[status]
  return isBarred(prescribesOn, today) ? 'barred' : null
}
