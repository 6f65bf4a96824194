import type { CashGrant, CounterOffers, Discount, InstallmentBand, PolicyInput, PolicyRule, Repairs } from '@repactua/shared/contract/policies.ts'
import type { CreditorSlug } from './creditors.ts'

/** What a creditor gives at one age of debt: cuts of the principal in bps, the charges are forgiven beside. */
interface Age {
  name: string
  overdueDays: { min?: number; max?: number }
  cash: number
  bands: readonly [count: { min: number; max: number }, principal: number, monthlyRateBps: number][]
}

/** What anybody may do alone with a plan in trouble. */
const REPAIRS: Repairs = { moveDueDate: { times: 2, mostDays: 15 }, skip: { times: 1 }, split: { times: 1, mostParts: 3 }, reage: { times: 1 } }

/**
 * One lawful policy a creditor: the older the debt, the larger the cut; the longer the plan, the smaller.
 * Fine 2 % (CDC 52 §1) and 1 % a month on late installments; interest-bearing bands stay below 2 % a month
 * for the financial creditor and 1 % for the others (Decreto 22.626/33).
 */
export const DEMO_POLICIES: Record<CreditorSlug, PolicyInput> = {
  aurora: policyOf('Acordos do cartão e do carnê', 3_000, [
    { name: 'Até 90 dias', overdueDays: { max: 90 }, cash: 500, bands: [[count(2, 6), 0, 0], [count(7, 12), 0, 99], [count(13, 24), 0, 199]] },
    { name: 'De 91 dias a 1 ano', overdueDays: { min: 91, max: 365 }, cash: 2_000, bands: [[count(2, 6), 1_000, 0], [count(7, 12), 500, 0], [count(13, 24), 0, 199]] },
    { name: 'De 1 a 3 anos', overdueDays: { min: 366, max: 1_095 }, cash: 4_000, bands: [[count(2, 6), 2_500, 0], [count(7, 12), 1_500, 0], [count(13, 24), 500, 149]] },
    { name: 'Mais de 3 anos', overdueDays: { min: 1_096 }, cash: 6_000, bands: [[count(2, 6), 4_500, 0], [count(7, 12), 3_000, 0], [count(13, 24), 1_500, 99]] },
  ]),
  vivaz: policyOf('Acordos de contas em aberto', 2_000, [
    { name: 'Até 6 meses', overdueDays: { max: 180 }, cash: 1_000, bands: [[count(2, 6), 0, 0]] },
    { name: 'De 6 meses a 2 anos', overdueDays: { min: 181, max: 730 }, cash: 3_000, bands: [[count(2, 6), 1_500, 0], [count(7, 12), 500, 0]] },
    { name: 'Mais de 2 anos', overdueDays: { min: 731 }, cash: 5_500, bands: [[count(2, 6), 4_000, 0], [count(7, 12), 2_500, 0]] },
  ]),
  jacaranda: policyOf('Acordos de mensalidades', 5_000, [
    { name: 'Até 1 ano', overdueDays: { max: 365 }, cash: 500, bands: [[count(2, 10), 0, 0], [count(11, 24), 0, 100]] },
    { name: 'De 1 a 3 anos', overdueDays: { min: 366, max: 1_095 }, cash: 2_000, bands: [[count(2, 10), 1_000, 0], [count(11, 24), 0, 80]] },
    { name: 'Mais de 3 anos', overdueDays: { min: 1_096 }, cash: 4_000, bands: [[count(2, 10), 2_500, 0], [count(11, 24), 1_000, 50]] },
  ]),
}

function policyOf(name: string, leastInstallmentCents: number, ages: readonly Age[]): PolicyInput {
  return { name, rules: ages.map((age) => ruleOf(age, leastInstallmentCents)) }
}

function ruleOf({ name, overdueDays, cash, bands }: Age, leastInstallmentCents: number): PolicyRule {
  return {
    name,
    when: { overdueDays },
    grant: {
      cash: cashOf(cash),
      installments: bands.map((band) => bandOf(band, leastInstallmentCents)),
      daysToFirstPayment: 30,
      dueDays: [5, 10, 15, 20, 25],
      validityDays: 5,
      lateFeeBps: 200,
      defaultInterestMonthlyBps: 100,
      breakRule: { toleranceDays: 15, missedInstallments: 2, noticeDays: 10 },
      repairs: REPAIRS,
      withdrawalDays: 7,
      counterOffers: floorsOf(cash, bands),
    },
  }
}

/** The full cut for who pays in five days; half of it for who needs a month, until the next payday. */
function cashOf(principal: number): CashGrant {
  return { discount: withoutCharges(principal), daysToPay: 5, later: [{ discount: withoutCharges(principal / 2), daysToPay: 30 }] }
}

// A debtor's own plan is taken where it is worth what cash would leave, and a person looks at it a little below that.
function floorsOf(cash: number, bands: Age['bands']): CounterOffers {
  const longest = Math.max(...bands.map(([{ max }]) => max))
  return { monthlyDiscountRateBps: 150, leastPresentValueBps: 10_000 - cash, reviewPresentValueBps: 8_500 - cash, reviewDays: 3, mostCount: longest + 12, leastInstallmentCents: 2_000 }
}

function bandOf([count, principal, monthlyRateBps]: Age['bands'][number], leastInstallmentCents: number): InstallmentBand {
  const discount = monthlyRateBps === 0 ? withoutCharges(principal) : halfCharges(principal)
  return { count, discount, monthlyRateBps, leastDownPaymentBps: 0, leastInstallmentCents }
}

function withoutCharges(principalBps: number): Discount {
  return { lateFineBps: 10_000, defaultInterestBps: 10_000, principalBps }
}

function halfCharges(principalBps: number): Discount {
  return { lateFineBps: 10_000, defaultInterestBps: 5_000, principalBps }
}

function count(min: number, max: number): { min: number; max: number } {
  return { min, max }
}
