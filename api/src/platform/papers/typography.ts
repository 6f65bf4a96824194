import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** CDC art. 54 §3: a contract's type is never smaller than 12 points. It holds for every word on the paper. */
export const BODY_SIZE = 12
export const HEADING_SIZE = { 1: 22, 2: 15, 3: 12 } as const

export const INK = '#1c1a17'
export const SOFT_INK = '#57524a'
export const LINE = '#ddd6cb'

/** What Figtree's Latin files can draw: Latin-1 and the signs of good typesetting. */
const NOT_IN_FONT = /[^\x20-\x7e\u00a0-\u00ac\u00ae-\u00ff–—‘’“”•…€]/gu

type Face = 'regular' | 'bold'

/** The font file of a face. Both are embedded, as PDF/A asks. */
export function fontFile(face: Face): Buffer {
  const weight = face === 'bold' ? 700 : 400
  return readFileSync(fileURLToPath(import.meta.resolve(`@fontsource/figtree/files/figtree-latin-${weight}-normal.woff`)))
}

/** The text with letters that the font lacks brought down to plain ones ("Łukasz" keeps what it can), so that no box is printed. */
export function printable(text: string): string {
  return text.normalize('NFC').replace(/\s/gu, (space) => (space === '\u00a0' ? space : ' ')).replace(NOT_IN_FONT, plainLetter)
}

function plainLetter(letter: string): string {
  const plain = letter.normalize('NFKD').replace(/\p{M}/gu, '')
  return plain.search(NOT_IN_FONT) === -1 ? plain : '?'
}
