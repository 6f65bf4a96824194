import type { OfferOption as ShownOption, OfferSheet } from '@repactua/shared/contract/offers.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import type { ComponentDiscount, EarlyPaymentOffer, OfferOption, OfferPart, Offers } from '../../core/offers/types.ts'
import { endOfDay } from '../../platform/clock.ts'
import { showId } from '../../platform/ids.ts'
import { presentBalance } from '../debts/index.ts'
import { presentDisclosure } from './disclosure.presenter.ts'
import { presentReasons, UNAVAILABLE_WORDS } from './reason-words.ts'
import type { SheetInputs } from './sheet-inputs.ts'

// Nobody saves by paying less of what they need not pay.
const NO_SAVING = { savingCents: 0 }

/** A sheet as it is answered and kept: the text of this object is the document. */
export function presentSheet(inputs: SheetInputs, offers: Offers): OfferSheet {
  const { id, createdAt, creditor, policy, debts, footing } = inputs
  return {
    id: showId('sheet', id),
    createdAt,
    expiresAt: endOfDay(offers.standsUntil).toISOString(),
    standsUntil: offers.standsUntil,
    creditor,
    debts: debts.map((debt) => presentDebt(debt, offers)),
    balanceCents: centsNumber(offers.balanceCents),
    policy: { id: showId('policy', policy.id), version: policy.version },
    ...(footing === 'voluntary' ? { voluntary: true } : {}),
    dueDay: offers.dueDay,
    dueDays: offers.dueDays,
    options: offers.options.map((option) => ({
      ...presentOption(option, policy.campaigns),
      ...(footing === 'voluntary' ? NO_SAVING : {}),
      ...presentReasons(option, offers),
      disclosure: presentDisclosure(option, { offers, creditor, footing }),
    })),
    unavailable: offers.unavailable.map(({ count, reason }) => ({ count, reason, text: UNAVAILABLE_WORDS[reason] })),
  }
}

function presentDebt({ id, externalId, description, product, contractNumber, originalCreditor, terms: { dueOn, imputationOrder } }: SheetInputs['debts'][number], { balances }: Offers): OfferSheet['debts'][number] {
  const found = balances.find(({ debtId }) => debtId === id)
  if (!found) throw new Error('each debt of a sheet has its balance')
  return { id: showId('debt', id), externalId, description, product, contractNumber, originalCreditor, dueOn, ...(imputationOrder ? { imputationOrder } : {}), balance: presentBalance(found.balance) }
}

/** One way to pay, in the wire's integers. */
export function presentOption(option: OfferOption, campaigns: SheetInputs['policy']['campaigns']): ShownOption {
  return {
    id: option.id,
    kind: option.kind,
    count: option.count,
    downPaymentCents: centsNumber(option.downPaymentCents),
    installments: option.installments.map(({ number, dueOn, amountCents }) => ({ number, dueOn, amountCents: centsNumber(amountCents) })),
    totalCents: centsNumber(option.totalCents),
    discountCents: centsNumber(option.discountCents),
    discounts: option.discounts.map(presentDiscount),
    financedCents: centsNumber(option.financedCents),
    interestCents: centsNumber(option.interestCents),
    savingCents: centsNumber(option.savingCents),
    monthlyRateBps: option.monthlyRateBps,
    cetYearly: option.cetYearly,
    lateFeeBps: option.lateFeeBps,
    defaultInterestMonthlyBps: option.defaultInterestMonthlyBps,
    breakRule: option.breakRule,
    amortization: option.amortization,
    ...(option.earlyPayment ? { earlyPayment: presentEarly(option.earlyPayment) } : {}),
    // A coupon is for who has paid: until then only what it is for is told.
    benefits: option.benefits.map(({ text }) => ({ text })),
    paymentMethods: option.paymentMethods,
    repairs: option.repairs,
    ...(option.withdrawalDays === null ? {} : { withdrawalDays: option.withdrawalDays }),
    ...(option.delistOn === 'first_installment' ? { delistOn: option.delistOn } : {}),
    parts: option.parts.map(presentPart),
    campaigns: campaignsOf(option, campaigns),
    fitsBudget: option.fitsBudget,
    legalChecks: option.legalChecks,
  }
}

function presentEarly({ discountBps, daysBefore, installments, totalCents }: EarlyPaymentOffer): NonNullable<ShownOption['earlyPayment']> {
  return { discountBps, daysBefore, installments: installments.map(({ number, payBy, amountCents }) => ({ number, payBy, amountCents: centsNumber(amountCents) })), totalCents: centsNumber(totalCents) }
}

function campaignsOf({ parts }: OfferOption, campaigns: SheetInputs['policy']['campaigns']): NonNullable<ShownOption['campaigns']> {
  return campaigns.filter(({ code }) => parts.some(({ campaign }) => campaign === code)).map(({ code, name, endsOn }) => ({ code, name, endsOn }))
}

function presentPart({ debtId, rule, campaign, financedCents, discounts, totalCents }: OfferPart): ShownOption['parts'][number] {
  return { debtId: showId('debt', debtId), rule, campaign, financedCents: centsNumber(financedCents), discounts: discounts.map(presentDiscount), totalCents: centsNumber(totalCents) }
}

function presentDiscount({ component, cents }: ComponentDiscount): { component: ComponentDiscount['component']; cents: number } {
  return { component, cents: centsNumber(cents) }
}
