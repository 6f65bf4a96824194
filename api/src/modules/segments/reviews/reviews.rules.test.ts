import { expect, test } from 'vitest'
import { mayDecide } from './reviews.rules.ts'

const kept = { outcome: 'kept', answer: 'Está certo.' } as const
const changed = { outcome: 'changed', answer: 'Corrigimos.', band: 'low', validUntil: '2026-12-31' } as const

test.each([
  [{ status: 'open' }, null, kept, { ok: true, value: 'decide' }],
  [{ status: 'open' }, null, changed, { ok: true, value: 'decide' }],
  [{ status: 'open' }, null, { ...changed, validUntil: '2026-11-20' }, { ok: false, error: 'score_expired' }],
  [{ status: 'kept' }, kept.answer, kept, { ok: true, value: 'decided_before' }],
  [{ status: 'kept' }, 'Outra.', kept, { ok: false, error: 'review_closed' }],
  [{ status: 'kept' }, kept.answer, { ...changed, answer: kept.answer }, { ok: false, error: 'review_closed' }],
] as const)('%j, answered %j, now %j', (review, known, decision, answer) => {
  expect(mayDecide(review, known, decision, '2026-11-21')).toEqual(answer)
})
