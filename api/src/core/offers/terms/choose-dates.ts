import { addDays, formatDate, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { dueDates, latestDueDate, paymentWindow } from '../../calendar/due-dates.ts'
import { err, ok, type Result } from '../../result.ts'
import type { CommonTerms } from './combine-terms.ts'
import type { OfferRefusal, OfferRequest } from '../types.ts'

/** Shown where the policy leaves every day open. */
const USUAL_DUE_DAYS = [5, 10, 15, 20, 25]

export interface Dates {
  dueDay: number
  dueDays: number[]
  /** As many as the longest plan needs: a shorter one takes the first of them. */
  dates: LocalDate[]
}

type Wishes = Pick<OfferRequest, 'today' | 'dueDay' | 'firstDueOn'>

/** The due day and the dates, as asked where the policy allows it; else the day whose first date lies latest in the window. */
export function chooseDates(wishes: Wishes, terms: CommonTerms, count: number): Result<Dates, OfferRefusal> {
  const refusal = refuseDay(wishes, terms) ?? refuseFirst(wishes, terms)
  if (refusal) return err(refusal)
  const dueDay = wishes.dueDay ?? dayOfFirst(wishes, terms) ?? latestDay(wishes.today, terms)
  const dueDays = terms.dueDays ?? [...new Set([...USUAL_DUE_DAYS, dueDay])].sort((a, b) => a - b)
  const dates = dueDates({ ...wishes, dueDay, count, daysToFirstPayment: terms.daysToFirstPayment })
  return ok({ dueDay, dueDays, dates })
}

function refuseDay({ dueDay }: Wishes, { dueDays }: CommonTerms): OfferRefusal | null {
  if (dueDay === undefined || (dueDays?.includes(dueDay) ?? true)) return null
  return { code: 'due_day_not_allowed', detail: `Os dias disponíveis são: ${dueDays?.join(', ')}.` }
}

function refuseFirst({ today, firstDueOn }: Wishes, { daysToFirstPayment }: CommonTerms): OfferRefusal | null {
  const [earliest, latest] = [addDays(today, 1), addDays(today, daysToFirstPayment)]
  if (firstDueOn === undefined || (firstDueOn >= earliest && firstDueOn <= latest)) return null
  return { code: 'first_due_out_of_window', detail: `A primeira data pode ser de ${formatDate(earliest)} a ${formatDate(latest)}.` }
}

function dayOfFirst({ firstDueOn }: Wishes, { dueDays }: CommonTerms): number | null {
  if (firstDueOn === undefined) return null
  const day = Number(firstDueOn.slice(8))
  return dueDays?.includes(day) ?? true ? day : null
}

function latestDay(today: LocalDate, { dueDays, daysToFirstPayment }: CommonTerms): number {
  const window = paymentWindow({ today, daysToFirstPayment })
  let best = { day: Number(window.latest.slice(8)), first: '' }
  for (const day of dueDays ?? USUAL_DUE_DAYS) {
    const first = latestDueDate(window, day) ?? ''
    if (first > best.first) best = { day, first }
  }
  const fallback = dueDays?.[0] ?? best.day
  return best.first === '' ? fallback : best.day
}
