import type { OfferOption as ShownOption, OfferSheet } from '@repactua/shared/contract/offers.ts'
import type { ComponentDiscount, OfferOption, OfferPart, Offers } from '../../core/offers/types.ts'
import { showId } from '../../platform/ids.ts'
import { presentCard, type CreditorRecord } from '../creditors/index.ts'
import { presentBalance, type DebtRecord } from '../debts/index.ts'

interface SheetParts {
  id: string
  createdAt: Date
  expiresAt: Date
  creditor: CreditorRecord
  policy: { id: string; version: number }
  debts: readonly DebtRecord[]
  offers: Offers
}

/** A sheet as it is answered and kept: the text of this object is the document. */
export function presentSheet({ id, createdAt, expiresAt, creditor, policy, debts, offers }: SheetParts): OfferSheet {
  return {
    id: showId('sheet', id),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    standsUntil: offers.standsUntil,
    creditor: presentCard(creditor),
    debts: debts.map((debt) => presentDebt(debt, offers)),
    balanceCents: Number(offers.balanceCents),
    policy: { id: showId('policy', policy.id), version: policy.version },
    dueDay: offers.dueDay,
    dueDays: offers.dueDays,
    options: offers.options.map(presentOption),
    unavailable: offers.unavailable,
  }
}

function presentDebt(debt: DebtRecord, { balances }: Offers): OfferSheet['debts'][number] {
  const { externalId, description, product, contractNumber, originalCreditor, dueOn } = debt
  const found = balances.find(({ debtId }) => debtId === debt.id)
  if (!found) throw new Error('each debt of a sheet has its balance')
  return { id: showId('debt', debt.id), externalId, description, product, contractNumber, originalCreditor, dueOn, balance: presentBalance(found.balance) }
}

/** One way to pay, in the wire's integers. */
export function presentOption(option: OfferOption): ShownOption {
  return {
    id: option.id,
    kind: option.kind,
    count: option.count,
    downPaymentCents: Number(option.downPaymentCents),
    installments: option.installments.map(({ number, dueOn, amountCents }) => ({ number, dueOn, amountCents: Number(amountCents) })),
    totalCents: Number(option.totalCents),
    discountCents: Number(option.discountCents),
    discounts: option.discounts.map(presentDiscount),
    financedCents: Number(option.financedCents),
    interestCents: Number(option.interestCents),
    savingCents: Number(option.savingCents),
    monthlyRateBps: option.monthlyRateBps,
    cetYearly: option.cetYearly,
    lateFeeBps: option.lateFeeBps,
    defaultInterestMonthlyBps: option.defaultInterestMonthlyBps,
    breakRule: option.breakRule,
    parts: option.parts.map(presentPart),
    fitsBudget: option.fitsBudget,
    legalChecks: option.legalChecks,
  }
}

function presentPart({ debtId, rule, financedCents, discounts, totalCents }: OfferPart): ShownOption['parts'][number] {
  return { debtId: showId('debt', debtId), rule, financedCents: Number(financedCents), discounts: discounts.map(presentDiscount), totalCents: Number(totalCents) }
}

function presentDiscount({ component, cents }: ComponentDiscount): { component: ComponentDiscount['component']; cents: number } {
  return { component, cents: Number(cents) }
}
