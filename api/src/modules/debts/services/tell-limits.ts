import type { MyServiceLimit } from '@repactua/shared/contract/my-service-limits.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { collectionStop } from '../../../core/legal/collection-stop.ts'
import type { DebtRow } from '../debts.repository.ts'
import type { MyLimitRow } from './my-limits.repository.ts'

/** What a person is told of services on a debt, in the creditor's own plain words; nothing where the debt gives them back by now. */
export function tellLimits(limits: readonly MyLimitRow[], debt: DebtRow, today: LocalDate): MyServiceLimit[] {
  if (collectionStop(debt, today) !== null) return []
  return limits.map(({ state, limitsOn, limits: what, comesBack }) => ({ state: state === 'limited' ? 'limited' : 'noticed', fromOn: limitsOn, limits: what, comesBack }))
}
