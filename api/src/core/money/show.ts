import { formatBrl } from '@repactua/shared/money/format-brl.ts'

/** Prints cents of the core as Brazilian money: 98000n -> "R$ 980,00". */
export function brl(cents: bigint): string {
  return formatBrl(cents)
}
