/** A day on the calendar of São Paulo, 'YYYY-MM-DD'. It has no hour and no clock. */
export type LocalDate = string

// Days are counted from 1 March of the year 0, a Wednesday: leap days then come last.
const TO_SATURDAY = 4
const DAYS_OF_400_YEARS = 146_097
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const MONTHS = ['janeiro', 'fevereiro', 'março', 'abril', 'maio', 'junho', 'julho', 'agosto', 'setembro', 'outubro', 'novembro', 'dezembro']

/** True for a day that exists: '2026-02-31' does not. */
export function isLocalDate(text: string): boolean {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false
  const [month, day] = [twoDigitsAt(text, 5), twoDigitsAt(text, 8)]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(yearOf(text), month)
}

/** The day that lies `days` calendar days after (or, negative, before) the given one. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOf(dayOf(date) + days)
}

/** Calendar days from the first day to the second; negative when the second is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayOf(to) - dayOf(from)
}

/** The day's place in a count without gaps, in which each Saturday is a multiple of seven. */
export function dayNumber(date: LocalDate): number {
  return dayOf(date) + TO_SATURDAY
}

/** The same day `months` later, or that month's last day where it has no such day: 31 Jan + 1 -> 28 Feb. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return dayInMonth(date, months, Number(date.slice(8)))
}

/** Day `day` of the month that lies `months` after the date's month, or that month's last day. */
export function dayInMonth(date: LocalDate, months: number, day: number): LocalDate {
  const index = yearOf(date) * 12 + twoDigitsAt(date, 5) - 1 + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  return write(year, month, Math.min(day, daysInMonth(year, month)))
}

/** "10 de dezembro", and with the year where it is asked for: "10 de dezembro de 2026". The first day is "1º". */
export function formatDay(date: LocalDate, { year = false } = {}): string {
  const day = Number(date.slice(8))
  const text = `${day === 1 ? '1º' : day} de ${MONTHS[Number(date.slice(5, 7)) - 1]}`
  return year ? `${text} de ${date.slice(0, 4)}` : text
}

/** "dezembro" for 12. */
export function monthName(month: number): string {
  return MONTHS[month - 1]!
}

/** "10/12/2026". */
export function formatDate(date: LocalDate): string {
  return `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`
}

// In whole numbers and digit by digit: a sheet of offers asks this a thousand times, and a Date takes ten times as long.
function dayOf(date: LocalDate): number {
  const month = twoDigitsAt(date, 5)
  const year = month > 2 ? yearOf(date) : yearOf(date) - 1
  return daysBefore(year) + daysBeforeMonth((month + 9) % 12) + twoDigitsAt(date, 8) - 1
}

function dateOf(number: number): LocalDate {
  let year = Math.floor((number * 400) / DAYS_OF_400_YEARS)
  if (daysBefore(year + 1) <= number) year += 1
  const day = number - daysBefore(year)
  const month = Math.floor((5 * day + 2) / 153)
  return write(month < 10 ? year : year + 1, ((month + 2) % 12) + 1, day - daysBeforeMonth(month) + 1)
}

// From 1 March of the year 0 to 1 March of a year.
function daysBefore(year: number): number {
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
}

// From 1 March to the first of a month, March being month 0: five months always take 153 days.
function daysBeforeMonth(month: number): number {
  return Math.floor((153 * month + 2) / 5)
}

function daysInMonth(year: number, month: number): number {
  const isLeapFebruary = month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0)
  return isLeapFebruary ? 29 : (MONTH_DAYS[month - 1] ?? 0)
}

function yearOf(date: LocalDate): number {
  return twoDigitsAt(date, 0) * 100 + twoDigitsAt(date, 2)
}

function twoDigitsAt(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48
}

function write(year: number, month: number, day: number): LocalDate {
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}
