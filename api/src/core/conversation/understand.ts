import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { BREAK, normaliseSentence } from './normalise-sentence.ts'
import { ALONE, FILLERS, FIRST, HOLDS, PHRASES, SOFT, type Intent } from './phrases.ts'
import { readSpokenDay, type SpokenDay } from './read-spoken-day.ts'

/** What a sentence says: what the person wants, a number of a list, a day. `unknown` where nothing fits, or two things do. */
export interface Understood {
  intent: Intent | 'unknown'
  choice: number | null
  day: SpokenDay
}

/**
 * Understands a sentence by lists of words, and rather too little than too much: what fits two intents fits none. Only a wish
 * to hear no more wins over all else it stands beside.
 */
export function understand(text: string, today: LocalDate): Understood {
  const words = normaliseSentence(text)
  return { intent: intentOf(words), choice: choiceOf(words), day: readSpokenDay(words, today) }
}

function intentOf(words: readonly string[]): Intent | 'unknown' {
  const alone = words.filter((word) => word !== BREAK && !FILLERS.includes(word)).join(' ')
  const single = ALONE.find(([, phrases]) => phrases.includes(alone))
  if (single) return single[0]
  const meant = settle(matchesIn(words))
  return meant.length === 1 ? meant[0]! : 'unknown'
}

function settle(found: ReadonlySet<Intent>): Intent[] {
  const first = FIRST.find((intent) => found.has(intent))
  if (first) return [first]
  const held = new Set([...found].flatMap((intent) => HOLDS[intent] ?? []))
  const firm = [...found].filter((intent) => !SOFT.includes(intent) && !held.has(intent))
  const soft = SOFT.filter((intent) => found.has(intent))
  return firm.length > 0 ? firm : soft.slice(-1)
}

interface Match {
  intent: Intent | null
  places: number[]
}

// The longest phrase takes its words away from the others: "não paguei" leaves no "paguei" behind.
function matchesIn(words: readonly string[]): Set<Intent> {
  const matches = LOOKED_FOR.flatMap(({ intent, tokens }) => words.flatMap((_, start) => {
    const places = placesOf(tokens, words, start)
    return places ? [{ intent, places }] : []
  }))
  const taken = new Set<number>()
  const found = new Set<Intent>()
  for (const { intent, places } of matches.toSorted(byLength)) {
    if (places.some((place) => taken.has(place))) continue
    for (const place of places) taken.add(place)
    if (intent) found.add(intent)
  }
  return found
}

// Of two that are as long the one of no intent goes first, then a wish to stop.
function byLength(a: Match, b: Match): number {
  const weight = ({ intent, places }: Match) => places.length * 4 + (intent === null ? 2 : intent === 'stop' ? 1 : 0)
  return weight(b) - weight(a)
}

const LOOKED_FOR = PHRASES.flatMap(([intent, phrases]) => phrases.map((phrase) => ({ intent, tokens: phrase.split(' ') })))
const MOST_BETWEEN = 3

/** The places of the words that a phrase takes from `start` on; null where it does not stand there. */
function placesOf(tokens: readonly string[], words: readonly string[], start: number): number[] | null {
  const places: number[] = []
  let reach = 0
  let from = start
  for (const token of tokens) {
    if (token === '..') {
      reach = MOST_BETWEEN
      continue
    }
    const near = words.slice(from, from + reach + 1)
    const at = near.findIndex((word) => fits(token, word))
    if (at < 0 || near.slice(0, at).includes(BREAK)) return null
    places.push(from + at)
    from += at + 1
    reach = 0
  }
  return places
}

function fits(token: string, word: string): boolean {
  return token.split('|').some((one) => (one.endsWith('*') ? word.startsWith(one.slice(0, -1)) : word === one))
}

const NUMBERS = ['um|primeiro|primeira', 'dois|duas|segundo', 'tres|terceiro|terceira', 'quatro', 'cinco', 'seis']

// "2", "opção 2", "a 2", "dois": a number with hardly a word beside it.
function choiceOf(words: readonly string[]): number | null {
  const rest = words.filter((word) => ![BREAK, 'opcao', 'numero', 'a', 'o', 'quero', 'n', 'item', 'escolho', 'por', 'favor'].includes(word))
  const [only] = rest
  if (rest.length !== 1 || only === undefined) return null
  if (/^[1-9]$/.test(only)) return Number(only)
  const at = NUMBERS.findIndex((names) => fits(names, only))
  return at < 0 ? null : at + 1
}
