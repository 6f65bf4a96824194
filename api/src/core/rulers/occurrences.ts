import { addDays, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { nextBusinessDay } from '../calendar/bank-holidays.ts'
import type { AgreementFacts, DebtFacts, EventFacts, Occurrence, PersonFacts } from './types.ts'

/** Where the term says nothing of it (as agreements break). */
const NOTICE_DAYS = 5

/** Everything that steps may count from for a person on a day: debts, open installments, what is late of them, events. */
export function occurrencesOf({ debts, agreements, events }: Pick<PersonFacts, 'debts' | 'agreements' | 'events'>, on: LocalDate): Occurrence[] {
  return [
    ...debts.flatMap(ofDebt),
    ...agreements.flatMap((agreement) => [...ofInstallments(agreement), ...lateOf(agreement, on), ...riskOf(agreement, on)]),
    ...events.filter(({ lastOn }) => lastOn === null || lastOn >= on).map(({ anchor, id, on: day, lastOn, debtIds }) => ({ anchor, id, on: day, debtIds, values: valuesOf(anchor, lastOn) })),
  ]
}

function valuesOf(anchor: EventFacts['anchor'], lastOn: LocalDate | null): Occurrence['values'] {
  if (lastOn === null) return {}
  return anchor === 'promise_near' ? { promisedOn: lastOn } : { lastOn }
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

function riskOf(agreement: AgreementFacts, on: LocalDate): Occurrence[] {
  const lastOn = lastDayOf(agreement)
  const since = riskSince(agreement)
  if (since === null || lastOn === null || since > on || lastOn < on) return []
  return [{ anchor: 'agreement_at_risk', id: `${agreement.id}.${since}`, on: since, debtIds: agreement.debtIds, values: { lastOn } }]
}

function riskSince({ open, noticeOn }: AgreementFacts): LocalDate | null {
  const second = open[1] && missKnownOn(open[1].dueOn)
  if (second === undefined) return noticeOn
  return noticeOn !== null && noticeOn < second ? noticeOn : second
}

// To this day payments put the plan in order: of the notice that was given, or of the earliest one that can be.
function lastDayOf({ open, breakRule, noticeOn }: AgreementFacts): LocalDate | null {
  if (!breakRule) return null
  const { toleranceDays, missedInstallments, noticeDays = NOTICE_DAYS } = breakRule
  const missed = open[missedInstallments - 1]
  const earliest = noticeOn ?? (missed ? nextBusinessDay(addDays(missed.dueOn, toleranceDays + 1)) : null)
  return earliest && addDays(earliest, noticeDays)
}
