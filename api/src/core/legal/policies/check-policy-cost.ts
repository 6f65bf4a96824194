import type { Discount, InstallmentBand, PolicyRule } from '@repactua/shared/contract/policies.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { amortize } from '../../installments/amortize.ts'
import { divideHalfUp } from '../../money/divide.ts'
import { ruleOn } from '../legal-rules.ts'
import { invalid, type PolicyBreach } from '../types.ts'

/** The law's measure for cards (Lei 14.690/2023, art. 28), taken as the measure of sense for every plan: interest of 100 %. */
const DEAREST_BPS = 10_000
const BPS = 10_000n
/** R$ 1.000.000,00: large enough that no cent's rounding shows in basis points. */
const SAMPLE = 100_000_000n

/**
 * Bands whose longest plan would cost more than twice today's balance, after the least discount that they give on any
 * component: no debtor should be led there. Of a rule for cards alone it is the law's own cap that is passed.
 */
export function checkPolicyCost(rules: readonly PolicyRule[], on: LocalDate): PolicyBreach[] {
  return rules.flatMap((rule, i) => (rule.grant.installments ?? []).flatMap((band, j) => dearer(rule, band, { pointer: `/rules/${i}/grant/installments/${j}/monthlyRateBps`, on })))
}

function dearer({ when }: PolicyRule, band: InstallmentBand, { pointer, on }: { pointer: string; on: LocalDate }): PolicyBreach[] {
  if (band.monthlyRateBps === 0 || band.count.max < band.count.min) return []
  const total = totalOf(band)
  const excess = Number(divideHalfUp((total - SAMPLE) * BPS, SAMPLE))
  if (excess <= DEAREST_BPS) return []
  const message = `Em ${band.count.max} vezes a pessoa pagaria ${timesOver(total)} vezes o valor de hoje. Nenhum plano pode custar mais que o dobro da dívida.`
  const law = when.products?.every((product) => product === 'card_revolving') ? ruleOn('card-cap', on) : null
  if (!law) return [invalid(pointer, 'dearer-than-debt', message, DEAREST_BPS, excess)]
  return [{ pointer, code: 'policy_outside_law', rule: law.id, source: law.source, limit: law.number, value: excess, message: `${message} Para cartão, é limite da lei (${law.source}).` }]
}

function totalOf({ discount, count, monthlyRateBps, amortization = 'price' }: InstallmentBand): bigint {
  const financed = SAMPLE - (SAMPLE * BigInt(leastDiscount(discount))) / BPS
  return amortize(financed, count.max, { monthlyRateBps, amortization }).reduce((sum, amount) => sum + amount, 0n)
}

// Of a debt that is all principal, or all fine, only that component's discount counts.
function leastDiscount({ principalBps, lateFineBps, defaultInterestBps }: Discount): number {
  return Math.min(principalBps, lateFineBps, defaultInterestBps)
}

function timesOver(total: bigint): string {
  const tenths = (total * 10n) / SAMPLE
  return `${tenths / 10n},${tenths % 10n}`
}
