import type { OPTION_KINDS } from '@repactua/shared/contract/offers.ts'
import { formatBrl } from '@repactua/shared/money/format-brl.ts'

interface Plan {
  kind: (typeof OPTION_KINDS)[number]
  installments: readonly { amountCents: number }[]
  downPaymentCents?: number
}

const MOST_GROUPS = 4

/** The name of a plan: "À vista", "12 vezes", "Entrada e mais 11 vezes". */
export function planName(plan: Plan): string {
  if (plan.kind === 'cash') return 'À vista'
  const count = plan.installments.length
  return hasDownPayment(plan) ? `Entrada e mais ${count - 1} ${times(count - 1)}` : `${count} ${times(count)}`
}

/** The installment that the person pays most often. Where two are as frequent, the later one; where they fall, the largest. */
export function usualInstallmentCents(plan: Plan): number {
  const regular = regularAmounts(plan)
  if (isFalling(regular)) return regular[0] ?? 0
  const seen = new Map<number, number>()
  for (const { amountCents } of plan.installments) seen.set(amountCents, (seen.get(amountCents) ?? 0) + 1)
  const [first = [0, 0]] = [...seen].reverse().sort(([, a], [, b]) => b - a)
  return first[0]
}

/** The whole plan in words: "1 de R$ 89,95 e 11 de R$ 89,90". */
export function planInWords(plan: Plan): string {
  if (plan.kind === 'cash') return `À vista, ${formatBrl(usualInstallmentCents(plan))}`
  const regular = regularAmounts(plan)
  if (isFalling(regular)) return fallingInWords(plan, regular)
  const groups = groupEqual(plan.installments.map((installment) => installment.amountCents))
  const words = groups.map(({ count, cents }, i) =>
    i === 0 && hasDownPayment(plan) && count === 1 ? `entrada de ${formatBrl(cents)}` : `${count} de ${formatBrl(cents)}`,
  )
  if (groups.length > MOST_GROUPS) return rangeInWords(plan, regular)
  const text = new Intl.ListFormat('pt-BR').format(words)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

// A plan that repays level principal (SAC): each installment is smaller than the one before.
function isFalling(amounts: readonly number[]): boolean {
  return amounts.length > 2 && amounts.every((amount, i) => i === 0 || amount < (amounts[i - 1] ?? 0))
}

function fallingInWords(plan: Plan, regular: readonly number[]): string {
  const spread = `${regular.length} parcelas que diminuem, de ${formatBrl(regular[0] ?? 0)} a ${formatBrl(regular.at(-1) ?? 0)}`
  return hasDownPayment(plan) ? `Entrada de ${formatBrl(plan.downPaymentCents ?? 0)} e ${spread}` : spread
}

// Many different amounts, as after early payments: how many there are, and between which two they lie.
function rangeInWords(plan: Plan, regular: readonly number[]): string {
  const [least, most] = [Math.min(...regular), Math.max(...regular)]
  const range = `${regular.length} parcelas, de ${formatBrl(least)} a ${formatBrl(most)}`
  return hasDownPayment(plan) ? `Entrada de ${formatBrl(plan.downPaymentCents ?? 0)} e ${range}` : range
}

function regularAmounts(plan: Plan): number[] {
  return plan.installments.slice(hasDownPayment(plan) ? 1 : 0).map(({ amountCents }) => amountCents)
}

function times(count: number): string {
  return count === 1 ? 'vez' : 'vezes'
}

function hasDownPayment(plan: Plan): boolean {
  return (plan.downPaymentCents ?? 0) > 0
}

function groupEqual(amounts: readonly number[]): { count: number; cents: number }[] {
  const groups: { count: number; cents: number }[] = []
  for (const cents of amounts) {
    const last = groups.at(-1)
    if (last?.cents === cents) last.count += 1
    else groups.push({ count: 1, cents })
  }
  return groups
}
