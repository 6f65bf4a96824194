import { AGREEMENT_STATUSES } from '@repactua/shared/contract/agreements.ts'
import { expect, test } from 'vitest'
import { isPossible, take, TRANSITIONS, type TransitionAct } from './transitions.rules.ts'

const ACTS = TRANSITIONS.map(({ act }) => act)
const PAIRS = AGREEMENT_STATUSES.flatMap((status) => ACTS.map((act) => [status, act] as const))

const LIFE: Record<string, Partial<Record<TransitionAct, string>>> = {
  awaiting_signature: { sign: 'awaiting_first_payment', expire: 'expired', cancel: 'cancelled' },
  awaiting_first_payment: { activate: 'active', settle: 'settled', break: 'broken', cancel: 'cancelled', withdraw: 'withdrawn' },
  active: { settle: 'settled', break: 'broken', cancel: 'cancelled', withdraw: 'withdrawn' },
  settled: { reopen: 'active' },
}

test.each(PAIRS)('%s and %s: where it leads, or nowhere', (status, act) => {
  const to = LIFE[status]?.[act]
  expect(isPossible(act, status)).toBe(to !== undefined)
  if (to) expect(take(act, status).to).toBe(to)
  else expect(() => take(act, status)).toThrow('invariant')
})

test('an act is written down once, and what has ended stays ended, but where a payment is taken back', () => {
  expect(new Set(ACTS).size).toBe(ACTS.length)
  const left = new Set<string>(TRANSITIONS.flatMap(({ from }) => [...from]))
  for (const ended of ['broken', 'cancelled', 'withdrawn', 'expired']) expect(left).not.toContain(ended)
})

test('the drawing in the docs is the table; vitest -u draws it anew', async () => {
  await expect(drawLife()).toMatchFileSnapshot('../../../../docs/agreement-life.md')
})

function drawLife(): string {
  const arrows = TRANSITIONS.flatMap(({ act, from, to }) => from.map((status) => `  ${status} --> ${to}: ${act}`))
  const rows = TRANSITIONS.map((one) => `| ${[one.act, one.from.join(', '), one.to, one.by, one.needs, `\`${one.event}\``].join(' | ')} |`)
  const effects = TRANSITIONS.map((one) => `| ${[one.act, one.debts, one.charges, one.books, one.news, one.messages].join(' | ')} |`)
  return [
    '# The life of an agreement',
    'Drawn from `api/src/modules/agreements/transitions.rules.ts` by its test, which fails where this page is not current.',
    ['```mermaid', 'stateDiagram-v2', '  [*] --> awaiting_signature: form', '  [*] --> active: enter a court plan', ...arrows, '```'].join('\n'),
    'A term that waits past its last day counts as expired at once, whoever looks first; the night writes it down.',
    ['| act | from | to | who | needs | event |', '|---|---|---|---|---|---|', ...rows].join('\n'),
    '## What each step leaves behind it',
    'All of it in the transaction of the step: a change and its event, its entry and its job are there together, or none of them is.',
    ['| act | debts | charges | books | other news, papers | messages |', '|---|---|---|---|---|---|', ...effects].join('\n'),
    '## What leaves the status as it is',
    'A part payment, an amendment, a notice before a break and its taking back, and the reminders of the [reminders](../api/src/modules/reminders/README.md): `installment.due_soon`, `installment.due_today`, `installment.overdue`, each once.',
  ].join('\n\n') + '\n'
}
