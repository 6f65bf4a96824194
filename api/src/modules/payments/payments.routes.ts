import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Closed, IdOf, ListOf } from '@repactua/shared/contract/common.ts'
import { PaymentException } from '@repactua/shared/contract/payment-exceptions.ts'
import { Payment, PaymentInput } from '@repactua/shared/contract/payments.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { transact } from '../../platform/http/transact.ts'
import { asClient } from '../../platform/http/who-asks.ts'
import { readId } from '../../platform/ids.ts'
import { postPayment } from './arrivals/post-payment.ts'
import { chargeRoutes } from './charges/charges.routes.ts'
import { listPayments } from './list-payments.ts'
import { myPaymentRoutes } from './my-payments.routes.ts'
import { presentException } from './exceptions/payment-exceptions.presenter.ts'
import { paymentExceptionRoutes } from './exceptions/payment-exceptions.routes.ts'
import { complete } from './exceptions/read-exceptions.ts'
import { presentPayment } from './payments.presenter.ts'
import { reversalRoutes } from './reversals/reversals.routes.ts'

const statusOf = (told: Payment | PaymentException) => ('reason' in told ? 202 : 201)

/** All ways of money: what is asked for, what comes, what needs a person, what goes back, and its papers. */
export const paymentRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(chargeRoutes)
  await app.register(myPaymentRoutes)
  await app.register(paymentExceptionRoutes)
  await app.register(reversalRoutes)

  app.get('/agreements/:id/payments', {
    schema: { ...describe({ tag: 'Payments', security: 'creditor', summary: 'The payments of an agreement, newest first', description: 'Each with where it went and what its bank took back of it.' }, { 200: ListOf(Payment) }), params: Closed({ id: IdOf('agreement') }) },
    onRequest: asClient('payments:read'),
  }, async (request) => ({ data: (await transact(request, (work) => listPayments(work, readId(request.params.id)))).map(presentPayment), nextCursor: null }))

  app.post('/payments', {
    schema: {
      ...describe({ tag: 'Payments', security: 'creditor', summary: 'Post a payment to an agreement', description: 'The same `externalReference` twice is one payment. 202: the money is written down, but needs a person (`GET /v1/payment-exceptions`): its agreement is over or unsigned, or its installment is paid. What is more than the named installment goes to the next open ones or is owed back, as the settings say; what is above all that is open is owed back.' }, { 201: Payment, 202: PaymentException }),
      headers: IdempotencyHeaders,
      body: PaymentInput,
    },
    onRequest: asClient('payments:write'),
  }, (request, reply) => runOnce(request, reply, statusOf, async (work) => {
    const told = await postPayment(work, request.body)
    return told.kind === 'posted' ? presentPayment(told.posted) : presentException(await complete(work, told.exception))
  }))
}
