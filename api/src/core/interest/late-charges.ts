import { formatBps } from '@repactua/shared/money/format-brl.ts'
import { divideHalfUp } from '../money/divide.ts'
import { brl } from '../money/show.ts'
import { withinCap } from './charges-cap.ts'
import type { Ledger } from './ledger.ts'
import type { DebtTerms } from './types.ts'

const BPS = 10_000n

/** Writes the fine, once, on what was open when the debt fell due: principal and the contract's interest; half a cent goes up (CDC 52 §1). */
export function chargeFine(ledger: Ledger, { lateFeeBps }: DebtTerms): void {
  const { base, cents } = shareOfDue(ledger, lateFeeBps)
  const line = withinCap(ledger, { kind: 'late_fine', cents, formula: `${brl(base)} × ${formatBps(lateFeeBps)}`, rule: 'late-fine', rateBps: lateFeeBps })
  if (line.cents === 0n) return
  ledger.open.lateFine = line.cents
  ledger.fine.push(line)
}

/** Writes the collection fees of the contract's clause, once, on the same amount; half a cent goes up (CDC 51 XII). */
export function chargeFees(ledger: Ledger, { collectionFees }: DebtTerms): void {
  if (!collectionFees) return
  const { bps, clause, work } = collectionFees
  const { base, cents } = shareOfDue(ledger, bps)
  const line = withinCap(ledger, { kind: 'collection_fees', cents, formula: `${brl(base)} × ${formatBps(bps)} (${clause}: ${work})`, rule: 'collection-fees', rateBps: bps })
  if (line.cents === 0n) return
  ledger.open.collectionFees = line.cents
  ledger.fees.push(line)
}

function shareOfDue({ open }: Ledger, bps: number): { base: bigint; cents: bigint } {
  const base = open.principal + open.contractInterest
  return { base, cents: divideHalfUp(base * BigInt(bps), BPS) }
}
