import { cnpjCharacters, isCnpj } from './cnpj.ts'
import { cpfDigits, isCpf } from './cpf.ts'

/** The longest key that the DICT holds (an e-mail). */
const LONGEST_KEY = 77
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/
/** DDD and number: nine digits that begin with 9, or a landline's eight. */
const PHONE = /^\+55[1-9]{2}(9\d{8}|[2-5]\d{7})$/

/** True for anything that `normalisePixKey` can read. */
export function isPixKey(text: string): boolean {
  return normalisePixKey(text) !== null
}

/**
 * The key as the DICT (BCB) keeps it: bare CPF or CNPJ, lower-case e-mail or random key, phone as +55 and digits.
 * Null where it is none of them. Eleven digits are a CPF: a phone is known by its +55.
 */
export function normalisePixKey(text: string): string | null {
  const typed = text.trim()
  return documentKey(typed) ?? phoneKey(typed) ?? lowerCaseKey(typed.toLowerCase())
}

function documentKey(typed: string): string | null {
  if (isCpf(cpfDigits(typed))) return cpfDigits(typed)
  return isCnpj(cnpjCharacters(typed)) ? cnpjCharacters(typed) : null
}

function phoneKey(typed: string): string | null {
  const digits = typed.replace(/[\s().-]/g, '')
  return PHONE.test(digits) ? digits : null
}

function lowerCaseKey(typed: string): string | null {
  if (typed.length > LONGEST_KEY) return null
  return UUID.test(typed) || EMAIL.test(typed) ? typed : null
}
