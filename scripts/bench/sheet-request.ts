import type { OfferRequest } from '@repactua/api/core/offers/build-offers.ts'
import type { InstallmentBand, PolicyGrant } from '@repactua/shared/contract/policies.ts'
import type { DebtTerms } from '@repactua/api/core/interest/balance.ts'

const WITHOUT_LATE_CHARGES = { lateFineBps: 10_000, defaultInterestBps: 10_000, principalBps: 0 }

/** A debt of R$ 4.870,30, 256 days late. */
export const DEBT: DebtTerms = { principalCents: 487_030n, dueOn: '2026-03-10', lateFeeBps: 200, defaultInterestMonthlyBps: 100, payments: [] }

/** 2 to 24 installments at 1.99 % a month. */
export const BAND: InstallmentBand = {
  count: { min: 2, max: 24 },
  discount: { ...WITHOUT_LATE_CHARGES, principalBps: 1_000 },
  monthlyRateBps: 199,
  leastDownPaymentBps: 0,
  leastInstallmentCents: 3_000,
}

export const CASH = { discount: { ...WITHOUT_LATE_CHARGES, principalBps: 4_000 }, daysToPay: 5 }

const GRANT: PolicyGrant = {
  cash: CASH,
  installments: [BAND],
  daysToFirstPayment: 30,
  validityDays: 5,
  lateFeeBps: 200,
  defaultInterestMonthlyBps: 100,
  breakRule: { toleranceDays: 10, missedInstallments: 2 },
}

/** A full sheet: cash and every count of the band for the one debt. */
export const SHEET_REQUEST: OfferRequest = {
  today: '2026-11-21',
  regime: 'financial',
  policy: { rules: [{ name: 'Até um ano', when: { overdueDays: { min: 31, max: 365 } }, grant: GRANT }], audience: null, runningCampaigns: [], projectIndices: false },
  person: { state: 'SP', debtCount: 1, hasBrokenAgreement: false },
  debts: [{ id: 'debt', product: 'bank_credit', segment: null, riskBand: null, tags: [], terms: DEBT }],
}
