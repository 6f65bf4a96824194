import { expect, test } from 'vitest'
import { standingOf } from './checkout.rules.ts'

const now = new Date('2026-11-21T15:00:00Z')
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

test.each([
  ['asked', 60, 'good'], ['asked', 31, 'good'], ['asked', 30, 'stale'], ['asked', -5, 'stale'],
  ['open', 60, 'good'], ['open', 1, 'good'], ['open', 0, 'over'], ['open', -60, 'over'],
] as const)('%s, %s minutes before its end: %s', (status, minutes, standing) => expect(standingOf({ status, expiresAt: inMinutes(minutes) }, now)).toBe(standing))
