import { addDays, dayInMonth, dayNumber, isLocalDate, monthName, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { BREAK, normaliseSentence } from './normalise-sentence.ts'

/** What a sentence says of a day to come: that day, one that cannot be told for sure, or nothing. */
export type SpokenDay = { day: LocalDate } | 'unclear' | null

// `dayNumber` has each Saturday at a multiple of seven.
const WEEKDAYS = ['sabado', 'domingo', 'segunda', 'terca', 'quarta', 'quinta', 'sexta']
// "Segunda via", "quinta parcela": an ordinal, no day.
const COUNTED = ['via', 'parcela', 'vez', 'opcao', 'mensagem']
const MONTHS = Array.from({ length: 12 }, (_, i) => normaliseSentence(monthName(i + 1))[0]!)
const UNCLEAR = ['fim do mes', 'final do mes', 'comeco do mes', 'mes que vem', 'semana que vem', 'proxima semana', 'dia util', 'quando receber', 'quando eu receber', 'quando cair', 'depois do dia', 'antes do dia', 'por volta']

/**
 * Reads a day that is still to come, or today: "hoje", "amanhã", "sexta", "dia 10", "10/12", "10 de dezembro". A day of the
 * month without one is the next such day. A weekday's own name on that weekday, a month's end, "a semana que vem" and a day
 * that does not exist are unclear: nobody is held to a guess.
 */
export function readSpokenDay(words: readonly string[], today: LocalDate): SpokenDay {
  const text = words.filter((word) => word !== BREAK).join(' ')
  if (UNCLEAR.some((phrase) => ` ${text} `.includes(` ${phrase} `))) return 'unclear'
  const days = [...relativeDays(text, today), ...calendarDays(text, today), ...weekdays(words, today)]
  const [first] = days
  if (first === undefined) return null
  return first !== null && days.every((day) => day === first) ? { day: first } : 'unclear'
}

function relativeDays(text: string, today: LocalDate): LocalDate[] {
  if (/\bdepois de amanha\b/.test(text)) return [addDays(today, 2)]
  return [...(/\bhoje\b/.test(text) ? [today] : []), ...(/\bamanha\b/.test(text) ? [addDays(today, 1)] : [])]
}

type Found = LocalDate | null
const CALENDAR = new RegExp(String.raw`\b(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?\b|\b(?:dia )?(\d{1,2}) (?:de )?(${MONTHS.join('|')})\b|\bdia (\d{1,2})\b`, 'g')

function calendarDays(text: string, today: LocalDate): Found[] {
  return [...text.matchAll(CALENDAR)].map(([, day, month, year, dayOfName, name, dayAlone]) => {
    if (dayAlone !== undefined) return nextDayOfMonth(Number(dayAlone), today)
    const inMonth = name === undefined ? Number(month) : MONTHS.indexOf(name) + 1
    return dateOf({ day: Number(day ?? dayOfName), month: inMonth, year }, today)
  })
}

// A month that is not short of that day: "dia 31" in one of thirty days is asked about.
function nextDayOfMonth(day: number, today: LocalDate): Found {
  const months = Number(today.slice(8)) <= day ? 0 : 1
  const next = dayInMonth(today, months, day)
  return Number(next.slice(8)) === day ? next : null
}

function dateOf({ day, month, year }: { day: number; month: number; year: string | undefined }, today: LocalDate): Found {
  const thisYear = Number(today.slice(0, 4))
  const years = year === undefined ? [thisYear, thisYear + 1] : [year.length === 2 ? 2000 + Number(year) : Number(year)]
  const days = years.map((one) => `${one}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
  return days.find((one) => isLocalDate(one) && one >= today) ?? null
}

function weekdays(words: readonly string[], today: LocalDate): Found[] {
  const now = dayNumber(today) % 7
  return words.flatMap((word, place) => {
    const at = WEEKDAYS.indexOf(word)
    if (at < 0 || COUNTED.includes(words[place + 1] ?? '')) return []
    return [at === now ? null : addDays(today, (at - now + 7) % 7)]
  })
}
