import { expect, test } from 'vitest'
import { invariant } from './invariant.ts'
import { err, ok } from './result.ts'

test('a result is a value or a refusal', () => {
  expect(ok(1)).toEqual({ ok: true, value: 1 })
  expect(err('no_offer')).toEqual({ ok: false, error: 'no_offer' })
})

test('an invariant throws where it does not hold', () => {
  expect(() => invariant(true, 'holds')).not.toThrow()
  expect(() => invariant(0, 'zero is nothing')).toThrow('invariant: zero is nothing')
})
