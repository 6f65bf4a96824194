import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '@repactua/shared/time/local-date.ts'
import * as layouts from './layouts.ts'
import { readRecord, writeRecord, type Field, type Layout } from './record.ts'

const LAYOUTS: [string, Layout][] = Object.entries(layouts)

function valueOf([from, to, kind, constant]: Field): fc.Arbitrary<string> {
  const width = to - from + 1
  if (constant !== undefined) return fc.constant(kind === 'number' ? constant.replace(/^0+(?=\d)/, '') : constant)
  if (kind === 'date') return fc.oneof(fc.constant(''), fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days)))
  if (kind === 'text') return fc.stringMatching(new RegExp(`^[!-~]([ -~]{0,${Math.max(0, width - 2)}}[!-~])?$`)).map((text) => text.slice(0, width).toUpperCase().trimEnd())
  const digits = fc.stringMatching(kind === 'id' ? /^[1-9A-Z][0-9A-Z]{0,30}$/ : /^([1-9]\d{0,30}|0)$/).map((text) => text.slice(0, width))
  return digits
}

test.each(LAYOUTS)('%s: what is written reads back, in 240 characters', (_name, layout) => {
  const values = fc.record(Object.fromEntries(Object.entries(layout).map(([name, field]) => [name, valueOf(field)])))
  fc.assert(fc.property(values, (record) => {
    const line = writeRecord(layout, record)
    expect(line).toHaveLength(240)
    expect(readRecord(layout, line)).toEqual({ ok: true, value: record })
  }), { numRuns: 50 })
})

test.each(LAYOUTS)('%s: no two fields share a place', (_name, layout) => {
  const places = Object.values(layout).flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i))
  expect(new Set(places).size).toBe(places.length)
  expect(Math.max(...places)).toBeLessThanOrEqual(240)
})

/** Places that the standard has, as banks publish them. */
const PUBLISHED: [Layout, string, number, number][] = [
  [layouts.FILE_HEADER, 'bank', 1, 3], [layouts.FILE_HEADER, 'batch', 4, 7], [layouts.FILE_HEADER, 'type', 8, 8], [layouts.FILE_HEADER, 'holderKind', 18, 18],
  [layouts.FILE_HEADER, 'holderId', 19, 32], [layouts.FILE_HEADER, 'agency', 53, 57], [layouts.FILE_HEADER, 'account', 59, 70], [layouts.FILE_HEADER, 'holderName', 73, 102],
  [layouts.FILE_HEADER, 'bankName', 103, 132], [layouts.FILE_HEADER, 'direction', 143, 143], [layouts.FILE_HEADER, 'writtenOn', 144, 151],
  [layouts.FILE_HEADER, 'sequence', 158, 163], [layouts.FILE_HEADER, 'version', 164, 166],
  [layouts.SEGMENT_T, 'movement', 16, 17], [layouts.SEGMENT_T, 'ownNumber', 38, 57], [layouts.SEGMENT_T, 'amount', 82, 96], [layouts.SEGMENT_T, 'fee', 199, 213], [layouts.SEGMENT_T, 'reasons', 214, 223],
  [layouts.SEGMENT_U, 'added', 18, 32], [layouts.SEGMENT_U, 'discount', 33, 47], [layouts.SEGMENT_U, 'abatement', 48, 62], [layouts.SEGMENT_U, 'paid', 78, 92],
  [layouts.SEGMENT_U, 'occurredOn', 138, 145], [layouts.SEGMENT_U, 'creditedOn', 146, 153],
]

test.each(PUBLISHED)('place %#: %o %s from %i to %i', (layout, name, from, to) => expect(layout[name]?.slice(0, 2)).toEqual([from, to]))

test('text loses its accents and what does not fit, a number never does', () => {
  const line = writeRecord(layouts.SEGMENT_Q, { payerName: 'José D’Ávila Gonçalves de Albuquerque Neto', payerId: '52998224725' })
  expect(line.slice(33, 63)).toBe('JOSE D AVILA GONCALVES DE ALBU')
  expect(line.slice(18, 33)).toBe('000052998224725')
  expect(() => writeRecord(layouts.FILE_HEADER, { sequence: 1_000_000 })).toThrow('sequence does not fit')
})

test('letters in a number, and a day that is none, are told by their field', () => {
  const line = writeRecord(layouts.SEGMENT_U, {})
  expect(readRecord(layouts.SEGMENT_U, `${line.slice(0, 77)}12A${line.slice(80)}`)).toEqual({ ok: false, error: 'paid' })
  expect(readRecord(layouts.SEGMENT_U, `${line.slice(0, 145)}31022026${line.slice(153)}`)).toEqual({ ok: false, error: 'creditedOn' })
})
