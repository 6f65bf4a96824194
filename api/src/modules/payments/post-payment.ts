import type { PaymentInput } from '@repactua/shared/contract/payments.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import { localDateOf } from '../../platform/clock.ts'
import { recordChange, type Change } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { readId, showId } from '../../platform/ids.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { installmentsOf, lockAgreement, permissionsAt, registerPayment, takeEarlyPayment, takeLateCharges, type AgreementRecord, type InstallmentRecord } from '../agreements/index.ts'
import { fulfilAmendment } from '../amendments/index.ts'
import { paid, postEntry } from '../ledger/index.ts'
import { withLate, type ChargedShare } from './late-shares.rules.ts'
import { findByReference, insertPayment, sharesOf, type PaymentRecord } from './payments.repository.ts'
import { shareOut } from './payments.rules.ts'

const EARLIEST = new Date('1990-01-01T00:00:00Z')

export interface PostedPayment {
  payment: PaymentRecord
  shares: ChargedShare[]
  agreement: { status: AgreementRecord['status']; settledAt: Date | null }
}

/**
 * Posts a payment to an agreement. The same external reference twice is one payment; with another amount or another
 * agreement it is refused. Payments of one agreement wait for each other on its row.
 */
export async function postPayment(work: Work, input: PaymentInput): Promise<PostedPayment> {
  const creditorId = creditorOf(work)
  const agreement = await lockAgreement(work.tx, creditorId, readId(input.agreementId))
  if (!agreement) throw new AppError('not_found')
  const known = await findByReference(work.tx, creditorId, input.externalReference)
  if (known) return answerAgain(work, agreement, known, input)
  checkPaidAt(work, new Date(input.paidAt))
  const { pay } = permissionsAt(agreement, work.clock.now())
  if (!pay.ok) throw new AppError('agreement_not_active')
  return post(work, agreement, input)
}

/** True where a payment of this reference stands already. */
export async function isPosted({ tx }: Pick<Work, 'tx'>, creditorId: string, externalReference: string): Promise<boolean> {
  return (await findByReference(tx, creditorId, externalReference)) !== null
}

// RFC 3339 knows leap seconds and the year 0; neither the clock nor the bank does.
function checkPaidAt({ clock }: Work, paidAt: Date): void {
  const pointer = '/paidAt'
  if (!(paidAt >= EARLIEST)) throw new AppError('invalid_request', { errors: [{ pointer, code: 'wrong_format', message: 'Deve ser um instante que existe, de 1990 em diante.' }] })
  if (paidAt > clock.now()) throw new AppError('date_in_future', { errors: [{ pointer, code: 'date_in_future', message: 'O pagamento não pode estar no futuro.' }] })
}

async function answerAgain(work: Work, agreement: AgreementRecord, payment: PaymentRecord, input: PaymentInput): Promise<PostedPayment> {
  const isSame = payment.agreementId === agreement.id && payment.amountCents === BigInt(input.amountCents)
  if (!isSame) throw new AppError('payment_reference_reused')
  return { payment, shares: await sharesOf(work.tx, payment), agreement }
}

async function post(work: Work, agreement: AgreementRecord, input: PaymentInput): Promise<PostedPayment> {
  const payment = newPayment(work, agreement, input)
  const { installments, shares, amended } = await allocate(work, agreement, payment, input.installmentNumber)
  if (!(await insertPayment(work.tx, payment, shares))) throw new AppError('payment_reference_reused')
  const { creditorId, id: agreementId } = agreement
  await postEntry(work, { creditorId, agreementId, event: 'paid', sourceId: payment.id, lines: paid(shares) })
  const { news, ...after } = await registerPayment(work, agreement, installments, { id: payment.id, shares })
  const posted = { creditorId, type: 'payment.posted', subject: showId('payment', payment.id), data: factsOf(payment) }
  for (const change of [posted, ...amended, ...news]) await recordChange(work, change)
  return { payment, shares, agreement: after }
}

interface Allocated {
  installments: InstallmentRecord[]
  shares: ChargedShare[]
  amended: Change[]
}

// A payment that a signed amendment waits for makes it true; any other one goes to the open installments in their order, with
// what delay adds to those that are late, and at the lower amount that was signed for those that it pays early.
async function allocate(work: Work, agreement: AgreementRecord, { id, amountCents, paidAt }: PaymentRecord, named: number | undefined): Promise<Allocated> {
  const installments = await installmentsOf(work.tx, [agreement])
  const payment = { id, cents: amountCents, named, paidOn: localDateOf(paidAt) }
  const fulfilled = await fulfilAmendment(work, agreement, installments, payment)
  if (fulfilled) {
    const shares = fulfilled.shares.map(({ number, cents }) => ({ installmentNumber: number, cents }))
    return { installments: await installmentsOf(work.tx, [agreement]), shares: withLate(shares, []), amended: [fulfilled.news] }
  }
  const late = await takeLateCharges(work, agreement, installments, payment)
  const early = await takeEarlyPayment(work, agreement, late.installments, payment)
  const shared = shareOut(early.installments, payment.cents, named)
  if (!shared.ok) throw new AppError(shared.error)
  return { installments: early.installments, shares: withLate(shared.value, late.charged), amended: [...late.news, ...early.news] }
}

function newPayment(work: Work, agreement: AgreementRecord, { amountCents, paidAt, method, externalReference }: PaymentInput): PaymentRecord {
  return {
    creditorId: agreement.creditorId,
    id: work.newId(),
    agreementId: agreement.id,
    amountCents: BigInt(amountCents),
    paidAt: new Date(paidAt),
    method,
    externalReference,
    createdAt: work.clock.now(),
  }
}

function factsOf({ id, agreementId, amountCents, method, paidAt }: PaymentRecord) {
  return { paymentId: showId('payment', id), agreementId: showId('agreement', agreementId), amountCents: centsNumber(amountCents), method, paidAt: paidAt.toISOString() }
}
