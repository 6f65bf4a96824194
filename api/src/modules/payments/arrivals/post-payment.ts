import type { PaymentInput } from '@repactua/shared/contract/payments.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { readId } from '../../../platform/ids.ts'
import { creditorOf, type Work } from '../../../platform/work.ts'
import { findAgreement, installmentsOf } from '../../agreements/index.ts'
import type { Received } from './arrival.ts'
import { receiveMoney } from './receive-money.ts'
import { findException } from '../exceptions/payment-exceptions.repository.ts'
import { findByReference, sharesOf } from '../payments.repository.ts'

const EARLIEST = new Date('1990-01-01T00:00:00Z')

type Told = Exclude<Received, { kind: 'known' }>

/**
 * Takes in a payment that a creditor's system tells of. It is posted, or held for a person; the same external reference
 * again answers the same, with another amount or another agreement it is refused.
 */
export async function postPayment(work: Work, input: PaymentInput): Promise<Told> {
  const creditorId = creditorOf(work)
  const agreementId = readId(input.agreementId)
  checkPaidAt(work, new Date(input.paidAt))
  await checkAim(work, agreementId, input.installmentNumber)
  const { installmentNumber: number, method, externalReference } = input
  const received = await receiveMoney(work, {
    creditorId, amountCents: BigInt(input.amountCents), paidAt: new Date(input.paidAt), method, externalReference,
    aim: { kind: 'installment', agreementId, ...(number === undefined ? {} : { number }) },
  })
  if (received.kind === 'posted' || (received.kind === 'held' && received.exception.reason !== 'reference_reused')) return received
  return answerAgain(work, creditorId, input)
}

// RFC 3339 knows leap seconds and the year 0; neither the clock nor the bank does.
function checkPaidAt({ clock }: Work, paidAt: Date): void {
  const pointer = '/paidAt'
  if (!(paidAt >= EARLIEST)) throw new AppError('invalid_request', { errors: [{ pointer, code: 'wrong_format', message: 'Deve ser um instante que existe, de 1990 em diante.' }] })
  if (paidAt > clock.now()) throw new AppError('date_in_future', { errors: [{ pointer, code: 'date_in_future', message: 'O pagamento não pode estar no futuro.' }] })
}

async function checkAim(work: Work, agreementId: string, number: number | undefined): Promise<void> {
  const agreement = await findAgreement(work, agreementId)
  if (!agreement) throw new AppError('not_found')
  if (number === undefined || agreement.signedAt === null) return
  const isThere = (await installmentsOf(work.tx, [agreement])).some((one) => one.number === number)
  if (!isThere) throw new AppError('installment_not_found')
}

// A refusal undoes what the second telling may have written down.
async function answerAgain(work: Work, creditorId: string, input: PaymentInput): Promise<Told> {
  const { externalReference } = input
  const agreementId = readId(input.agreementId)
  const isSame = (one: { agreementId: string | null; amountCents: bigint } | null) => one?.agreementId === agreementId && one.amountCents === BigInt(input.amountCents)
  const exception = await findException(work.tx, creditorId, { externalReference })
  if (exception && isSame(exception)) return { kind: 'held', exception }
  const payment = await findByReference(work.tx, creditorId, externalReference)
  if (!payment || !isSame(payment)) throw new AppError('payment_reference_reused')
  const { status, settledAt } = (await findAgreement(work, agreementId))!
  return { kind: 'posted', posted: { payment, shares: await sharesOf(work.tx, payment), agreement: { status, settledAt } } }
}
