import { formatBps } from '@repactua/shared/money/format-brl.ts'
import { checkMethods, type ChargeMethods } from './check-methods.ts'
import { defaultInterestLimit, lateFeeLimit, type Limit } from './limits.ts'
import type { LegalBreach, LegalScope } from './types.ts'

export interface LateCharges extends ChargeMethods {
  lateFeeBps: number
}

/** Which of a contract's or a policy's late charges pass the limit of the law on that day, or may not stand together; empty where none does. */
export function checkCharges(charges: LateCharges, scope: LegalScope): LegalBreach[] {
  const fine = breach('lateFeeBps', charges.lateFeeBps, lateFeeLimit(scope.on))
  // A bank's contract under a special law, which it names, lies outside Súmula 379.
  const limit = charges.specialLaw && scope.regime === 'financial' ? null : defaultInterestLimit(scope)
  const interest = breach('defaultInterestMonthlyBps', charges.defaultInterestMonthlyBps, limit)
  return [...fine, ...interest, ...checkMethods(charges, scope)]
}

function breach(field: 'lateFeeBps' | 'defaultInterestMonthlyBps', value: number, limit: Limit | null): LegalBreach[] {
  if (!limit || value <= limit.bps) return []
  const { rule, bps, percent } = limit
  const common = { pointer: `/${field}`, rule: rule.id, source: rule.source, limit: bps, value }
  if (field === 'lateFeeBps') return [{ ...common, code: 'late_fee_above_law', message: `A multa é de ${formatBps(value)} e a lei permite até ${percent} (${rule.source}).` }]
  return [{ ...common, code: 'default_interest_above_law', message: `Os juros de mora são de ${formatBps(value)} ao mês e a lei permite até ${percent} (${rule.source}).` }]
}
