import type { OfferDebt } from '../../core/offers/types.ts'
import type { DebtTerms } from '../../core/interest/balance.ts'
import { contractTerms } from './contract.rules.ts'
import type { TermsRecord } from './debts.repository.ts'

/** What the arithmetic needs of a debt to tell its balance on any day. */
export function debtTermsOf(debt: TermsRecord): DebtTerms {
  const { product, principalCents, dueOn, lateFeeBps, defaultInterestMonthlyBps, interestMethod, dayCount, correctionIndex, payments, regime, indices } = debt
  return { product, principalCents, dueOn, lateFeeBps, defaultInterestMonthlyBps, interestMethod, dayCount, correctionIndex, payments, regime, indices, ...contractTerms(debt) }
}

/** What an offer is made of: the terms, and the traits that a policy may look at. */
export function offerDebtOf(debt: TermsRecord): OfferDebt {
  const { id, product, segment, riskBand, tags } = debt
  return { id, product, segment, riskBand, tags, terms: debtTermsOf(debt) }
}
