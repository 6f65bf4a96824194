import { expect, test } from 'vitest'
import { hoursUntilOpen, mayWriteAt } from './contact-hours.ts'

test.each([
  ['a Friday before it opens', '2026-11-27', 10, 1],
  ['its first hour', '2026-11-27', 11, 0],
  ['its last hour', '2026-11-27', 16, 0],
  ['its evening: until Monday', '2026-11-27', 17, 66],
  ['a Saturday', '2026-11-28', 12, 47],
  ['a Sunday night', '2026-11-29', 23, 12],
  ['a holiday', '2026-12-25', 9, 74],
] as const)('%s', (_name, on, hour, hours) => {
  expect(hoursUntilOpen({ on, hour })).toBe(hours)
  expect(mayWriteAt({ on, hour })).toBe(hours === 0)
})
