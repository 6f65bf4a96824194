import { randomBytes, randomInt } from 'node:crypto'

/** 256 random bits for a client secret or a session, as base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Six random digits, each value as likely as any other. */
export function newCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, '0')
}

// Without 0, O, 1, I, L: what is read from a paper is typed again by hand.
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** A code to check a paper by, "7QKD-M2XR-9HTC": 12 letters, 59 random bits. */
export function newVerificationCode(): string {
  return newLetters(12).replace(/(.{4})(?=.)/g, '$1-')
}

/** So many random letters and digits that are never mistaken for one another. */
export function newLetters(length: number): string {
  return Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}
