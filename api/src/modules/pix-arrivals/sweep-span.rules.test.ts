import fc from 'fast-check'
import { expect, test } from 'vitest'
import { piecesOf, spanSince } from './sweep-span.rules.ts'

const at = (text: string) => new Date(text)

test('from an hour before the last time, and never further back than a month', () => {
  const now = at('2026-11-21T15:00:00Z')
  expect(spanSince({ sweptUntil: at('2026-11-21T14:45:00Z'), createdAt: at('2026-01-01T00:00:00Z') }, now)).toEqual({ from: at('2026-11-21T13:45:00Z'), to: now })
  expect(spanSince({ sweptUntil: null, createdAt: at('2026-01-01T00:00:00Z') }, now).from).toEqual(at('2026-10-21T15:00:00Z'))
})

test('pieces have no hole, none is longer than a day, and the last one ends the span', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 31 * 86_400 }), (seconds) => {
    const from = at('2026-10-01T00:00:00Z')
    const to = new Date(from.getTime() + seconds * 1_000)
    const pieces = piecesOf({ from, to })
    expect([pieces[0]!.from, pieces.at(-1)!.to]).toEqual([from, to])
    expect(pieces.every((piece, i) => piece.to.getTime() - piece.from.getTime() <= 86_400_000 && (i === 0 || piece.from.getTime() === pieces[i - 1]!.to.getTime()))).toBe(true)
  }))
})
