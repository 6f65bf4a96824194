import { randomInt } from 'node:crypto'

/** The bank's number at the Central Bank, invented. */
export const ISPB = '99999998'
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

/** An end-to-end id (E), or one of a return (D): bank, minute in UTC, eleven characters by chance. */
export function newTransferId(kind: 'E' | 'D', at: Date): string {
  const minute = at.toISOString().slice(0, 16).replace(/[-T:]/g, '')
  return `${kind}${ISPB}${minute}${randomLetters(11)}`
}

/** An id of a return that the bank itself gives. */
export function newReturnId(): string {
  return randomLetters(20)
}

/** So many letters and digits by chance. */
export function randomLetters(count: number): string {
  return Array.from({ length: count }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}
