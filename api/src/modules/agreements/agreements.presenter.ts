import type { Agreement, AgreementVerification, Installment } from '@repactua/shared/contract/agreements.ts'
import type { ChargeItem } from '@repactua/shared/contract/charge-items.ts'
import { formatCnpj } from '@repactua/shared/br/cnpj.ts'
import { sumCents } from '@repactua/shared/money/cents.ts'
import { daysBetween, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import { localDateOf } from '../../platform/clock.ts'
import { showId } from '../../platform/ids.ts'
import { presentCard, type CreditorRecord } from '../creditors/index.ts'
import type { AgreementRecord, InstallmentRecord } from './agreements.repository.ts'
import { permissionsAt, protestConsentOf, statusAt } from './agreements.rules.ts'
import { amendmentStatus } from './amendments.rules.ts'
import { earlyAmount } from './early/early-payment.rules.ts'
import { amountToday, type Item } from './amount-today.rules.ts'
import { breakStep, lastDayOfNotice } from './breaking/breaking.rules.ts'
import type { AgreementWhole } from './load-agreement.ts'
import { paymentMethodsOf } from './payment-methods.rules.ts'
import { planInCourse } from './plan-in-course.ts'
import { repairsAt } from './running-plan.ts'
import { isPossible } from './transitions.rules.ts'
import { lastDayToWithdraw, withdrawalOn, type SignedState } from './withdrawal/withdrawal.rules.ts'

export function presentAgreement(whole: AgreementWhole, now: Date): Agreement {
  const { record, option, creditor, debts, termText } = whole
  const installments = presentInstallments(whole, localDateOf(now))
  return {
    id: showId('agreement', record.id),
    status: statusAt(record, now),
    creditor: presentCard(creditor),
    debts: debts.map((debt) => ({ id: showId('debt', debt.debtId), externalId: debt.externalId, description: debt.description, balanceCents: centsNumber(debt.balanceCents) })),
    offerSheetId: record.offerSheetId && showId('sheet', record.offerSheetId),
    courtOrder: record.courtOrder,
    optionId: record.optionId,
    kind: option.kind,
    count: option.count,
    balanceCents: centsNumber(record.balanceCents),
    totalCents: totalOf(whole),
    discountCents: option.discountCents,
    interestCents: option.interestCents,
    savingCents: savingOf(whole),
    cetYearly: option.cetYearly,
    monthlyRateBps: option.monthlyRateBps,
    lateFeeBps: option.lateFeeBps,
    defaultInterestMonthlyBps: option.defaultInterestMonthlyBps,
    breakRule: option.breakRule,
    voluntary: record.voluntary,
    ...(whole.benefits.length > 0 ? { benefits: whole.benefits } : {}),
    paymentMethods: paymentMethodsOf(option, creditor),
    dueDay: record.dueDay,
    expiresAt: record.expiresAt.toISOString(),
    paidCents: sumCents(installments.map(({ paidCents }) => paidCents)),
    installments,
    term: { text: termText, sha256: record.termSha256.toString('hex') },
    breakNotice: presentNotice(whole, localDateOf(now)),
    ...presentLife(record),
    withdrawal: presentWithdrawal(whole),
    delisting: whole.delisting && { cause: whole.delisting.cause, dueOn: whole.delisting.dueOn, confirmedAt: whole.delisting.confirmedAt?.toISOString() ?? null },
    pendingPayment: presentPending(whole, now),
    can: { ...permissionsAt(record, now), withdraw: withdrawalOn(signedState(whole), localDateOf(now)), ...repairsAt(whole, now), protestConsent: protestConsentOf(whole) },
  }
}

// As signed, until an amendment or a payment that came early or late changes it: then what the installments come to now.
function totalOf({ record, option, installments, amendments }: AgreementWhole): number {
  const isPaidOtherwise = installments.some(({ number, amountCents, status }) => status === 'paid' && option.installments.some((signed) => signed.number === number && signed.amountCents !== centsNumber(amountCents)))
  const isAmended = record.status !== 'cancelled' && record.status !== 'withdrawn' && (isPaidOtherwise || amendments.some(({ appliedAt }) => appliedAt))
  return isAmended ? sumCents(installments.filter(({ status }) => status !== 'cancelled').map(({ amountCents }) => centsNumber(amountCents))) : centsNumber(record.totalCents)
}

function savingOf(whole: AgreementWhole): number {
  const { option, record } = whole
  return totalOf(whole) === option.totalCents ? option.savingCents : Math.max(0, centsNumber(record.balanceCents) - totalOf(whole))
}

function presentPending({ record, amendments }: AgreementWhole, now: Date): Agreement['pendingPayment'] {
  const pending = amendments.find((one) => amendmentStatus(one, amendments, { status: record.status, today: localDateOf(now) }) === 'pending')
  if (!pending?.quote.payNow) return null
  const kind = pending.kind === 'pay_off' ? 'pay_off' : 'pay_ahead'
  return { amendmentId: showId('amendment', pending.id), kind, ...pending.quote.payNow }
}

// Nobody is late with what they pay of their own will.
function presentInstallments({ record: { status: life, voluntary }, option, creditor, installments }: AgreementWhole, today: LocalDate): Installment[] {
  if (installments.length === 0) return option.installments.map((planned) => ({ ...planned, paidCents: 0, status: 'open', overdueDays: 0 }))
  return installments.map((installment) => {
    const { number, dueOn, amountCents, paidCents, status } = installment
    const early = earlyAmount(option, installment, today)
    const overdueDays = !voluntary && (status === 'open' || status === 'partly_paid') ? Math.max(0, daysBetween(dueOn, today)) : 0
    return { number, dueOn, amountCents: centsNumber(amountCents), paidCents: centsNumber(paidCents), status, overdueDays, ...lateOf({ option, regime: creditor.regime }, installment, today, life), ...(early ? { early: { payBy: early.payBy, amountCents: centsNumber(early.cents) } } : {}) }
  })
}

function lateOf(terms: Parameters<typeof amountToday>[0], installment: InstallmentRecord, today: LocalDate, life: Agreement['status']): Pick<Installment, 'late'> {
  const now = isPossible('pay', life) ? amountToday(terms, installment, today) : null
  return now?.isLate ? { late: { amountCents: centsNumber(now.amountCents), asOf: today, items: now.items.map(presentItem) } } : {}
}

/** One line of what is to be paid. */
export function presentItem({ kind, cents, formula }: Item): ChargeItem {
  return { kind, cents: centsNumber(cents), ...(formula ? { formula } : {}) }
}

// A payment or a re-aging that put the plan in order ends the notice at once; the nightly round only writes it down.
function presentNotice(whole: AgreementWhole, today: LocalDate): Agreement['breakNotice'] {
  const { record: { breakNoticeOn, brokenAt }, option } = whole
  const isOver = brokenAt !== null || breakStep(planInCourse(whole), today) === 'take_back_notice'
  return breakNoticeOn && !isOver ? { givenOn: breakNoticeOn, lastDayOn: lastDayOfNotice(breakNoticeOn, option.breakRule) } : null
}

function presentWithdrawal(whole: AgreementWhole): Agreement['withdrawal'] {
  const { record: { withdrawnAt }, refund } = whole
  const lastDayOn = lastDayToWithdraw(signedState(whole))
  if (!lastDayOn) return null
  return {
    lastDayOn,
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    refund: refund && { amountCents: centsNumber(refund.amountCents), confirmedAt: refund.confirmedAt?.toISOString() ?? null },
  }
}

function signedState({ record: { status, signedAt }, option: { withdrawalDays } }: AgreementWhole): SignedState {
  return { status, signedOn: signedAt && localDateOf(signedAt), withdrawalDays }
}

function presentLife(record: AgreementRecord) {
  const { cancellationReason, cancellationNote, cancelledAt } = record
  return {
    verificationCode: record.verificationCode,
    signedAt: record.signedAt?.toISOString() ?? null,
    settledAt: record.settledAt?.toISOString() ?? null,
    brokenAt: record.brokenAt?.toISOString() ?? null,
    cancellation: cancellationReason && cancelledAt ? { reason: cancellationReason, note: cancellationNote, at: cancelledAt.toISOString() } : null,
    createdAt: record.createdAt.toISOString(),
  }
}

/** What the holder of a paper may check: the same that stands on it, and nothing that names the debtor. */
export function presentVerification(record: AgreementRecord & { verificationCode: string; signedAt: Date }, creditor: CreditorRecord, count: number): AgreementVerification {
  return {
    code: record.verificationCode,
    status: record.status,
    creditor: { legalName: creditor.legalName, tradeName: creditor.tradeName, cnpj: formatCnpj(creditor.cnpj) },
    signedAt: record.signedAt.toISOString(),
    settledAt: record.settledAt?.toISOString() ?? null,
    totalCents: centsNumber(record.totalCents),
    count,
    termSha256: record.termSha256.toString('hex'),
  }
}
