import { expect, test } from 'vitest'
import { effectOf } from './occurrence.rules.ts'

const told = (code: string, change: object = {}) =>
  ({ line: 3, code, ownNumber: '1', paidCents: 500n, addedCents: 0n, feeCents: 0n, reasons: [], occurredOn: '2026-11-20', creditedOn: '2026-11-21', ...change })
const slip = (status: 'issued' | 'replaced' | 'sent' | 'registered' | 'refused' | 'written_off' | 'paid') => ({ status })
const exception = (reason: string) => ({ kind: 'exception', reason })
const paid = { kind: 'pay', paidOn: '2026-11-20' }

test.each([
  ['paid', told('06'), slip('registered'), paid],
  ['paid after it was written off', told('17'), slip('written_off'), paid],
  ['paid, told again', told('06'), slip('paid'), paid],
  ['paid and unknown', told('06'), null, paid],
  ['paid on the day of its credit', told('06', { occurredOn: null }), slip('sent'), { kind: 'pay', paidOn: '2026-11-21' }],
  ['paid on no day', told('06', { occurredOn: null, creditedOn: null }), slip('sent'), exception('date_missing')],
  ['paid with nothing', told('06', { paidCents: 0n }), slip('sent'), exception('amount_missing')],
  ['entered', told('02'), slip('sent'), { kind: 'mark', status: 'registered' }],
  ['entered, told again', told('02'), slip('registered'), { kind: 'nothing' }],
  ['entered, told after it was paid', told('02'), slip('paid'), { kind: 'nothing' }],
  ['refused', told('03'), slip('sent'), { kind: 'mark', status: 'refused' }],
  ['refused and unknown', told('03'), null, exception('unknown')],
  ['written off', told('09'), slip('registered'), { kind: 'mark', status: 'written_off' }],
  ['written off after it was paid', told('09'), slip('paid'), { kind: 'nothing' }],
  ['a fee, of a slip or of none', told('28'), null, { kind: 'nothing' }],
])('%s', (_name, occurrence, of, effect) => expect(effectOf(occurrence, of)).toEqual(effect))
