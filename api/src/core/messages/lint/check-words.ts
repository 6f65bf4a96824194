import type { Field } from './fields.ts'
import { DEBT_WORDS, HASTE, HASTE_UNTIL, PHRASES, type Phrase } from './phrases.ts'
import { plainLetters } from './plain-letters.ts'
import { findingAt, type Finding } from './finding.ts'

const EXCLAMATIONS = /!/g
const CAPITALS = /(?<![\p{L}\p{N}{])\p{Lu}{5,}(?![\p{L}\p{N}}])/gu
const KNOWN_CAPITALS = new Set(['PARAR'])
// Signs without a shape, and letters of other alphabets that look like ours.
const STRANGE = /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|(?!\p{Script=Latin})\p{L}/gu

/** What a text says that it must not, or says too loudly. */
export function checkWords(key: string, fields: readonly Field[], dayNames: ReadonlySet<string>): Finding[] {
  return fields.flatMap((field) => {
    const plain = plainLetters(field.text)
    return [
      ...PHRASES.filter(({ except }) => !except?.includes(key)).flatMap((phrase) => allOf(field, plain, phrase)),
      ...allOf(field, plain.slice(0, field.exposed), DEBT_WORDS),
      ...allOf(field, plain, HASTE),
      ...(namesDay(field.text, dayNames) ? [] : allOf(field, plain, HASTE_UNTIL)),
      ...loud(field, plain),
      ...places(field.text, STRANGE).map((at) => findingAt('strange-letters', field, at)),
    ]
  })
}

function allOf(field: Field, plain: string, { rule, pattern }: Phrase): Finding[] {
  return places(plain, pattern).map((at) => findingAt(rule, field, at))
}

function namesDay(text: string, dayNames: ReadonlySet<string>): boolean {
  return [...dayNames].some((name) => text.includes(`{{${name}}}`))
}

// One exclamation mark is a matter of taste, unless it stands beside money.
function loud(field: Field, plain: string): Finding[] {
  const marks = places(field.text, EXCLAMATIONS)
  const isAboutMoney = places(plain, DEBT_WORDS.pattern).length > 0
  const severity: Finding['severity'] = marks.length > 1 || isAboutMoney ? 'error' : 'warning'
  const capitals = places(field.text, CAPITALS).filter(({ words }) => !KNOWN_CAPITALS.has(words))
  return [...marks.slice(0, 1).map((at) => ({ ...findingAt('shouting', field, at), severity })), ...capitals.map((at) => findingAt('shouting', field, at))]
}

function places(text: string, pattern: RegExp): { index: number; words: string }[] {
  return Array.from(text.matchAll(pattern), (match) => ({ index: match.index, words: match[0] }))
}
