import { expect, test } from 'vitest'
import { effectOf } from './occurrence.rules.ts'

const told = (code: string, paidCents = 500n, occurredOn: string | null = '2026-11-20') =>
  ({ line: 3, code, ownNumber: '1', paidCents, addedCents: 0n, feeCents: 0n, reasons: [], occurredOn, creditedOn: '2026-11-21' })
const slip = (status: 'issued' | 'replaced' | 'sent' | 'registered' | 'refused' | 'written_off' | 'paid') => ({ status, amountCents: 500n })
const exception = (reason: string) => ({ kind: 'exception', reason })

test.each([
  ['paid', told('06'), slip('registered'), false, { kind: 'pay' }],
  ['paid after it was written off', told('17'), slip('written_off'), false, { kind: 'pay' }],
  ['paid, told again', told('06'), slip('paid'), true, { kind: 'nothing' }],
  ['paid on another day too', told('06'), slip('paid'), false, exception('paid_twice')],
  ['paid short', told('06', 499n), slip('sent'), false, exception('paid_short')],
  ['paid over', told('06', 501n), slip('sent'), false, exception('paid_over')],
  ['paid on no day', told('06', 500n, null), slip('sent'), false, exception('date_missing')],
  ['paid and unknown', told('06'), null, false, exception('unknown')],
  ['entered', told('02'), slip('sent'), false, { kind: 'mark', status: 'registered' }],
  ['entered, told again', told('02'), slip('registered'), false, { kind: 'nothing' }],
  ['entered, told after it was paid', told('02'), slip('paid'), false, { kind: 'nothing' }],
  ['refused', told('03'), slip('sent'), false, { kind: 'mark', status: 'refused' }],
  ['refused and unknown', told('03'), null, false, exception('unknown')],
  ['written off', told('09'), slip('registered'), false, { kind: 'mark', status: 'written_off' }],
  ['written off after it was paid', told('09'), slip('paid'), false, { kind: 'nothing' }],
  ['a fee, of a slip or of none', told('28'), null, false, { kind: 'nothing' }],
])('%s', (_name, occurrence, of, isKnown, effect) => expect(effectOf(occurrence, of, isKnown)).toEqual(effect))
