import type { ServiceRule } from '@repactua/shared/contract/service-rules.ts'
import { expect, test } from 'vitest'
import { dayToLimit, daysLateToNotice, restrictionStep } from './restrictions.rules.ts'

const rule: ServiceRule = { name: 'linha', product: 'telecom', afterDays: 30, noticeDays: 15, limits: 'A internet fica mais lenta.', comesBack: 'Volta com um acordo.' }
const standing = { state: 'noticed', limitsOn: '2026-12-07', product: 'telecom', dueOn: '2026-10-01' } as const
const free = { stop: null, isRuled: true }

test('the notice is given its days before the limit, and to nobody who is in time', () => {
  expect(daysLateToNotice(rule)).toBe(15)
  expect(daysLateToNotice({ afterDays: 10, noticeDays: 15 })).toBe(1)
})

test.each([
  ['as many days late as the rule says', rule, '2026-11-16', '2026-12-01', '2026-12-16'],
  ['later where the notice is', rule, '2026-10-01', '2026-11-23', '2026-12-08'],
  ['not on a Friday', { ...rule, noticeDays: 17 }, '2026-10-01', '2026-11-24', '2026-12-14'],
  ['not on Christmas, nor the day before it', { ...rule, noticeDays: 16 }, '2026-10-01', '2026-12-08', '2026-12-28'],
  ['energy in its window', { ...rule, product: 'energy' as const }, '2026-09-10', '2026-11-23', '2026-12-08'],
  ['energy past its window', { ...rule, product: 'energy' as const }, '2026-09-08', '2026-11-23', null],
])('%s', (_name, of, dueOn, today, day) => {
  expect(dayToLimit(of, dueOn, today)).toBe(day)
})

test('a stop or a rule that is gone ends it; otherwise it is limited on its day and not before', () => {
  expect(restrictionStep(standing, { ...free, stop: 'dispute' }, '2026-12-07')).toEqual({ end: 'dispute' })
  expect(restrictionStep(standing, { ...free, isRuled: false }, '2026-12-07')).toEqual({ end: 'rule_ended' })
  expect(restrictionStep(standing, free, '2026-12-06')).toBeNull()
  expect(restrictionStep(standing, free, '2026-12-07')).toBe('limit')
  expect(restrictionStep({ ...standing, state: 'limited' }, free, '2026-12-08')).toBeNull()
  expect(restrictionStep({ ...standing, state: 'limited' }, { ...free, stop: 'agreement' }, '2026-12-08')).toEqual({ end: 'agreement' })
})

test('a night that was missed does not limit on a day before the week’s end, nor energy past its window', () => {
  expect(restrictionStep(standing, free, '2026-12-11')).toEqual({ moveTo: '2026-12-14' })
  expect(restrictionStep({ ...standing, product: 'energy', dueOn: '2026-09-07' }, free, '2026-12-07')).toEqual({ end: 'too_late' })
})
