import type { ResolutionInput } from '@repactua/shared/contract/payment-exceptions.ts'
import { centsNumber } from '../../../core/money/cents-number.ts'
import { recordChange, type Change } from '../../../platform/audit/record-change.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { readId, showId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { applyException } from './apply-exception.ts'
import { findPayment } from '../payments.repository.ts'
import { lockException, setResolved, type PaymentExceptionRecord } from './payment-exceptions.repository.ts'
import { resolutionsOf } from './payment-exceptions.rules.ts'
import { complete, type ExceptionWhole } from './read-exceptions.ts'
import { countException, dismissException, refundException, samePayment } from './release-money.ts'
import type { Done } from './resolution.ts'

/**
 * Does with held money what a person of the creditor, or its bank, decided, once. The same decision again answers the same, another one is
 * refused. Two who decide at once wait for each other on the exception's row.
 */
export async function resolveException(work: Work, { creditorId, id }: Pick<PaymentExceptionRecord, 'creditorId' | 'id'>, input: ResolutionInput): Promise<ExceptionWhole> {
  const exception = await lockException(work.tx, creditorId, id)
  if (!exception) throw new AppError('not_found')
  const whole = await complete(work, exception)
  if (await isSame(work, exception, input)) return whole
  const allowed = resolutionsOf({ ...exception, isCountable: whole.isCountable })[input.action]
  if (!allowed.ok) throw new AppError(allowed.code)
  const { news, ...made } = await act(work, exception, input)
  const resolved = { ...exception, ...made, resolution: input.action, note: input.note ?? null, resolvedAt: work.clock.now() }
  await setResolved(work.tx, resolved)
  for (const change of [...news, newsOf(resolved)]) await recordChange(work, change)
  return complete(work, resolved)
}

async function isSame(work: Work, { creditorId, resolution, paymentId }: PaymentExceptionRecord, input: ResolutionInput): Promise<boolean> {
  if (resolution !== input.action) return false
  if (input.action === 'same_payment') return paymentId === readId(input.paymentId)
  if (input.action !== 'apply') return true
  return (await findPayment(work.tx, creditorId, paymentId!))?.agreementId === readId(input.agreementId)
}

async function act(work: Work, exception: PaymentExceptionRecord, input: ResolutionInput): Promise<Done> {
  switch (input.action) {
    case 'apply': return applyException(work, exception, input)
    case 'count_on_debts': return countException(work, exception)
    case 'refund': return refundException(work, exception)
    case 'same_payment': return samePayment(work, exception, input)
    case 'dismiss': return dismissException(work, exception)
  }
}

function newsOf({ creditorId, id, agreementId, resolution, amountCents, paymentId, refundId }: PaymentExceptionRecord): Change {
  const data = {
    exceptionId: showId('exception', id), agreementId: agreementId && showId('agreement', agreementId), action: resolution, amountCents: centsNumber(amountCents),
    paymentId: paymentId && showId('payment', paymentId), refundId: refundId && showId('refund', refundId),
  }
  return { creditorId, type: 'payment_exception.resolved', subject: data.exceptionId, data }
}
