import { isBusinessDay, nextBusinessDay } from '@repactua/api/core/calendar/bank-holidays.ts'
import { addDays, daysBetween, type LocalDate } from '@repactua/shared/time/local-date.ts'
import type { ChargeBody } from './charge.ts'

/** The day from which a charge is late, and the last on which it can be paid; both roll on to the next business day. */
export function payWindow({ dataDeVencimento, validadeAposVencimento }: ChargeBody['calendario']): { dueOn: LocalDate; lastOn: LocalDate } {
  const dueOn = nextBusinessDay(dataDeVencimento)
  return { dueOn, lastOn: nextBusinessDay(addDays(dueOn, validadeAposVencimento)) }
}

/** Days after `from` up to `to`: all of them, or those on which banks open. None where `to` is not later. */
export function daysAfter(from: LocalDate, to: LocalDate, count: 'all' | 'business'): number {
  const days = Math.max(0, daysBetween(from, to))
  if (count === 'all') return days
  return Array.from({ length: days }, (_, i) => addDays(from, i + 1)).filter(isBusinessDay).length
}
