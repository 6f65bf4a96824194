import type { CashDeadline, CounterOffers, Discount, InstallmentBand, PolicyGrant, PolicyRule } from '@repactua/shared/contract/policies.ts'
import { invalid, type PolicyBreach } from '../types.ts'

const ALL_BPS = 10_000

/** What in a grant can never take effect, or says two things at once. Nothing here is law. */
export function checkPolicySense(rules: readonly PolicyRule[]): PolicyBreach[] {
  return rules.flatMap(({ grant }, i) => {
    const pointer = `/rules/${i}/grant`
    return [
      ...bands(grant.installments ?? [], `${pointer}/installments`),
      ...discounts(grant, pointer),
      ...laterDeadlines(grant, `${pointer}/cash/later`),
      ...(grant.counterOffers ? floors(grant.counterOffers, `${pointer}/counterOffers`) : []),
      ...emptyGrant(grant, pointer),
    ]
  })
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

function discounts({ cash, installments = [] }: PolicyGrant, pointer: string): PolicyBreach[] {
  const inCash = cash ? [[`${pointer}/cash/discount`, cash.discount] as const] : []
  const later = (cash?.later ?? []).map(({ discount }, i) => [`${pointer}/cash/later/${i}/discount`, discount] as const)
  const inBands = installments.map(({ discount }, i) => [`${pointer}/installments/${i}/discount`, discount] as const)
  return [...inCash, ...later, ...inBands].flatMap(([at, discount]) => [...aboveAll(discount, at), ...forgivesAll(discount, at)])
}

function aboveAll(discount: Discount, pointer: string): PolicyBreach[] {
  const above = Object.entries(discount).filter(([, bps]) => bps > ALL_BPS)
  return above.map(([field, bps]) => invalid(`${pointer}/${field}`, 'discount-above-all', 'O desconto passa de 100%.', ALL_BPS, bps))
}

function forgivesAll({ lateFineBps, defaultInterestBps, principalBps }: Discount, pointer: string): PolicyBreach[] {
  if (![lateFineBps, defaultInterestBps, principalBps].every((bps) => bps >= ALL_BPS)) return []
  return [invalid(pointer, 'forgives-all', 'O desconto perdoa a dívida inteira e não sobra nada para pagar.')]
}

function laterDeadlines({ cash }: PolicyGrant, pointer: string): PolicyBreach[] {
  const deadlines: readonly CashDeadline[] = cash ? [cash, ...(cash.later ?? [])] : []
  return deadlines.flatMap((deadline, i) => {
    const before = deadlines[i - 1]
    if (!before) return []
    const at = `${pointer}/${i - 1}`
    const isLater = deadline.daysToPay > before.daysToPay
    const tooSoon = isLater ? [] : [invalid(`${at}/daysToPay`, 'later-deadline-days', 'Cada prazo à vista precisa ser maior que o anterior.', before.daysToPay, deadline.daysToPay)]
    const isSmaller = isSmallerDiscount(deadline.discount, before.discount)
    return isSmaller ? tooSoon : [...tooSoon, invalid(`${at}/discount`, 'later-deadline-discount', 'Um prazo maior precisa ter um desconto menor que o do prazo anterior: nenhuma parte maior, e ao menos uma menor.')]
  })
}

function isSmallerDiscount(later: Discount, sooner: Discount): boolean {
  const pairs = DISCOUNTS.map((field) => [later[field] ?? 0, sooner[field] ?? 0] as const)
  return pairs.every(([a, b]) => a <= b) && pairs.some(([a, b]) => a < b)
}

const DISCOUNTS = ['principalBps', 'lateFineBps', 'defaultInterestBps', 'contractInterestBps', 'feesBps'] as const

function floors({ leastPresentValueBps: accepted, reviewPresentValueBps: reviewed, secondApprovalBelowBps: second }: CounterOffers, pointer: string): PolicyBreach[] {
  const lowest = reviewed ?? accepted
  return [
    ...(lowest > accepted ? [invalid(`${pointer}/reviewPresentValueBps`, 'review-above-acceptance', 'A análise começa abaixo do que é aceito na hora, nunca acima.', accepted, lowest)] : []),
    ...(second !== undefined && second <= lowest ? [invalid(`${pointer}/secondApprovalBelowBps`, 'second-approval-never', 'A segunda aprovação nunca seria pedida: o limite dela não passa do menor valor que vai para análise.', lowest, second)] : []),
  ]
}

function emptyGrant({ cash, installments }: PolicyGrant, pointer: string): PolicyBreach[] {
  if (cash || installments?.length) return []
  return [invalid(pointer, 'grants-nothing', 'A regra não oferece pagamento à vista nem parcelado.')]
}
