import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Closed, IdOf } from '@repactua/shared/contract/common.ts'
import { PaymentException } from '@repactua/shared/contract/payment-exceptions.ts'
import { Charge, ChargeInput, Payment, PaymentInput, PixChargeInput } from '@repactua/shared/contract/payments.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { asClient, asDebtor, debtorOf } from '../../platform/http/who-asks.ts'
import { readId } from '../../platform/ids.ts'
import { codeOfCharge } from '../pix-charges/index.ts'
import { createAmendmentCharge } from './create-amendment-charge.ts'
import { createBoletoCharge } from './create-boleto-charge.ts'
import { createCharge } from './create-charge.ts'
import { myPaymentRoutes } from './my-payments.routes.ts'
import { presentException } from './exceptions/payment-exceptions.presenter.ts'
import { paymentExceptionRoutes } from './exceptions/payment-exceptions.routes.ts'
import { complete } from './exceptions/read-exceptions.ts'
import { presentCharge, presentPayment, withCode } from './payments.presenter.ts'
import { postPayment } from './post-payment.ts'
import { reversalRoutes } from './reversals/reversals.routes.ts'

const chargeParams = Closed({ id: IdOf('agreement'), number: Type.Integer({ minimum: 1, maximum: 200 }) })

const CREATE = { pix: createCharge, boleto: createBoletoCharge }

const statusOf = (told: Payment | PaymentException) => ('reason' in told ? 202 : 201)

export const paymentRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(myPaymentRoutes)
  await app.register(paymentExceptionRoutes)
  await app.register(reversalRoutes)

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

  app.post('/me/agreements/:id/installments/:number/charges', {
    schema: {
      ...describe({ tag: 'Debtor: agreements', security: 'debtor', summary: 'Get the Pix code or the boleto for an installment', description: 'A boleto where `paymentMethods` of the agreement has it; it carries the Pix code of the same amount. Asked again for the same amount, it is the same charge.' }, { 201: Charge }),
      headers: IdempotencyHeaders,
      params: chargeParams,
      body: ChargeInput,
    },
    onRequest: asDebtor,
  }, async (request, reply) => {
    const { id, number } = request.params
    const charge = await runOnce(request, reply, 201, async (work) =>
      presentCharge(await CREATE[request.body.method](work, { agreementId: readId(id), number }), app.publicUrl))
    // The bank is asked when all is written down: who asks again finds the same charge, and the code that there was none of.
    const code = await codeOfCharge(app.platform, debtorOf(request), readId(charge.id))
    if (!code.ok) request.log.warn({ problem: code.error.problem }, 'the bank gave no code: the static one serves')
    return code.ok && code.value ? withCode(charge, code.value) : charge
  })

  app.post('/me/agreements/:id/amendments/:amendmentId/charges', {
    schema: {
      ...describe({ tag: 'Debtor: agreements', security: 'debtor', summary: 'Get the Pix code that pays ahead, or everything' }, { 201: Charge }),
      headers: IdempotencyHeaders,
      params: Closed({ id: IdOf('agreement'), amendmentId: IdOf('amendment') }),
      body: PixChargeInput,
    },
    onRequest: asDebtor,
  }, (request, reply) => runOnce(request, reply, 201, async (work) => {
    const { id, amendmentId } = request.params
    return presentCharge(await createAmendmentCharge(work, { agreementId: readId(id), amendmentId: readId(amendmentId) }), app.publicUrl)
  }))
}
