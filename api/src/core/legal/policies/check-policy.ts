import { formatBps } from '@repactua/shared/money/format-brl.ts'
import type { InstallmentBand, PolicyCondition, PolicyRule } from '@repactua/shared/contract/policies.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { checkCharges } from '../check-charges.ts'
import { checkPolicyCost } from './check-policy-cost.ts'
import { checkPolicyReach } from './check-policy-reach.ts'
import { checkPolicySense } from './check-policy-sense.ts'
import { ruleOn } from '../legal-rules.ts'
import { planRateLimit } from '../limits.ts'
import type { PolicyBreach, Regime } from '../types.ts'

export interface PolicyScope {
  regime: Regime
  on: LocalDate
  /** The legal rate of the month of `on`, where its table has it. */
  legalRate?: bigint | undefined
  /** Whom the whole policy is for; everybody when left out. */
  audience?: PolicyCondition | undefined
}

/** Everything that keeps a policy from being published: what the law forbids on that day, then what makes no sense. */
export function checkPolicy(rules: readonly PolicyRule[], scope: PolicyScope): PolicyBreach[] {
  const outsideLaw = rules.flatMap((rule, i) => [
    ...lateCharges(rule, `/rules/${i}/grant`, scope),
    ...validity(rule, `/rules/${i}/grant/validityDays`, scope),
    ...(rule.grant.installments ?? []).flatMap((band, j) => planRate(band, `/rules/${i}/grant/installments/${j}/monthlyRateBps`, scope)),
  ])
  return [...outsideLaw, ...checkPolicyCost(rules, scope.on), ...checkPolicySense(rules), ...checkPolicyReach(rules, scope.audience)]
}

function lateCharges({ grant }: PolicyRule, pointer: string, scope: PolicyScope): PolicyBreach[] {
  return checkCharges(grant, scope).map((breach) => ({ ...breach, pointer: pointer + breach.pointer, code: 'policy_outside_law' }))
}

function validity({ grant }: PolicyRule, pointer: string, { on }: PolicyScope): PolicyBreach[] {
  const law = ruleOn('offer-validity', on)
  if (!law || law.number === null || grant.validityDays >= law.number) return []
  const message = `A oferta precisa valer por pelo menos ${law.number} dias (${law.source}).`
  return [{ pointer, code: 'policy_outside_law', rule: law.id, source: law.source, limit: law.number, value: grant.validityDays, message }]
}

function planRate({ monthlyRateBps: value }: InstallmentBand, pointer: string, scope: PolicyScope): PolicyBreach[] {
  const limit = planRateLimit(scope)
  if (!limit || value <= limit.bps) return []
  const { rule, bps, percent } = limit
  const message = `Os juros do parcelamento são de ${formatBps(value)} ao mês e a lei permite até ${percent} a quem não é instituição financeira (${rule.source}).`
  return [{ pointer, code: 'policy_outside_law', rule: rule.id, source: rule.source, limit: bps, value, message }]
}
