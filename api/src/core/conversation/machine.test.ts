import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eventOf } from './event-of.ts'
import { ANSWERS, lackOf, OUTCOMES, STATES, stepOn, STEPS, type Event, type Known, type State } from './machine.ts'
import { INTENTS } from './phrases.ts'
import { REPLIES } from './replies.ts'
import { SENTENCES } from './sentences.fixture.ts'

const TODAY = '2026-11-21'
const STRANGER: Known = { numberOnFile: true, identified: false, tellsAmounts: true, canIdentify: true }
/** What tells something of a person: never said to somebody who has not shown who they are. */
const PERSONAL = ['balance', 'options', 'option_link', 'code_coming', 'no_installment', 'nothing_open', 'nothing_offered', 'ask_day', 'promised', 'day_too_far', 'contested']
const SETTLING_ACTS = ['tell_balance', 'list_options', 'choose_option', 'find_installment', 'note_promise']

test('everything that can be said has a step in every state, and a reply, unless a person is there', () => {
  for (const state of STATES) {
    for (const said of [...INTENTS, ...ANSWERS]) {
      if (!canBeSaidIn(state, said)) continue
      const step = stepOn(state, said)
      if (state !== 'with_person') expect(step.reply ?? step.act, `${state} ${said}`).not.toBeNull()
    }
  }
})

test('every outcome has a reply, or goes on with what was asked', () => {
  for (const outcome of OUTCOMES) {
    const step = stepOn('idle', outcome)
    expect(step.reply ?? step.act).not.toBeNull()
  }
})

test('stop ends it from everywhere, whatever is known', () => {
  for (const state of STATES) expect(stepOn(state, 'stop')).toMatchObject({ act: 'opt_out', to: 'stopped', reply: 'stopped', needs: 'nothing' })
})

test('nothing personal is told before it is known who writes', () => {
  for (const step of STEPS) {
    if (step.act && SETTLING_ACTS.includes(step.act)) expect(lackOf(step.needs, STRANGER)).toBe('needs_identity')
    if (!step.reply || !PERSONAL.includes(step.reply)) continue
    const isAfterAct = (OUTCOMES as readonly string[]).includes(step.on)
    expect(isAfterAct || lackOf(step.needs, STRANGER) === 'needs_identity', step.on).toBe(true)
  }
})

test.each([
  ['nothing', { numberOnFile: false }, null],
  ['number', { numberOnFile: false }, 'no_number'],
  ['number', {}, null],
  ['identity', {}, 'needs_identity'],
  ['identity', { canIdentify: false }, 'site_only'],
  ['identity', { identified: true }, null],
  ['amounts', {}, 'needs_identity'],
  ['amounts', { identified: true }, null],
  ['amounts', { identified: true, tellsAmounts: false }, 'site_only'],
  ['amounts', { numberOnFile: false, identified: true }, 'no_number'],
] as const)('a step that needs %s, with %j, lacks %s', (needs, known, lack) => {
  expect(lackOf(needs, { ...STRANGER, ...known })).toBe(lack)
})

test.each([
  ['idle', 0, 'quanto devo', 'balance'],
  ['idle', 0, '2', 'offers'],
  ['idle', 0, '9', 'unknown'],
  ['idle', 1, 'asdf', 'lost'],
  ['idle', 0, '12/03/1985 725', 'unknown'],
  ['asked_identity', 0, '12/03/1985 725', 'identity'],
  ['asked_identity', 0, 'parar', 'stop'],
  ['asked_identity', 0, 'não sou eu', 'not_me'],
  ['asked_day', 0, 'dia 10', 'day'],
  ['asked_day', 0, 'sexta eu pago', 'promise_on'],
  ['asked_day', 0, 'fim do mês', 'day_unclear'],
  ['idle', 0, 'dia 10', 'unknown'],
  ['idle', 0, 'vou pagar', 'promise'],
  ['idle', 0, 'pago semana que vem', 'day_unclear'],
  ['asked_option', 0, '2', 'choice'],
  ['asked_reference', 0, 'foi dia 3, recibo 4471', 'reference'],
  ['asked_reference', 1, 'asdf', 'reference'],
] as const)('in %s, after %i unknown, "%s" is %s', (state, unknowns, text, event) => {
  expect(eventOf(text, { state, unknowns, today: TODAY }).event).toBe(event)
})

test('whatever is written, in whatever state: a step, and two that nobody understood bring a person', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.constantFrom(...SENTENCES.map(([, sentence]) => sentence))), fc.constantFrom(...STATES), fc.integer({ min: 0, max: 3 }), (text, state, unknowns) => {
    const { event } = eventOf(text, { state, unknowns, today: TODAY })
    const step = stepOn(state, event)
    if (unknowns > 0) expect(event).not.toBe('unknown')
    if (event === 'lost' && state !== 'with_person' && state !== 'waiting') expect(step).toMatchObject({ act: 'hand_over', to: 'waiting' })
    if (state !== 'with_person') expect(step.reply ?? step.act).not.toBeNull()
  }))
})

test('the drawing in the docs is the table; vitest -u draws it anew', async () => {
  await expect(drawConversation()).toMatchFileSnapshot('../../../../docs/conversation.md')
})

const ONLY_IN: Partial<Record<Event, State>> = { choice: 'asked_option', day: 'asked_day', identity: 'asked_identity', reference: 'asked_reference' }
const canBeSaidIn = (state: State, said: Event) => (ONLY_IN[said] ?? state) === state

function drawConversation(): string {
  const shown = (from: readonly State[]) => (from.length === STATES.length ? 'any' : from.length > 2 ? 'any without people' : from.join(', '))
  const rows = STEPS.map(({ on, from, needs, act, to, reply }) => `| ${[on, shown(from), needs, act ?? '', to === 'same' ? 'as it was' : to, reply ? REPLIES.pt[reply].replaceAll('\n', ' ') : ''].join(' | ')} |`)
  const arrows = new Set(STEPS.flatMap(({ on, from, to }) => (to === 'same' || from.length > 2 ? [] : from.map((state) => `  ${state} --> ${to}: ${on}`))))
  const general = STEPS.filter(({ from, to }) => from.length > 2 && to !== 'same' && to !== 'idle').map(({ on, to }) => `  idle --> ${to}: ${on}`)
  return [
    '# A conversation',
    'Drawn from `api/src/core/conversation/machine.ts` by its test, which fails where this page is not current. What a person writes is understood by lists of words (`phrases.ts`); what fits none, or two that do not go together, is `unknown`.',
    ['```mermaid', 'stateDiagram-v2', '  [*] --> idle', ...new Set([...general, ...arrows]), '  waiting --> with_person: an agent takes it', '  with_person --> idle: an agent closes it', '```'].join('\n'),
    'The step that is taken is the first one in which event and state fit. A step that lacks what it needs becomes the event of that lack: `no_number`, `needs_identity`, `site_only`. An act may find something out, and then the step of that event is taken too. With people of the creditor there, the machine does what protects the person and says nothing.',
    ['| event | in | needs | act | leads to | reply |', '|---|---|---|---|---|---|', ...rows].join('\n'),
  ].join('\n\n') + '\n'
}
