import { addDays, dayNumber, type LocalDate } from '@repactua/shared/time/local-date.ts'

// Leis 662/1949, 10.607/2002 and 6.802/1980.
const FIXED = ['01-01', '04-21', '05-01', '09-07', '10-12', '11-02', '11-15', '12-25']
// Days from Easter: Carnival Monday and Tuesday, Good Friday, Corpus Christi (Resolução CMN 4.880/2020, art. 6).
const FROM_EASTER = [-48, -47, -2, 60]
const BLACK_AWARENESS_DAY = { day: '11-20', since: 2024 } // Lei 14.759/2023

// Of all years that a LocalDate has, by the number of the day: a sheet of offers asks this a hundred times.
const YEARS = Array.from({ length: 300 }, (_, i) => 1900 + i)
const HOLIDAYS: ReadonlySet<number> = new Set(YEARS.flatMap(bankHolidays).map(dayNumber))

/** The days on which no bank in Brazil settles, in order (Resolução CMN 4.880/2020). State and city holidays are not among them. */
export function bankHolidays(year: number): LocalDate[] {
  const fixed = year >= BLACK_AWARENESS_DAY.since ? [...FIXED, BLACK_AWARENESS_DAY.day] : FIXED
  const easter = easterSunday(year)
  return [...fixed.map((day) => `${year}-${day}`), ...FROM_EASTER.map((days) => addDays(easter, days))].sort()
}

/** True on a day that is no Saturday, no Sunday and no bank holiday. */
export function isBusinessDay(date: LocalDate): boolean {
  return isOpen(dayNumber(date))
}

/** True on a holiday of the whole country, whatever day of the week it is. */
export function isHoliday(date: LocalDate): boolean {
  return HOLIDAYS.has(dayNumber(date))
}

/** The day itself where it is a business day, otherwise the first one after it. */
export function nextBusinessDay(date: LocalDate): LocalDate {
  const day = dayNumber(date)
  let days = 0
  while (!isOpen(day + days)) days += 1
  return days === 0 ? date : addDays(date, days)
}

/** The day that is so many business days after another one, which itself does not count. */
export function addBusinessDays(date: LocalDate, count: number): LocalDate {
  let day = date
  for (let i = 0; i < count; i += 1) day = nextBusinessDay(addDays(day, 1))
  return day
}

// Saturdays are multiples of seven, Sundays come next.
function isOpen(day: number): boolean {
  return day % 7 > 1 && !HOLIDAYS.has(day)
}

// The Gregorian computus (Butcher's form), whole numbers only.
function easterSunday(year: number): LocalDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const skipped = century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + skipped + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - epact - (year % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  return addDays(`${year}-03-22`, epact + toSunday - 7 * late)
}
