/** A day on the calendar of São Paulo, 'YYYY-MM-DD'. It has no hour and no clock. */
export type LocalDate = string

const MS_PER_DAY = 86_400_000
// 1 January 1970 was a Thursday; the weeks keep the days before it positive.
const EPOCH_WEEKDAY = 4
const MANY_WEEKS = 10_000
const MONTHS = ['janeiro', 'fevereiro', 'março', 'abril', 'maio', 'junho', 'julho', 'agosto', 'setembro', 'outubro', 'novembro', 'dezembro']

/** True for a day that exists: '2026-02-31' does not. */
export function isLocalDate(text: string): boolean {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false
  const time = utcTime(text)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** The day that lies `days` calendar days after (or, negative, before) the given one. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(utcTime(date) + days * MS_PER_DAY).toISOString().slice(0, 10)
}

/** Calendar days from the first day to the second; negative when the second is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((utcTime(to) - utcTime(from)) / MS_PER_DAY)
}

/** The same day `months` later, or that month's last day where it has no such day: 31 Jan + 1 -> 28 Feb. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return dayInMonth(date, months, Number(date.slice(8)))
}

/** Day `day` of the month that lies `months` after the date's month, or that month's last day. */
export function dayInMonth(date: LocalDate, months: number, day: number): LocalDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1]
  return [year, twoDigits(month), twoDigits(Math.min(day, daysInMonth(year, month)))].join('-')
}

/** Day of the week: 0 Sunday to 6 Saturday. */
export function weekday(date: LocalDate): number {
  return (Math.round(utcTime(date) / MS_PER_DAY) + EPOCH_WEEKDAY + 7 * MANY_WEEKS) % 7
}

/** "10 de dezembro", and with the year where it is asked for: "10 de dezembro de 2026". The first day is "1º". */
export function formatDay(date: LocalDate, { year = false } = {}): string {
  const day = Number(date.slice(8))
  const text = `${day === 1 ? '1º' : day} de ${MONTHS[Number(date.slice(5, 7)) - 1]}`
  return year ? `${text} de ${date.slice(0, 4)}` : text
}

/** "10/12/2026". */
export function formatDate(date: LocalDate): string {
  return `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}

// Digit by digit: a sheet of offers asks this thousands of times, and reading the text as a date takes ten times as long.
function utcTime(date: LocalDate): number {
  const digit = (at: number) => date.charCodeAt(at) - 48
  const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3)
  return Date.UTC(year, digit(5) * 10 + digit(6) - 1, digit(8) * 10 + digit(9))
}
