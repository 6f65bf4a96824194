import { expect, test } from 'vitest'
import { checkFigures } from './engine.ts'

test('the sheet of the bench is full, and its yardstick comes to the same totals and CETs', () => {
  expect(checkFigures).not.toThrow()
})
