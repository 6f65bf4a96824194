import { expect, test } from 'vitest'
import { countApproval, hasLapsed, mayDecide, needsTwo } from './proposals.rules.ts'

const now = new Date('2026-11-24T12:00:00Z')
const review = (decideBy: string) => ({ decision: 'in_review' as const, decideBy: new Date(decideBy) })

test('a review stands to its last instant', () => {
  expect(hasLapsed(review('2026-11-24T12:00:00.001Z'), now)).toBe(false)
  expect(hasLapsed(review('2026-11-24T12:00:00.000Z'), now)).toBe(true)
  expect(hasLapsed({ decision: 'accepted', decideBy: now }, now)).toBe(false)
})

test('only what is in review, and in time, is decided', () => {
  expect(mayDecide(review('2026-11-25T00:00:00Z'), now).ok).toBe(true)
  expect(mayDecide(review('2026-11-24T00:00:00Z'), now)).toEqual({ ok: false, error: 'proposal_review_over' })
  expect(mayDecide({ decision: 'refused', decideBy: null }, now)).toEqual({ ok: false, error: 'proposal_not_in_review' })
})

test('below the share an approval takes two, and never the same one twice', () => {
  const low = { presentValueBps: 5_999, secondApprovalBelowBps: 6_000 }
  expect([needsTwo(low), needsTwo({ ...low, presentValueBps: 6_000 }), needsTwo({ ...low, secondApprovalBelowBps: null })]).toEqual([true, false, false])
  expect(countApproval(low, [], 'a')).toEqual({ ok: true, value: 'wait' })
  expect(countApproval(low, ['a'], 'a')).toEqual({ ok: false, error: 'second_client_needed' })
  expect(countApproval(low, ['a'], 'b')).toEqual({ ok: true, value: 'done' })
  expect(countApproval({ ...low, presentValueBps: 6_000 }, [], 'a')).toEqual({ ok: true, value: 'done' })
})
