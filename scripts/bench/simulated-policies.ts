import type { InstallmentBand, PolicyInput, PolicyRule } from '@repactua/shared/contract/policies.ts'

const AGES = [
  { name: 'Até 90 dias', overdueDays: { max: 90 }, cut: 0 },
  { name: 'De 91 dias a 1 ano', overdueDays: { min: 91, max: 365 }, cut: 1_000 },
  { name: 'De 1 a 3 anos', overdueDays: { min: 366, max: 1_095 }, cut: 2_500 },
  { name: 'Mais de 3 anos', overdueDays: { min: 1_096 }, cut: 4_000 },
]

/** A policy as creditors have them: four ages, each with cash, 2 to 6 and 7 to 12 without interest, 13 to 24 by Price. */
export function benchPolicy(moreCut = 0): PolicyInput {
  return { name: 'Medição', rules: AGES.map(({ name, overdueDays, cut }) => ({ name, when: { overdueDays }, grant: grantOf(cut + moreCut) })) }
}

function grantOf(cut: number): PolicyRule['grant'] {
  return {
    cash: { discount: { lateFineBps: 10_000, defaultInterestBps: 10_000, principalBps: cut + 1_500 }, daysToPay: 5 },
    installments: [bandOf(2, 6, cut, 0), bandOf(7, 12, cut / 2, 0), bandOf(13, 24, 0, 149)],
    daysToFirstPayment: 30,
    dueDays: [5, 10, 15, 20, 25],
    validityDays: 5,
    lateFeeBps: 200,
    defaultInterestMonthlyBps: 100,
    breakRule: { toleranceDays: 15, missedInstallments: 2 },
  }
}

function bandOf(min: number, max: number, principalBps: number, monthlyRateBps: number): InstallmentBand {
  const discount = { lateFineBps: 10_000, defaultInterestBps: monthlyRateBps > 0 ? 5_000 : 10_000, principalBps }
  return { count: { min, max }, discount, monthlyRateBps, leastDownPaymentBps: 0, leastInstallmentCents: 3_000 }
}
