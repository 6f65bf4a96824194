import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '@repactua/shared/time/local-date.ts'
import { bankOf } from './banks.ts'
import { barcodeOf, formatLine, lineOf, readLine } from './barcode.ts'
import { modulo10 } from './check-digits.ts'
import { dueFactor } from './due-factor.ts'
import { interleaved2of5 } from './interleaved.ts'
import type { CollectionAccount } from './types.ts'

const itau: CollectionAccount = { agency: '0057', agencyDigit: null, account: '12345', accountDigit: '7', wallet: '110', walletVariation: null, convenio: null }
const bb = (convenio: string, wallet: string): CollectionAccount => ({ agency: '1234', agencyDigit: '3', account: '12345678', accountDigit: '9', wallet, walletVariation: '019', convenio })

/** Slips of the banks' manuals and of paper: account, number, due date, cents, barcode, line. */
const SLIPS = [
  ['341', itau, 12345678, '2002-05-01', 12345n, '34196166700000123451101234567880057123457000', '34191.10121 34567.880058 71234.570001 6 16670000012345'],
  ['341', itau, 12345678, '2025-02-22', 12345n, '34199100000000123451101234567880057123457000', '34191.10121 34567.880058 71234.570001 9 10000000012345'],
  ['001', bb('3432568', '17'), 10035, '2022-11-15', 14780n, '00191917000000147800000003432568000001003517', '00190.00009 03432.568008 00010.035178 1 91700000014780'],
  ['001', bb('1238798', '18'), 7777700168, '2008-02-01', 13500n, '00192376900000135000000001238798777770016818', '00190.00009 01238.798779 77700.168188 2 37690000013500'],
  ['001', bb('2467742', '17'), 3599, '2026-08-06', 65161n, null, '00190.00009 02467.742009 00003.599172 6 15300000065161'],
] as const

test.each(SLIPS)('bank %s: the published slip, digit by digit', (bankCode, account, number, dueOn, amountCents, barcode, line) => {
  const made = barcodeOf({ bankCode, dueOn, amountCents, freeField: bankOf(bankCode).freeField(account, number) })
  if (barcode) expect(made).toBe(barcode)
  expect(formatLine(lineOf(made))).toBe(line)
  expect(readLine(line)).toBe(made)
})

test.each([
  ['2000-07-03', '1000'], ['2000-07-05', '1002'], ['2002-05-01', '1667'], ['2025-02-21', '9999'], ['2025-02-22', '1000'], ['2025-02-23', '1001'],
  ['2026-12-31', '1677'], ['2049-10-12', '9998'], ['2049-10-13', '9999'], ['2049-10-14', '1000'],
])('what is due on %s has the factor %s', (dueOn, factor) => expect(dueFactor(dueOn)).toBe(factor))

test('the factor goes up by one a day and from 9999 to 1000, for sixty years', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 22_000 }), (days) => {
    const [today, tomorrow] = [addDays('2000-07-03', days), addDays('2000-07-03', days + 1)].map((day) => Number(dueFactor(day)))
    expect(tomorrow).toBe(today === 9999 ? 1000 : today! + 1)
  }))
})

test('modulo 10 of the manual', () => expect(modulo10('01230067896')).toBe(3))

test.each(['34191101233456788005871234570001616670000012345', '3419110121345678800587123457000161667000001234', ''])('refuses the line "%s"', (line) => expect(readLine(line)).toBeNull())

const anySlip = fc.record({
  bankCode: fc.constantFrom('001', '341'), dueOn: fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-07-03', days)),
  amountCents: fc.bigInt(1n, 9_999_999_999n), freeField: fc.stringMatching(/^\d{25}$/),
})

test('every line reads back, and no changed digit passes', () => {
  fc.assert(fc.property(anySlip, fc.nat(46), fc.integer({ min: 1, max: 9 }), (slip, at, step) => {
    const barcode = barcodeOf(slip)
    const line = lineOf(barcode)
    expect(readLine(formatLine(line))).toBe(barcode)
    const changed = line.slice(0, at) + String((Number(line[at]) + step) % 10) + line.slice(at + 1)
    // The general digit is weighted by 2 to 9 and reads 0, 10 and 11 as 1: it alone guards date and amount.
    if (at < 32) expect(readLine(changed)).toBeNull()
  }))
})

test.each([['001', bb('3432568', '17'), 42, '34325680000000042'], ['341', itau, 12345678, '110123456788']] as const)('bank %s: the number stands in files and reads back', (code, account, number, text) => {
  const bank = bankOf(code)
  expect(bank.fileNumber(account, number)).toBe(text)
  expect(bank.readFileNumber(account, text)).toBe(number)
  expect(bank.readFileNumber(account, `9${text.slice(1)}`)).toBeNull()
})

test('the bars of a barcode measure 103 mm at FEBRABAN’s scale, and begin and end as they must', () => {
  const widths = interleaved2of5('34196166700000123451101234567880057123457000')
  expect(widths.reduce((sum, width) => sum + width, 0)).toBe(405)
  expect(widths.slice(0, 4)).toEqual([1, 1, 1, 1])
  expect(widths.slice(-3)).toEqual([3, 1, 1])
  // 3 in the dark strokes, 4 in the light ones.
  expect(widths.slice(4, 14)).toEqual([3, 1, 3, 1, 1, 3, 1, 1, 1, 3])
})
