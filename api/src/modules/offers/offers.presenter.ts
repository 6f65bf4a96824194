import type { OfferOption as ShownOption, OfferSheet } from '@repactua/shared/contract/offers.ts'
import type { ComponentDiscount, EarlyPaymentOffer, OfferOption, OfferPart, Offers } from '../../core/offers/types.ts'
import { showId } from '../../platform/ids.ts'
import { presentCard, type CreditorRecord } from '../creditors/index.ts'
import { presentBalance, type DebtRecord } from '../debts/index.ts'
import type { PolicyInForce, RunningCampaign } from '../policies/index.ts'
import type { Footing } from './offers.rules.ts'

interface SheetParts {
  id: string
  createdAt: Date
  expiresAt: Date
  creditor: CreditorRecord
  policy: Pick<PolicyInForce, 'id' | 'version' | 'campaigns'>
  debts: readonly DebtRecord[]
  footing: Footing
  offers: Offers
}

/** A sheet as it is answered and kept: the text of this object is the document. */
export function presentSheet({ id, createdAt, expiresAt, creditor, policy, debts, footing, offers }: SheetParts): OfferSheet {
  return {
    id: showId('sheet', id),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    standsUntil: offers.standsUntil,
    creditor: presentCard(creditor),
    debts: debts.map((debt) => presentDebt(debt, offers)),
    balanceCents: Number(offers.balanceCents),
    policy: { id: showId('policy', policy.id), version: policy.version },
    ...(footing === 'voluntary' ? { voluntary: true } : {}),
    dueDay: offers.dueDay,
    dueDays: offers.dueDays,
    options: offers.options.map((option) => presentOption(option, policy.campaigns)),
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
export function presentOption(option: OfferOption, campaigns: readonly RunningCampaign[]): ShownOption {
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
    amortization: option.amortization,
    ...(option.earlyPayment ? { earlyPayment: presentEarly(option.earlyPayment) } : {}),
    benefits: option.benefits,
    paymentMethods: option.paymentMethods,
    repairs: option.repairs,
    parts: option.parts.map(presentPart),
    campaigns: campaignsOf(option, campaigns),
    fitsBudget: option.fitsBudget,
    legalChecks: option.legalChecks,
  }
}

function presentEarly({ discountBps, daysBefore, installments, totalCents }: EarlyPaymentOffer): NonNullable<ShownOption['earlyPayment']> {
  return { discountBps, daysBefore, installments: installments.map(({ number, payBy, amountCents }) => ({ number, payBy, amountCents: Number(amountCents) })), totalCents: Number(totalCents) }
}

function campaignsOf({ parts }: OfferOption, campaigns: readonly RunningCampaign[]): NonNullable<ShownOption['campaigns']> {
  return campaigns.filter(({ code }) => parts.some(({ campaign }) => campaign === code)).map(({ code, name, endsOn }) => ({ code, name, endsOn }))
}

function presentPart({ debtId, rule, campaign, financedCents, discounts, totalCents }: OfferPart): ShownOption['parts'][number] {
  return { debtId: showId('debt', debtId), rule, campaign, financedCents: Number(financedCents), discounts: discounts.map(presentDiscount), totalCents: Number(totalCents) }
}

function presentDiscount({ component, cents }: ComponentDiscount): { component: ComponentDiscount['component']; cents: number } {
  return { component, cents: Number(cents) }
}
