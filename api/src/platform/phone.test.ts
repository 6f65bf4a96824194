import { expect, test } from 'vitest'
import { normalisePhone } from './phone.ts'

test.each([
  ['(11) 91234-5678', '+5511912345678'],
  ['11 3456-7890', '+551134567890'],
  ['0800 123 4567', '+558001234567'],
  ['4004-1234', '+5540041234'],
  ['(20) 91234-5678', null],
  ['(11) 8123-4567', null],
  ['(11) 71234-5678', null],
  ['+1 202 555 0123', null],
])('%s is %s', (text, e164) => {
  expect(normalisePhone(text)).toBe(e164)
})
