import { expect, test } from 'vitest'
import { formatPhone } from './phone.ts'

test.each([
  ['+5511912345678', '(11) 91234-5678'],
  ['+551134567890', '(11) 3456-7890'],
  ['+558001234567', '0800 123 4567'],
  ['+5540041234', '4004-1234'],
  ['not a phone', 'not a phone'],
])('%s is printed %s', (e164, text) => expect(formatPhone(e164)).toBe(text))
