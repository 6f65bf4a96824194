import type { OfferOption } from '@repactua/shared/contract/offers.ts'
import { centsNumber } from '../../../core/money/cents-number.ts'
import { sum } from '../../../core/money/sum.ts'
import { recordChange, type Change } from '../../../platform/audit/record-change.ts'
import { localDateOf } from '../../../platform/clock.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { showId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { applyReversal, installmentsOf, lockAgreement, planReversal, stands, type AgreementRecord, type InstallmentRecord, type LeftShare } from '../../agreements/index.ts'
import { undoFulfilment } from '../../amendments/index.ts'
import { linesBySource } from '../../ledger/index.ts'
import { findByReference, sharesOf, type PaymentRecord } from '../payments.repository.ts'
import type { PostedPayment } from '../arrivals/posted-payment.ts'
import { leftShares } from './left-shares.ts'
import { findReversal, insertReversal, reversalsOf, takenSharesOf, type ReversalRecord } from './reversals.repository.ts'

/** Money that a bank took back: by the Pix MED, a charge-back of a card, or because it was mistaken. */
export interface ReversalAsk extends Pick<ReversalRecord, 'creditorId' | 'reversedAt' | 'externalReference' | 'reason'> {
  /** The `externalReference` of the payment. */
  paymentReference: string
  /** Left out: all that was not taken back yet. */
  amountCents?: bigint | undefined
}

export interface ReversedPayment extends PostedPayment {
  reversals: ReversalRecord[]
}

/**
 * Takes a payment back, whole or in part: what it paid is open again, and a settlement that rested on it is undone. The same
 * reference twice is one reversal. Refuses more than is left of the payment, what is owed back as a refund, and an agreement
 * in whose place new debts are (novation).
 */
export async function reversePayment(work: Work, ask: ReversalAsk): Promise<ReversedPayment> {
  const { creditorId } = ask
  const payment = await findByReference(work.tx, creditorId, ask.paymentReference)
  const agreement = payment && (await lockAgreement(work.tx, creditorId, payment.agreementId))
  if (!payment || !agreement) throw new AppError('not_found')
  const known = await findReversal(work.tx, creditorId, ask.externalReference)
  if (known) return answerAgain(work, agreement, payment, known, ask)
  checkDay(work, payment, ask)
  return reverse(work, agreement, payment, ask)
}

async function answerAgain(work: Work, agreement: AgreementRecord, payment: PaymentRecord, known: ReversalRecord, { amountCents }: ReversalAsk): Promise<ReversedPayment> {
  const isSame = known.paymentId === payment.id && (amountCents === undefined || known.amountCents === amountCents)
  if (!isSame) throw new AppError('payment_reference_reused')
  return answer(work, agreement, payment)
}

async function answer(work: Work, agreement: ReversedPayment['agreement'], payment: PaymentRecord): Promise<ReversedPayment> {
  const reversals = (await reversalsOf(work.tx, payment)).filter(({ paymentId }) => paymentId === payment.id)
  return { payment, shares: await sharesOf(work.tx, payment), agreement, reversals }
}

function checkDay({ clock }: Work, { paidAt }: PaymentRecord, { reversedAt }: ReversalAsk): void {
  const pointer = '/reversedAt'
  if (!(reversedAt >= paidAt)) throw new AppError('invalid_request', { errors: [{ pointer, code: 'wrong_format', message: 'A devolução não pode ser anterior ao pagamento.' }] })
  if (reversedAt > clock.now()) throw new AppError('date_in_future', { errors: [{ pointer, code: 'date_in_future', message: 'A devolução não pode estar no futuro.' }] })
}

async function reverse(work: Work, agreement: AgreementRecord, payment: PaymentRecord, ask: ReversalAsk): Promise<ReversedPayment> {
  refuseOver(agreement)
  const installments = await installmentsOf(work.tx, [agreement])
  const shares = await leftOf(work, payment, installments)
  const cents = await centsOf(work, payment, shares, ask)
  const undone = await undoAmendment(work, agreement, payment, installments, shares)
  const plan = planReversal({ status: agreement.status, installments }, { shares, cents, restored: undone.restored })
  const reversal = newReversal(work, payment, ask, { amountCents: cents, reopened: plan.isReopened })
  if (!(await insertReversal(work.tx, reversal, plan.taken))) throw new AppError('payment_reference_reused')
  const { news, ...after } = await applyReversal(work, agreement, { id: reversal.id, plan, paidOn: localDateOf(payment.paidAt), leftCents: sum(shares.map((share) => share.cents)), amended: undone.amended })
  for (const change of [newsOf(reversal), ...undone.news, ...news]) await recordChange(work, change)
  return answer(work, after, payment)
}

// What was paid on an agreement that was undone is owed back already; a novation has put the rest into other debts.
function refuseOver({ status, optionDocument }: AgreementRecord): void {
  if (status === 'withdrawn') throw new AppError('reversal_of_refund')
  const { breakRule } = JSON.parse(optionDocument) as OfferOption
  if (status === 'broken' && breakRule.effect === 'novation') throw new AppError('reversal_after_novation')
}

async function leftOf(work: Work, payment: PaymentRecord, installments: readonly InstallmentRecord[]): Promise<LeftShare[]> {
  const lines = await linesBySource(work.tx, payment.creditorId, { sourceId: payment.id, events: ['discounted', 'forgiven'] })
  return leftShares({
    shares: await sharesOf(work.tx, payment),
    lowered: lines.flatMap(({ installmentNumber, cents }) => (installmentNumber === undefined ? [] : [{ installmentNumber, cents: -cents }])),
    taken: await takenSharesOf(work.tx, payment),
    dueOn: new Map(installments.map(({ number, dueOn }) => [number, dueOn])),
  })
}

async function centsOf(work: Work, payment: PaymentRecord, shares: readonly LeftShare[], { amountCents }: ReversalAsk): Promise<bigint> {
  const before = (await reversalsOf(work.tx, payment)).filter(({ paymentId }) => paymentId === payment.id)
  const left = payment.amountCents - sum(before.map((one) => one.amountCents))
  if (left === 0n) throw new AppError('payment_reversed')
  const cents = amountCents ?? left
  if (cents > left) throw new AppError('reversal_above_payment')
  if (cents > sum(shares.map((share) => share.cents))) throw new AppError('reversal_of_refund')
  return cents
}

// Of an agreement that has ended an amendment means nothing any more.
async function undoAmendment(work: Work, agreement: AgreementRecord, { id }: PaymentRecord, installments: readonly InstallmentRecord[], shares: readonly LeftShare[]) {
  if (!stands(agreement.status)) return { restored: [], amended: [], news: [] }
  return undoFulfilment(work, agreement, installments, { id, numbers: shares.map(({ installmentNumber }) => installmentNumber) })
}

function newReversal(work: Work, { creditorId, id: paymentId, agreementId }: PaymentRecord, { reason, reversedAt, externalReference }: ReversalAsk, { amountCents, reopened }: Pick<ReversalRecord, 'amountCents' | 'reopened'>): ReversalRecord {
  return { creditorId, id: work.newId(), paymentId, agreementId, amountCents, reason, reversedAt, externalReference, reopened, createdAt: work.clock.now() }
}

function newsOf({ creditorId, id, paymentId, agreementId, amountCents, reason, reversedAt, externalReference }: ReversalRecord): Change {
  const subject = showId('reversal', id)
  const data = { reversalId: subject, paymentId: showId('payment', paymentId), agreementId: showId('agreement', agreementId), amountCents: centsNumber(amountCents), reason, reversedAt: reversedAt.toISOString(), externalReference }
  return { creditorId, type: 'payment.reversed', subject, data }
}
