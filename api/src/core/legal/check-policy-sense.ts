import type { Discount, InstallmentBand, PolicyCondition, PolicyRule } from '@repactua/shared/contract/policies.ts'
import type { PolicyBreach } from './types.ts'

type Range = NonNullable<PolicyCondition['balanceCents']>

const ALL_BPS = 10_000

/** What in a policy can never take effect, or says two things at once. Nothing here is law. */
export function checkPolicySense(rules: readonly PolicyRule[]): PolicyBreach[] {
  return rules.flatMap((rule, i) => {
    const pointer = `/rules/${i}`
    return [
      ...ranges(rule.when, `${pointer}/when`),
      ...bands(rule.grant.installments ?? [], `${pointer}/grant/installments`),
      ...discounts(rule, `${pointer}/grant`),
      ...emptyGrant(rule, `${pointer}/grant`),
      ...unreachable(rules, i, pointer),
    ]
  })
}

function ranges(when: PolicyCondition, pointer: string): PolicyBreach[] {
  const named = [['overdueDays', when.overdueDays], ['balanceCents', when.balanceCents]] as const
  return named
    .filter(([, range]) => least(range) > most(range))
    .map(([field, range]) => invalid(`${pointer}/${field}`, 'range-order', 'O mínimo é maior que o máximo.', most(range), least(range)))
}

function bands(all: readonly InstallmentBand[], pointer: string): PolicyBreach[] {
  return all.flatMap((band, i) => {
    const { min, max } = band.count
    const inOrder = min > max ? [invalid(`${pointer}/${i}/count`, 'count-order', 'O mínimo de parcelas é maior que o máximo.', max, min)] : []
    const twin = all.findIndex((other, j) => j < i && other.count.min <= max && min <= other.count.max)
    const message = `As faixas de parcelas ${twin + 1} e ${i + 1} se sobrepõem. Cada quantidade de parcelas fica em uma faixa só.`
    return twin < 0 ? inOrder : [...inOrder, invalid(`${pointer}/${i}/count`, 'bands-overlap', message)]
  })
}

function discounts({ grant }: PolicyRule, pointer: string): PolicyBreach[] {
  const cash = grant.cash && forgivesAll(grant.cash.discount) ? [`${pointer}/cash/discount`] : []
  const inBands = (grant.installments ?? []).flatMap((band, i) => (forgivesAll(band.discount) ? [`${pointer}/installments/${i}/discount`] : []))
  return [...cash, ...inBands].map((at) => invalid(at, 'forgives-all', 'O desconto perdoa a dívida inteira e não sobra nada para pagar.'))
}

function forgivesAll({ lateFineBps, defaultInterestBps, principalBps }: Discount): boolean {
  return [lateFineBps, defaultInterestBps, principalBps].every((bps) => bps >= ALL_BPS)
}

function emptyGrant({ grant }: PolicyRule, pointer: string): PolicyBreach[] {
  if (grant.cash || grant.installments?.length) return []
  return [invalid(pointer, 'grants-nothing', 'A regra não oferece pagamento à vista nem parcelado.')]
}

function unreachable(rules: readonly PolicyRule[], i: number, pointer: string): PolicyBreach[] {
  const when = rules[i]?.when ?? {}
  const cover = rules.findIndex((earlier, j) => j < i && covers(earlier.when, when))
  return cover < 0 ? [] : [invalid(pointer, 'unreachable', `Esta regra nunca vale: a regra ${cover + 1}, que vem antes, já alcança as mesmas dívidas.`)]
}

function covers(wide: PolicyCondition, narrow: PolicyCondition): boolean {
  return (
    rangeCovers(wide.overdueDays, narrow.overdueDays) &&
    rangeCovers(wide.balanceCents, narrow.balanceCents) &&
    listCovers(wide.products, narrow.products) &&
    listCovers(wide.segments, narrow.segments)
  )
}

function rangeCovers(wide: Range | undefined, narrow: Range | undefined): boolean {
  return least(wide) <= least(narrow) && most(wide) >= most(narrow)
}

function listCovers(wide: readonly string[] | undefined, narrow: readonly string[] | undefined): boolean {
  return wide === undefined || (narrow !== undefined && narrow.every((item) => wide.includes(item)))
}

function least(range: Range | undefined): number {
  return range?.min ?? 0
}

function most(range: Range | undefined): number {
  return range?.max ?? Infinity
}

function invalid(pointer: string, rule: string, message: string, limit: number | null = null, value: number | null = null): PolicyBreach {
  return { pointer, code: 'policy_invalid', rule, source: null, limit, value, message }
}
