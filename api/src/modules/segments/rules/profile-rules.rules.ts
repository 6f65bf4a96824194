import { SCORE_FACTORS, type ProfileRulesInput } from '@repactua/shared/contract/segments.ts'

/** Where rules contradict themselves: a pointer and why. */
export interface Contradiction {
  pointer: string
  message: string
}

/**
 * What keeps rules from being fair: steps must rise, so that more of what adds points never adds fewer; bands and importance must
 * follow one another; and a better payer never waits less.
 */
export function contradictionsOf({ factors, bandsFrom, importanceFromCents, graceDays }: ProfileRulesInput): Contradiction[] {
  const falling = SCORE_FACTORS.filter((factor) => factors[factor].some(({ from, points }, i, steps) => i > 0 && (from <= steps[i - 1]!.from || points < steps[i - 1]!.points)))
  return [
    ...falling.map((factor) => ({ pointer: `/factors/${factor}`, message: 'Os degraus sobem: cada um começa depois do anterior e não dá menos pontos.' })),
    ...when(bandsFrom.high <= bandsFrom.medium, '/bandsFrom/high', 'A faixa alta começa depois da média.'),
    ...when(importanceFromCents.high <= importanceFromCents.medium, '/importanceFromCents/high', 'A importância alta começa depois da média.'),
    ...when(graceDays.low < graceDays.medium || graceDays.medium < graceDays.high, '/graceDays', 'Quem paga melhor não espera menos dias do que os outros.'),
  ]
}

function when(isWrong: boolean, pointer: string, message: string): Contradiction[] {
  return isWrong ? [{ pointer, message }] : []
}
