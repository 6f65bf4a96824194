import { addDays, daysBetween, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { nextBusinessDay } from '../../core/calendar/bank-holidays.ts'

/** A debit is asked for so many days before its day, by the rules of the arrangement. */
const EARLIEST_DAYS = 10
const LATEST_DAYS = 2
/** Three more tries within seven days of the first (PERMITE_3R_7D). */
const MOST_TRIES = 3
const TRY_DAYS = 7

export interface OpenInstallment {
  number: number
  dueOn: LocalDate
  openCents: bigint
}

interface Debit {
  installmentNumber: number
  amountCents: bigint
  dueOn: LocalDate
  tries: number
}

/** The first open installment that there is still time to debit. */
export function firstToDebit(open: readonly OpenInstallment[], today: LocalDate): OpenInstallment | undefined {
  return open.find(({ dueOn }) => daysBetween(today, dueOn) >= LATEST_DAYS)
}

/** Which open installments it is time to ask a debit for: those due in two to ten days that have none. */
export function toDebit(open: readonly OpenInstallment[], debits: readonly { installmentNumber: number; status: string }[], today: LocalDate): OpenInstallment[] {
  const has = (number: number) => debits.some((debit) => debit.installmentNumber === number && ['prepared', 'scheduled', 'failed'].includes(debit.status))
  return open.filter(({ number, dueOn }) => {
    const days = daysBetween(today, dueOn)
    return days >= LATEST_DAYS && days <= EARLIEST_DAYS && !has(number)
  })
}

/** Whether a debit asks for something else than what its installment needs by now. One whose day has come is left alone: the bank takes no word of it back. */
export function isOutdated({ installmentNumber, amountCents, dueOn }: Debit, open: readonly OpenInstallment[], today: LocalDate): boolean {
  if (dueOn <= today) return false
  const now = open.find(({ number }) => number === installmentNumber)
  return now?.openCents !== amountCents || now.dueOn !== dueOn
}

/** The day of another try for a debit that found no money, a business day from tomorrow on; null where there is none left. */
export function nextTry({ dueOn, tries }: Debit, today: LocalDate): LocalDate | null {
  if (tries >= MOST_TRIES) return null
  const day = nextBusinessDay(addDays(today, 1))
  return daysBetween(nextBusinessDay(dueOn), day) <= TRY_DAYS ? day : null
}
