import { ESCALATION_KINDS, ESCALATION_STATES } from '@repactua/shared/contract/escalations.ts'
import { expect, test } from 'vitest'
import { blockOf, type DebtStanding, type OwnRules } from './blocks.rules.ts'
import { lastDayToAnswer, nightStep, stopStep, takeOffDays } from './steps.rules.ts'
import { isPossible, isThere, take, TRANSITIONS } from './transitions.rules.ts'

const TODAY = '2026-11-23'
const debt: DebtStanding = { status: 'open', product: 'retail', dueOn: '2026-03-10', prescribesOn: '2031-03-10', overdueDays: 258, totalCents: 108_000n }
const rules: OwnRules = { kinds: ['listing'], afterDays: 60, answerDays: 15, leastCents: 5_000n, automatic: 'nothing' }
const listing = { kind: 'listing', state: 'due', contractEndedOn: null } as const
const step = { kind: 'listing', state: 'due', deadlineOn: '2026-11-20', takeOffOn: null } as const
const alone = { today: TODAY, decidesAlone: false }

test('every state is reached, and every state but the last two can be left', () => {
  expect(new Set(['proposed', ...TRANSITIONS.map(({ to }) => to)])).toEqual(new Set(ESCALATION_STATES))
  const left = new Set(TRANSITIONS.flatMap(({ from }): string[] => [...from]))
  expect(ESCALATION_STATES.filter((state) => !left.has(state))).toEqual(['withdrawn', 'ended'])
  expect(take('request', 'due')).toMatchObject({ to: 'requested', event: 'escalation.requested' })
  expect(() => take('request', 'proven')).toThrow('invariant')
})

test('nothing is requested but after its proof and its days', () => {
  for (const { act, from } of TRANSITIONS.filter(({ to }) => to === 'requested' || to === 'confirmed')) expect([act, ...from]).toEqual(act === 'request' ? ['request', 'due'] : ['confirm', 'requested'])
  expect(TRANSITIONS.filter(({ to }) => to === 'due').map(({ from }) => from)).toEqual([['proven']])
})

test.each([
  ['nothing forbids it', {}, {}, null],
  ['a dispute', { status: 'disputed' }, {}, 'dispute'],
  ['a pause', { status: 'on_hold' }, {}, 'hold'],
  ['an agreement', { status: 'in_agreement' }, {}, 'agreement'],
  ['paid', { status: 'settled' }, {}, 'paid'],
  ['taken back', { status: 'withdrawn' }, {}, 'taken_back'],
  ['replaced by a novation', { status: 'novated' }, {}, 'replaced'],
  ['barred', { prescribesOn: '2026-11-22' }, {}, 'too_old'],
  ['five years, though the term was interrupted', { dueOn: '2021-11-29', prescribesOn: '2030-01-01' }, {}, 'too_old'],
  ['time enough to take it off on the last day', { dueOn: '2021-12-01', prescribesOn: '2026-12-01' }, {}, null],
  ['below the least', { totalCents: 4_999n }, {}, 'below_least'],
  ['a kind that is off', {}, { kind: 'protest' }, 'switched_off'],
  ['what stands is not ended by a switch', {}, { kind: 'protest', state: 'confirmed' }, null],
  ['telecom in its contract', { product: 'telecom' }, {}, 'telecom_not_ended'],
  ['telecom whose contract ends tomorrow', { product: 'telecom' }, { contractEndedOn: '2026-11-24' }, 'telecom_not_ended'],
  ['telecom after its contract', { product: 'telecom' }, { contractEndedOn: TODAY }, null],
] as const)('%s', (_name, of, by, block) => {
  expect(blockOf({ ...debt, ...of }, { ...listing, ...by }, rules, TODAY)).toBe(block)
})

test('a block stops whatever is under way, and a paid protest ends with its letter', () => {
  for (const kind of ESCALATION_KINDS) {
    for (const state of ESCALATION_STATES) {
      const isOver = state === 'withdrawn' || state === 'ended' || state === 'blocked'
      expect(stopStep({ ...step, kind, state }, 'dispute')).toBe(isOver ? null : 'block')
      expect(stopStep({ ...step, kind, state }, null)).toBeNull()
    }
  }
  expect(stopStep({ ...step, kind: 'protest', state: 'confirmed' }, 'paid')).toBe('end')
  expect(stopStep({ ...step, kind: 'listing', state: 'confirmed' }, 'paid')).toBe('block')
  expect(stopStep({ ...step, kind: 'protest', state: 'requested' }, 'paid')).toBe('block')
})

test('a night takes one step and decides nothing without its switch', () => {
  expect(nightStep({ ...step, state: 'proposed', deadlineOn: null }, null, alone)).toBe('notice')
  expect(nightStep({ ...step, state: 'proven', deadlineOn: TODAY }, null, alone)).toBeNull()
  expect(nightStep({ ...step, state: 'proven', deadlineOn: '2026-11-22' }, null, alone)).toBe('fall_due')
  expect(nightStep(step, null, alone)).toBeNull()
  expect(nightStep(step, null, { ...alone, decidesAlone: true })).toBe('request')
  expect(nightStep(step, 'hold', { ...alone, decidesAlone: true })).toBe('block')
  expect(nightStep({ ...step, state: 'confirmed' }, null, alone)).toBeNull()
})

test('the days of a notice are never fewer than the least, and end on a day with banks', () => {
  expect(lastDayToAnswer('2026-11-23', 15)).toBe('2026-12-08')
  expect(lastDayToAnswer('2026-11-23', 3)).toBe('2026-12-03')
  expect(lastDayToAnswer('2026-11-26', 10)).toBe('2026-12-07')
})

test('what is taken back has a delisting’s days, and is off on its last day', () => {
  const clock = { alarmOn: '2026-11-26', dueOn: '2026-11-30' }
  expect(takeOffDays(clock, '2031-03-10', TODAY)).toEqual({ takeOffAlarmOn: '2026-11-26', takeOffOn: '2026-11-30' })
  expect(takeOffDays(clock, '2026-11-27', TODAY)).toEqual({ takeOffAlarmOn: '2026-11-26', takeOffOn: '2026-11-27' })
  expect(takeOffDays(clock, '2026-11-20', TODAY)).toEqual({ takeOffAlarmOn: TODAY, takeOffOn: TODAY })
  expect([...ESCALATION_STATES].filter(isThere)).toEqual(['requested', 'confirmed'])
  expect(isPossible('withdraw', 'blocked')).toBe(true)
})
