/** Characters that break a line or turn the direction of what follows: a text with them can pose as another one's part. */
const UNPRINTED = '\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069'

/** A JSON Schema pattern for text of one line with at least one letter or digit. */
export const LINE_PATTERN = `^(?=.*[\\p{L}\\p{N}])[^${UNPRINTED}]+$`

const IDLE = new RegExp(`[\\s${UNPRINTED}]+`, 'gu')

/** The text in one line: control characters, direction marks and doubled blanks become one blank, none at the ends. */
export function plainText(text: string): string {
  return text.replace(IDLE, ' ').trim()
}
