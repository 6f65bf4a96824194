import { expect, test } from 'vitest'
import { aboveCaps } from './caps.ts'
import { outsideHours } from './hours.ts'
import { notOnce } from './once.ts'
import { afterStops } from './stops.ts'
import type { Sent } from './send-log.ts'

const CAPS = { perDay: 1, perDayAtAddress: 1, perWeek: 3, debtRestDays: 3 }

function sent(at: string, change: Partial<Sent> = {}): Sent {
  return { step: at, at: new Date(at), channel: 'email', to: 'a@exemplo.test', person: 'a', creditor: 'c', purpose: 'collection', debts: [], state: 'MG', ...change }
}

const rules = (breaches: readonly { rule: string }[]) => breaches.map(({ rule }) => rule)

test.each([
  ['noon of a Tuesday', '2026-12-01T15:00:00Z', 'MG', []],
  ['before nine', '2026-12-01T11:59:00Z', 'MG', ['hours']],
  ['at six in the evening', '2026-12-01T21:00:00Z', 'MG', ['hours']],
  ['noon in São Paulo is ten in Acre', '2026-12-01T15:00:00Z', 'AC', []],
  ['ten in São Paulo is eight in Acre', '2026-12-01T13:00:00Z', 'AC', ['hours']],
  ['half past eight in São Paulo', '2026-12-01T11:30:00Z', 'SP', []],
  ['a Saturday in São Paulo', '2026-12-05T15:00:00Z', 'SP', []],
  ['a Saturday afternoon in São Paulo', '2026-12-05T17:00:00Z', 'SP', ['hours']],
  ['a Saturday elsewhere', '2026-12-05T15:00:00Z', 'MG', ['hours']],
  ['a Sunday', '2026-12-06T15:00:00Z', 'SP', ['sunday']],
  ['Christmas', '2026-12-25T15:00:00Z', 'SP', ['holiday']],
  ['Good Friday', '2027-03-26T15:00:00Z', 'MG', ['holiday']],
  ['Consciência Negra', '2026-11-20T15:00:00Z', 'MG', ['holiday']],
  ['a person whose state nobody knows', '2026-12-01T11:30:00Z', null, ['hours']],
])('hours: %s', (_name, at, state, found) => {
  expect(rules(outsideHours([sent(at, { state })]))).toEqual(found)
})

test('two messages of a day to one person, whoever writes and however', () => {
  const log = [sent('2026-12-01T15:00:00Z'), sent('2026-12-01T16:00:00Z', { creditor: 'd', channel: 'sms', to: '+5511900000001' })]
  expect(rules(aboveCaps(log, CAPS))).toEqual(['person-day'])
})

test('two people of one telephone are one telephone', () => {
  const log = ['a', 'b'].map((person) => sent(`2026-12-01T1${person === 'a' ? 5 : 6}:00:00Z`, { person, to: '+5511900000001' }))
  expect(rules(aboveCaps(log, CAPS))).toEqual(['address-day'])
})

test('four messages within seven days are one too many, three are not', () => {
  const log = [1, 3, 4, 7].map((day) => sent(`2026-12-0${day}T15:00:00Z`, { to: String(day) }))
  expect(rules(aboveCaps(log, CAPS))).toEqual(['person-week'])
  expect(aboveCaps([...log.slice(0, 3), sent('2026-12-08T15:00:00Z', { to: 'x' })], CAPS)).toEqual([])
})

test('the same debt twice within three days', () => {
  const log = ['2026-12-01', '2026-12-03', '2026-12-06'].map((day) => sent(`${day}T15:00:00Z`, { debts: ['x'] }))
  expect(rules(aboveCaps(log, CAPS))).toEqual(['debt-rest'])
})

test('what went out after a wish, but not what it does not concern', () => {
  const stop = { why: 'opt-out', from: new Date('2026-12-01T12:00:00Z'), until: null, person: 'a', channel: 'email' as const, purpose: 'collection' as const }
  const log = [sent('2026-12-02T15:00:00Z'), sent('2026-12-02T15:00:00Z', { channel: 'sms' }), sent('2026-12-02T15:00:00Z', { purpose: 'service' }), sent('2026-12-02T15:00:00Z', { person: 'b' }), sent('2026-12-01T11:00:00Z')]
  expect(afterStops(log, [stop]).flatMap(({ sent: those }) => those)).toEqual([log[0]])
  expect(afterStops(log, [{ ...stop, until: new Date('2026-12-02T00:00:00Z') }])).toEqual([])
  const paid = { why: 'paid', from: stop.from, until: null, debt: 'x' }
  expect(rules(afterStops([sent('2026-12-02T15:00:00Z', { debts: ['y', 'x'] })], [paid]))).toEqual(['stop'])
})

test('once: doubled, strange, lost and unexplained are told apart', () => {
  const log = [sent('2026-12-01T15:00:00Z', { step: 'one' }), sent('2026-12-02T15:00:00Z', { step: 'one' }), sent('2026-12-02T15:00:00Z', { step: 'two' }), sent('2026-12-02T15:00:00Z', { step: 'three' }), sent('2026-12-02T15:00:00Z', { step: 'six' })]
  const steps = [{ step: 'one', wentOut: true, why: '' }, { step: 'two', wentOut: false, why: 'held' }, { step: 'three', wentOut: true, why: '' }, { step: 'four', wentOut: true, why: '' }, { step: 'five', wentOut: false, why: '' }, { step: 'six', wentOut: null, why: 'in_doubt' }]
  expect(rules(notOnce(log, steps))).toEqual(['doubled', 'not-in-the-books', 'lost', 'unexplained'])
})
