import { daysBetween, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { invariant } from '../invariant.ts'

const BASE: LocalDate = '1997-10-07'
const FIRST = 1000
const CYCLE = 9000

/**
 * The four digits that say when a slip is due: days since 7 October 1997. After 9999, on 21 February 2025, they begin again
 * at 1000, and once more on 14 October 2049 (FEBRABAN, Manual Operacional do Fator de Vencimento).
 */
export function dueFactor(dueOn: LocalDate): string {
  const days = daysBetween(BASE, dueOn)
  invariant(days >= FIRST, `no slip was due on ${dueOn}`)
  return String(((days - FIRST) % CYCLE) + FIRST)
}
