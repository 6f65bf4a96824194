import { expect, test } from 'vitest'
import { caseDigits, formatCaseNumber, isCaseNumber } from './case-number.ts'

// Made from the rule of the CNJ's resolution: 98 minus the number without its check digits, times 100, modulo 97.
const numberOf = (serial: string, rest: string) => `${serial}${String(98n - (BigInt(serial + rest) * 100n) % 97n).padStart(2, '0')}${rest}`

test('numbers with right check digits are known, with and without their mask', () => {
  const digits = numberOf('0001234', '20268260100')
  expect(isCaseNumber(digits)).toBe(true)
  expect(caseDigits(formatCaseNumber(digits))).toBe(digits)
  expect(formatCaseNumber(digits)).toMatch(/^\d{7}-\d{2}\.\d{4}\.\d\.\d{2}\.\d{4}$/)
})

test('every changed digit and every swap of neighbours is noticed', () => {
  const digits = numberOf('7654321', '20258190001')
  for (const [i, digit] of [...digits].entries()) {
    expect(isCaseNumber(digits.slice(0, i) + String((Number(digit) + 1) % 10) + digits.slice(i + 1))).toBe(false)
  }
  expect(isCaseNumber('')).toBe(false)
  expect(isCaseNumber(`${digits}0`)).toBe(false)
})
