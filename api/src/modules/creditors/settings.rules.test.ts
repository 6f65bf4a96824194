import { expect, test } from 'vitest'
import type { SettingsRecord } from './settings.repository.ts'
import { changeOf } from './settings.rules.ts'

const OFF: SettingsRecord = { fourEyesPublishing: false, fourEyesEndAskedBy: null, fourEyesEndAskedAt: null, showsBarredDebts: false, remindDaysBefore: 3, shortToleranceCents: 0n, overpayment: 'next_installments', tellsBalances: false, answerHours: 4 }
const ON = { ...OFF, fourEyesPublishing: true }
const ann = { clientId: 'ann', at: new Date('2026-11-21T12:00:00Z') }
const ben = { clientId: 'ben', at: new Date('2026-11-22T12:00:00Z') }
const ENDING = { ...ON, fourEyesEndAskedBy: 'ann', fourEyesEndAskedAt: ann.at }

test.each([
  ['one client sets four eyes on', OFF, true, ann, ON],
  ['off is off', OFF, false, ann, OFF],
  ['the first asks to end them', ON, false, ann, ENDING],
  ['another one ends them', ENDING, false, ben, OFF],
  ['on again takes the asking back', ENDING, true, ben, ON],
])('%s', (_name, before, fourEyesPublishing, by, after) => {
  expect(changeOf(before, { fourEyesPublishing }, by)).toEqual({ ok: true, value: after })
})

test('the one who asked does not end four eyes alone', () => {
  expect(changeOf(ENDING, { fourEyesPublishing: false }, ann)).toEqual({ ok: false, error: 'second_client_needed' })
})

test('tolerance and overpayment change by themselves', () => {
  expect(changeOf(ON, { shortToleranceCents: 50, overpayment: 'refund' }, ann)).toEqual({ ok: true, value: { ...ON, shortToleranceCents: 50n, overpayment: 'refund' } })
})

test('what is left out stays', () => {
  expect(changeOf(ENDING, { showsBarredDebts: true }, ben)).toEqual({ ok: true, value: { ...ENDING, showsBarredDebts: true } })
  expect(changeOf(ENDING, {}, ann)).toEqual({ ok: true, value: ENDING })
})
