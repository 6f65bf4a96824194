import { expect, test } from 'vitest'
import { AppError } from './errors/app-error.ts'
import { pageOf, readCursor } from './cursor.ts'

const IDS = ['0192f3c1-8a5e-7c3d-9b1e-2f6a7c8d9e0f', '0192f3c1-8a5e-7c3d-9b1e-2f6a7c8d9e10', '0192f3c1-8a5e-7c3d-9b1e-2f6a7c8d9e11']
const rows = IDS.map((id) => ({ id }))

test('a page leads to the next by the id of its last row', () => {
  const { rows: page, nextCursor } = pageOf(rows, 2)
  expect(page).toEqual(rows.slice(0, 2))
  expect(readCursor(nextCursor ?? '')).toBe(IDS[1])
})

test('a page that holds all rows is the last one', () => {
  expect(pageOf(rows, 3)).toEqual({ rows, nextCursor: null })
})

test.each(['', 'abc', 'x'.repeat(22), 'not-a-cursor-of-ours_00'])('%s is no cursor', (text) => {
  expect(() => readCursor(text)).toThrow(AppError)
})
