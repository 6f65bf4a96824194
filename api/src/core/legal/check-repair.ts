import type { LegalCheck } from '@repactua/shared/contract/offers.ts'
import { formatBps } from '@repactua/shared/money/format-brl.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { isBusinessDay } from '../calendar/bank-holidays.ts'
import { brl } from '../money/show.ts'
import { ruleOn, type LegalRuleId } from './legal-rules.ts'
import { defaultInterestLimit, lateFeeLimit, planRateLimit, type Limit } from './limits.ts'
import type { LegalScope } from './types.ts'

/** What a repair of a running plan charges, cuts and dates. */
export interface RepairCost {
  terms: { monthlyRateBps: number; lateFeeBps: number; defaultInterestMonthlyBps: number }
  lines: readonly { kind: string; cents: bigint }[]
  payNow: { amountCents: bigint } | null
  dueDates: readonly LocalDate[]
  /** The checks that the option was signed with. */
  signedChecks: readonly LegalCheck[]
}

/** The checks of a repair: charges within their limits, interest cut where it is paid early, business days, and no novation. */
export function checkRepair({ terms, lines, payNow, dueDates, signedChecks }: RepairCost, scope: LegalScope): LegalCheck[] {
  const has = (kind: string) => lines.some((line) => line.kind === kind)
  return [
    ...(has('late_fine') ? withinBps(lateFeeLimit(scope.on), terms.lateFeeBps, '') : []),
    ...(has('default_interest') ? monthly(defaultInterestLimit(scope), terms.defaultInterestMonthlyBps, signedChecks) : []),
    ...(has('contract_interest') ? monthly(planRateLimit(scope), terms.monthlyRateBps, signedChecks) : []),
    ...(payNow ? told('early-payment', scope.on, 'redução proporcional dos juros', `${brl(cut(lines))} a menos`) : []),
    ...businessDays(dueDates, scope.on),
    ...told('novation', scope.on, 'só muda o que está escrito', 'o acordo continua o mesmo'),
  ]
}

// Usury is twice the legal rate of a month: what was agreed stands or falls with the month of its offer, as its check says.
function monthly(limit: Limit | null, bps: number, signedChecks: RepairCost['signedChecks']): LegalCheck[] {
  const value = `${formatBps(bps)} ao mês`
  const signed = limit?.rule.id === 'usury' ? signedChecks.find((check) => check.rule === 'usury' && check.value === value) : undefined
  return signed ? [signed] : withinBps(limit, bps, ' ao mês')
}

function withinBps(limit: Limit | null, bps: number, per: string): LegalCheck[] {
  if (!limit) return []
  const { id, source } = limit.rule
  return [{ rule: id, source, limit: `até ${limit.percent}${per}`, value: formatBps(bps) + per, passed: bps <= limit.bps }]
}

function businessDays(dueDates: readonly LocalDate[], on: LocalDate): LegalCheck[] {
  const rule = ruleOn('non-business-due', on)
  if (!rule || dueDates.length === 0) return []
  const passed = dueDates.every(isBusinessDay)
  return [{ rule: rule.id, source: rule.source, limit: 'vencimentos em dia útil', value: passed ? 'todos em dia útil' : 'há vencimento sem banco aberto', passed }]
}

function told(id: LegalRuleId, on: LocalDate, limit: string, value: string): LegalCheck[] {
  const rule = ruleOn(id, on)
  return rule ? [{ rule: rule.id, source: rule.source, limit, value, passed: true }] : []
}

function cut(lines: RepairCost['lines']): bigint {
  return lines.reduce((sum, { kind, cents }) => (kind === 'early_payment' ? sum - cents : sum), 0n)
}
