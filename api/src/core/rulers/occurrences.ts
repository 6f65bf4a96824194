import { addDays, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { nextBusinessDay } from '../calendar/bank-holidays.ts'
import type { AgreementFacts, DebtFacts, Occurrence, PersonFacts } from './types.ts'

/** Where the term says nothing of it (as agreements break). */
const NOTICE_DAYS = 5

/** Everything that steps may count from for a person on a day: debts, open installments, what is late of them, events. */
export function occurrencesOf({ debts, agreements, events }: Pick<PersonFacts, 'debts' | 'agreements' | 'events'>, on: LocalDate): Occurrence[] {
  return [
    ...debts.flatMap(ofDebt),
    ...agreements.flatMap((agreement) => [...ofInstallments(agreement), ...lateOf(agreement, on), ...riskOf(agreement, on)]),
    ...events.filter(({ lastOn }) => lastOn === null || lastOn >= on).map(({ anchor, id, on: day, lastOn, debtIds }) => ({ anchor, id, on: day, debtIds, values: lastOn === null ? {} : { lastOn } })),
  ]
}

/** The first day on which a missed payment is known: one of the due date, or of the business day after it, is told a business day later. */
export function missKnownOn(dueOn: LocalDate): LocalDate {
  const told = nextBusinessDay(addDays(nextBusinessDay(dueOn), 1))
  return nextBusinessDay(addDays(told, 1))
}

function ofDebt({ id, dueOn, receivedOn }: DebtFacts): Occurrence[] {
  const due: Occurrence = { anchor: 'debt_due', id, on: dueOn, debtIds: [id], values: { dueOn } }
  return receivedOn > dueOn ? [due, { ...due, anchor: 'debt_received', on: receivedOn }] : [due]
}

function ofInstallments({ id, open, debtIds }: AgreementFacts): Occurrence[] {
  return open.map(({ number, dueOn }) => ({ anchor: 'installment_due', id: `${id}.${number}.${dueOn}`, on: dueOn, debtIds, values: { dueOn } }))
}

// Of several the oldest: one message of what is late, not one for each.
function lateOf({ id, open, debtIds }: AgreementFacts, on: LocalDate): Occurrence[] {
  const [oldest] = open
  if (!oldest || missKnownOn(oldest.dueOn) > on) return []
  return [{ anchor: 'payment_late', id: `${id}.${oldest.number}.${oldest.dueOn}`, on: missKnownOn(oldest.dueOn), debtIds, values: { dueOn: oldest.dueOn } }]
}

// From the notice on the plan speaks for itself: its notice is told of where it is given.
function riskOf(agreement: AgreementFacts, on: LocalDate): Occurrence[] {
  if (agreement.noticeOn !== null) return []
  const lastOn = lastDayOf(agreement)
  const since = agreement.open[1] ? missKnownOn(agreement.open[1].dueOn) : null
  if (since === null || lastOn === null || since > on || lastOn < on) return []
  return [{ anchor: 'agreement_at_risk', id: `${agreement.id}.${since}`, on: since, debtIds: agreement.debtIds, values: { lastOn } }]
}

// To this day payments put the plan in order: of the earliest notice that can be given.
function lastDayOf({ open, breakRule }: AgreementFacts): LocalDate | null {
  if (!breakRule) return null
  const { toleranceDays, missedInstallments, noticeDays = NOTICE_DAYS } = breakRule
  const missed = open[missedInstallments - 1]
  return missed ? addDays(nextBusinessDay(addDays(missed.dueOn, toleranceDays + 1)), noticeDays) : null
}
