import { formatBps } from '@repactua/shared/money/format-brl.ts'
import { divideHalfUp } from '../money/divide.ts'
import { brl } from '../money/show.ts'
import type { Ledger } from './ledger.ts'
import type { DebtTerms } from './types.ts'

const BPS = 10_000n

/** Writes the fine, once, on the principal that was open when the debt fell due; half a cent goes up (CDC 52 §1). */
export function chargeFine(ledger: Ledger, { lateFeeBps }: DebtTerms): void {
  const base = ledger.open.principal
  const cents = divideHalfUp(base * BigInt(lateFeeBps), BPS)
  if (cents === 0n) return
  ledger.open.lateFine = cents
  ledger.fine.push({ kind: 'late_fine', cents, formula: `${brl(base)} × ${formatBps(lateFeeBps)}`, rule: 'late-fine', rateBps: lateFeeBps })
}
