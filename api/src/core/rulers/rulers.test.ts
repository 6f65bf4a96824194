import fc from 'fast-check'
import type { RulerStep } from '@repactua/shared/contract/rulers.ts'
import { addDays, daysBetween } from '@repactua/shared/time/local-date.ts'
import { expect, test } from 'vitest'
import { isBusinessDay } from '../calendar/bank-holidays.ts'
import { instantOf } from '../contact/local-clock.ts'
import { armAt } from './arms.ts'
import { checkNames } from './check-names.ts'
import { checkSteps } from './check-steps.ts'
import { DEFAULT_STEPS } from './default-steps.ts'
import { dueSteps } from './due-steps.ts'
import { loadTotals, NO_TOTALS } from './load-totals.ts'
import { missKnownOn, occurrencesOf } from './occurrences.ts'
import { nextPayday } from './paydays.ts'
import { planPerson } from './plan-person.ts'
import { debtFacts, personDetails, personFacts } from './rulers.fixture.ts'
import { simulatePerson, type SimulationFrame } from './simulate-person.ts'
import { stopOf } from './stops.ts'
import type { AgreementFacts, DebtFacts, PersonFacts } from './types.ts'

const step = (overrides: Partial<RulerStep> = {}): RulerStep => ({ key: 'd3', anchor: 'debt_due', offsetDays: 3, channels: ['email'], templateKey: 'debt-reminder', ...overrides })
const rulerOf = (...steps: RulerStep[]) => [{ rulerId: 'ruler-1', code: 'padrao', steps }]
const keysOn = (person: PersonFacts, on: string, ...steps: RulerStep[]) => dueSteps(person, rulerOf(...steps), on).map((due) => due.step.key)
const morning = (on: string) => instantOf({ on, minute: 480 }, -3)
const planOn = (person: PersonFacts, on: string, steps: RulerStep[], details = personDetails()) =>
  planPerson(person, dueSteps(person, rulerOf(...steps), on), details, { on, now: morning(on), segments: new Map(), armFor: () => null })

test('a step is due on its day and in its window, and never before', () => {
  const days = Array.from({ length: 10 }, (_, i) => addDays('2026-11-10', i))
  expect(days.filter((on) => keysOn(personFacts(), on, step({ windowDays: 2 })).length > 0)).toEqual(['2026-11-13', '2026-11-14', '2026-11-15'])
  expect(keysOn(personFacts(), '2026-11-07', step({ key: 'antes', offsetDays: -3, windowDays: 1 }))).toEqual(['antes'])
})

// December 2026: the 7th is the fifth business day, the 20th a Sunday. January 2027: the 8th.
test.each([['2026-12-01', '2026-12-07'], ['2026-12-07', '2026-12-07'], ['2026-12-08', '2026-12-18'], ['2026-12-19', '2027-01-08']])('the payday from %s on', (from, payday) => {
  expect(nextPayday(from)).toBe(payday)
  expect(daysBetween(from, payday)).toBeLessThan(26)
})

test('no payday is further away than a step remembers', () => {
  for (let day = '2024-01-01'; day < '2036-01-01'; day = addDays(day, 1)) expect(daysBetween(day, nextPayday(day))).toBeLessThanOrEqual(25)
})

test('a step on paydays waits for one', () => {
  const days = Array.from({ length: 30 }, (_, i) => addDays('2026-11-10', i))
  expect(days.filter((on) => keysOn(personFacts(), on, step({ offsetDays: 11, windowDays: 1, onPayday: true })).length > 0)).toEqual(['2026-12-07', '2026-12-08'])
})

const plan = (overrides: Partial<AgreementFacts> = {}): AgreementFacts =>
  ({ id: 'plan', debtIds: ['debt-1'], open: [{ number: 2, dueOn: '2026-11-10' }, { number: 3, dueOn: '2026-12-10' }], breakRule: { toleranceDays: 15, missedInstallments: 2 }, noticeOn: null, ...overrides })
const newsOn = (on: string, agreement = plan()) => occurrencesOf({ debts: [], agreements: [agreement], events: [] }, on).filter(({ anchor }) => anchor !== 'installment_due').map(({ anchor, on: since, values }) => [anchor, since, values])

test('a missed payment is known two business days after it', () => {
  // A Tuesday; a Friday before a weekend; Christmas, a Friday.
  expect([missKnownOn('2026-11-10'), missKnownOn('2026-12-11'), missKnownOn('2026-12-25')]).toEqual(['2026-11-12', '2026-12-15', '2026-12-30'])
})

test('a plan is late from the first miss on, and at risk from the second one to the day before its break', () => {
  expect(newsOn('2026-11-11')).toEqual([])
  expect(newsOn('2026-11-12')).toEqual([['payment_late', '2026-11-12', { dueOn: '2026-11-10' }]])
  expect(newsOn('2026-12-13')).toHaveLength(1)
  // Sixteen days after the 10th is a Saturday: notice on Monday the 28th, five days.
  expect(newsOn('2026-12-14')[1]).toEqual(['agreement_at_risk', '2026-12-14', { lastOn: '2027-01-02' }])
  expect(newsOn('2027-01-02')).toHaveLength(2)
  expect(newsOn('2027-01-03')).toHaveLength(1)
})

test('from its notice on a plan is spoken of by the notice; a court’s plan knows no risk', () => {
  expect(newsOn('2026-12-20')).toHaveLength(2)
  expect(newsOn('2026-12-20', plan({ noticeOn: '2026-12-18' }))).toHaveLength(1)
  expect(newsOn('2027-02-01', plan({ breakRule: null }))).toHaveLength(1)
  expect(newsOn('2026-12-20', plan({ breakRule: { toleranceDays: 15, missedInstallments: 3 } }))).toHaveLength(1)
})

test.each<[string, Partial<PersonFacts>, string | null]>([
  ['nothing', {}, null],
  ['an agreement', { debts: [debtFacts({ status: 'in_agreement' })] }, 'agreement'],
  ['a dispute', { debts: [debtFacts({ status: 'disputed' })] }, 'dispute'],
  ['a hold of the debt', { debts: [debtFacts({ status: 'on_hold', hold: 'court' })] }, 'hold'],
  ['a death told of with another debt', { debts: [debtFacts(), debtFacts({ id: 'other', status: 'on_hold', hold: 'death' })] }, 'death'],
  ['another person', { debts: [debtFacts(), debtFacts({ id: 'other', status: 'on_hold', hold: 'wrong_person' })] }, 'wrong_person'],
  ['hardship', { debts: [debtFacts(), debtFacts({ id: 'other', status: 'on_hold', hold: 'hardship' })] }, 'hardship'],
  ['the last day of the term', { debts: [debtFacts({ prescribesOn: '2026-11-13' })] }, null],
  ['prescription', { debts: [debtFacts({ prescribesOn: '2026-11-12' })] }, 'barred'],
])('%s', (_name, overrides, rule) => {
  const person = personFacts(overrides)
  const [due] = dueSteps(person, rulerOf(step()), '2026-11-13')
  expect(stopOf(person, due!, '2026-11-13', personDetails({ graceDays: 0 }))).toBe(rule)
})

test('a good payer gets days of grace, and who has just paid is left in peace', () => {
  const held = (details: ReturnType<typeof personDetails>) => planOn(personFacts(), '2026-11-13', [step()], details).held.map(({ rule, until }) => [rule, until])
  expect(held(personDetails({ graceDays: 5 }))).toEqual([['grace', '2026-11-15']])
  expect(held(personDetails({ graceDays: 0, daysSincePayment: 5 }))).toEqual([['payment', null]])
  expect(held(personDetails({ graceDays: 0, daysSincePayment: 6 }))).toEqual([])
})

test('who has promised a day is asked for nothing until it is over', () => {
  const person = personFacts({ promisedOn: '2026-11-13' })
  const steps = [step({ offsetDays: 1, windowDays: 5 })]
  const found = planOn(person, '2026-11-13', steps, personDetails({ graceDays: 0 }))
  expect([found.step, found.held.map(({ rule }) => rule)]).toEqual([null, ['promise']])
  expect(planOn(person, '2026-11-16', steps, personDetails({ graceDays: 0 })).step?.step.key).toBe('d3')
})

test('nothing is asked for by a plan while one of its debts is disputed or on hold', () => {
  const late = step({ key: 'atrasada', anchor: 'payment_late', offsetDays: 0, templateKey: 'installment-overdue' })
  const ruleOf = (pause: DebtFacts['pause'], hold: DebtFacts['hold'] = null) => {
    const debts = [debtFacts({ status: 'in_agreement' }), debtFacts({ id: 'debt-2', status: 'in_agreement', pause, hold })]
    return planOn(personFacts({ debts, agreements: [plan({ debtIds: ['debt-1', 'debt-2'] })] }), '2026-11-12', [late]).held[0]?.rule ?? null
  }
  expect([ruleOf(null), ruleOf('dispute'), ruleOf('hold', 'court'), ruleOf('hold', 'hardship'), ruleOf('hold', 'death')]).toEqual([null, 'dispute', 'hold', 'hold', 'death'])
})

test('what a step asks for beyond that', () => {
  const asked = step({ stopOn: ['any_agreement', 'any_dispute', 'open_proposal', 'any_payment'] })
  const ruleOf = (overrides: Partial<PersonFacts>, details = personDetails({ graceDays: 0 })) => planOn(personFacts(overrides), '2026-11-13', [asked], details).held[0]?.rule ?? null
  expect(ruleOf({})).toBeNull()
  expect(ruleOf({ agreements: [plan({ debtIds: ['other'], open: [] })] })).toBe('any_agreement')
  expect(ruleOf({ debts: [debtFacts(), debtFacts({ id: 'other', status: 'disputed' })] })).toBe('any_dispute')
  expect(ruleOf({ hasOpenProposal: true })).toBe('open_proposal')
  expect(ruleOf({}, personDetails({ graceDays: 0, daysSincePayment: 30 }))).toBe('any_payment')
})

test('service comes before collection, debts at one step share it, and the rest waits', () => {
  const person = personFacts({ debts: [debtFacts(), debtFacts({ id: 'debt-2' })], agreements: [plan({ debtIds: ['debt-3'] })] })
  const all = [step(), step({ key: 'atrasada', anchor: 'payment_late', offsetDays: 1, templateKey: 'installment-overdue' })]
  const withPlan = { ...person, debts: [...person.debts, debtFacts({ id: 'debt-3', status: 'in_agreement' })] }
  const found = planOn(withPlan, '2026-11-13', all, personDetails({ graceDays: 0 }))
  expect([found.step?.step.key, found.held.map(({ rule }) => rule)]).toEqual(['atrasada', ['one_a_day', 'one_a_day', 'agreement']].map((one, i) => (i === 0 ? one : expect.arrayContaining(['one_a_day', 'agreement']))))
  expect(planOn(person, '2026-11-13', [step()], personDetails({ graceDays: 0 })).step?.debtIds).toEqual(['debt-1', 'debt-2'])
})

test('the built-in ruler makes sense, and names what everybody has', () => {
  expect(checkSteps(DEFAULT_STEPS)).toEqual([])
  const traits = (purpose: 'collection' | 'service', ...variables: string[]) => ({ purpose, variables, channels: ['email'] as const })
  const templates = new Map([
    ...['debt-reminder', 'debt-offer', 'debt-welcome', 'offer-not-signed'].map((key) => [key, traits('collection')] as const),
    ['proposal-countered', traits('service')], ['agreement-at-risk', traits('service', 'lastOn')], ['installment-overdue', traits('service', 'dueOn')],
  ])
  expect(checkNames(DEFAULT_STEPS, { templates, segmentIds: new Set() })).toEqual([])
})

test('a step after which the caps leave no room is found', () => {
  expect(checkSteps([step(), step({ key: 'd4', offsetDays: 4, windowDays: 0 })]).map(({ rule }) => rule)).toEqual(['step-over-cap'])
  expect(checkSteps([step(), step({ key: 'd4', offsetDays: 4, windowDays: 2 })])).toEqual([])
})

test('arms have their shares exactly', () => {
  const arms = [{ key: 'a', shareBps: 2_500 }, { key: 'b', shareBps: 6_000 }, { key: 'c', shareBps: 1_500 }]
  const drawn = Map.groupBy(Array.from({ length: 10_000 }, (_, place) => armAt(arms, place).key), (key) => key)
  expect([...drawn].map(([key, of]) => [key, of.length])).toEqual([['a', 2_500], ['b', 6_000], ['c', 1_500]])
})

const anyDebt = fc.record({ late: fc.integer({ min: -40, max: 400 }), since: fc.integer({ min: 0, max: 60 }), term: fc.integer({ min: 30, max: 700 }) })

test('a year of the built-in ruler: business days alone, one message a day, three a week, none after the last term', () => {
  fc.assert(fc.property(fc.array(anyDebt, { minLength: 1, maxLength: 4 }), (debts) => {
    const from = '2026-11-23'
    const person = personFacts({ debts: debts.map(({ late, since, term }, i) => debtFacts({ id: `debt-${i}`, dueOn: addDays(from, -late), receivedOn: addDays(from, -since), prescribesOn: addDays(from, term) })) })
    const totals = loadTotals(NO_TOTALS, 'padrao')
    const sent: string[] = []
    const frame: SimulationFrame = { rulers: rulerOf(...DEFAULT_STEPS), from, days: 366, segments: new Map(), armFor: () => null, roundOf: morning, paysAfterDays: () => null }
    simulatePerson(person, personDetails(), frame, { ...totals, countMessage: (message) => { sent.push(message.on); totals.countMessage(message) } })
    const last = addDays(from, Math.max(...debts.map(({ term }) => term)))
    expect(sent.every((on) => isBusinessDay(on) && on <= last)).toBe(true)
    expect(new Set(sent).size).toBe(sent.length)
    expect(totals.kept.mostInWeek).toBeLessThanOrEqual(3)
    expect(sent.length).toBeLessThanOrEqual(debts.length * 11)
  }), { numRuns: 60 })
})
