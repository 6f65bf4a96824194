import type { Debt } from '@repactua/shared/contract/debts.ts'
import type { Escalation, EscalationSettings } from '@repactua/shared/contract/escalations.ts'
import { addDays, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { addBusinessDays } from '../../core/calendar/bank-holidays.ts'
import { collectionStop } from '../../core/legal/collection-stop.ts'
import { lastListingDay } from '../../core/legal/listing-age.ts'
import { isThere } from './transitions.rules.ts'

export type Block = NonNullable<Escalation['block']>

/** A debt as it stands on a day. */
export interface DebtStanding extends Pick<Debt, 'status' | 'product'> {
  dueOn: LocalDate
  prescribesOn: LocalDate
  overdueDays: number
  totalCents: bigint
}

export interface OwnRules extends Pick<EscalationSettings, 'kinds' | 'afterDays' | 'answerDays' | 'automatic'> {
  leastCents: bigint
}

/** Business days in which a listing is taken off; it begins so many before the last day that it may stand. */
const TAKE_OFF_DAYS = 5

/** What forbids an escalation on a day, whatever its state; null where nothing does. What stands there already is not ended by a switch. */
export function blockOf(debt: DebtStanding, escalation: { kind: Escalation['kind']; state: Escalation['state']; contractEndedOn: LocalDate | null }, { kinds, leastCents }: OwnRules, today: LocalDate): Block | null {
  const stop = collectionStop(debt, today)
  if (stop) return stop === 'barred' ? 'too_old' : stop
  if (isAlmostTooOld(debt, today)) return 'too_old'
  if (debt.totalCents < leastCents) return 'below_least'
  if (isThere(escalation.state)) return null
  if (!kinds.includes(escalation.kind)) return 'switched_off'
  return isBeforeEndOfContract(debt, escalation.contractEndedOn, today) ? 'telecom_not_ended' : null
}

// Tomorrow would be too late to begin: it must be off on its last day.
function isAlmostTooOld(debt: DebtStanding, today: LocalDate): boolean {
  return addBusinessDays(addDays(today, 1), TAKE_OFF_DAYS) > lastListingDay(debt)
}

// Anatel 765/23: a debt of telecom is listed after the contract was ended for it, not before.
function isBeforeEndOfContract({ product }: DebtStanding, endedOn: LocalDate | null, today: LocalDate): boolean {
  return product === 'telecom' && (endedOn === null || endedOn > today)
}
