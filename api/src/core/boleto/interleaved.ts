import { invariant } from '../invariant.ts'

/** Which two of the five strokes of a digit are wide (ISO/IEC 16390). */
const WIDE = ['--WW-', 'W---W', '-W--W', 'WW---', '--W-W', 'W-W--', '-WW--', '---WW', 'W--W-', '-W-W-']
const NARROW = 1
/** FEBRABAN: a wide stroke is three narrow ones. */
const BROAD = 3

/**
 * Interleaved 2 of 5: the widths of dark and light strokes in turn, dark first, for an even number of digits. Of each pair
 * the first digit stands in the dark strokes, the second in the light ones between them.
 */
export function interleaved2of5(digits: string): number[] {
  invariant(/^(\d\d)+$/.test(digits), 'bars are for pairs of digits')
  const pairs = digits.match(/\d\d/g) ?? []
  return [NARROW, NARROW, NARROW, NARROW, ...pairs.flatMap(strokesOf), BROAD, NARROW, NARROW]
}

function strokesOf(pair: string): number[] {
  const [dark, light] = [...pair].map((digit) => [...(WIDE[Number(digit)] ?? '')].map((mark) => (mark === 'W' ? BROAD : NARROW)))
  return (dark ?? []).flatMap((width, i) => [width, light?.[i] ?? NARROW])
}
