import { SHORT_FORMS, SIGNS } from './short-forms.ts'

/** Longer than anybody writes; what comes after it is not read. */
const MOST_CHARACTERS = 1_000

/** Where a sentence breaks off: no phrase reaches across it. */
export const BREAK = '.'

/**
 * A sentence as plain words: no capitals, accents or punctuation, stretched letters cut ("siiim"), short forms and common
 * misspellings written out, signs read as their word, a `BREAK` where it breaks off. Dates keep their slashes ("10-12" is "10/12"); amounts of money go.
 */
export function normaliseSentence(text: string): string[] {
  const signs = SIGNS.reduce((said, [sign, word]) => said.replaceAll(sign, ` ${word} `), text.slice(0, MOST_CHARACTERS).toLowerCase())
  const plain = signs.normalize('NFKD').replace(/\p{M}/gu, '')
    .replace(/r\$\s*\d[\d.,]*/g, ' ')
    .replace(/(\d)\s*[-./]\s*(?=\d)/g, '$1/')
    .replace(/([a-z])\1{2,}/g, '$1')
    .replace(/[^a-z0-9/.,;:!?\n]+/g, ' ')
    .replace(/(?<!\d)\/|\/(?!\d)/g, ' ')
    .replace(/[\s.,;:!?]*[.,;:!?\n][\s.,;:!?]*/g, ` ${BREAK} `)
    .replace(/^ \. | \. $/g, '')
  return plain.split(' ').filter(Boolean).flatMap((word) => SHORT_FORMS.get(word) ?? [word])
}
