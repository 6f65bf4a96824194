import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Closed, IdOf } from '@repactua/shared/contract/common.ts'
import { Payment, ReversalInput } from '@repactua/shared/contract/payments.ts'
import { describe, IdempotencyHeaders } from '../../../platform/http/openapi.ts'
import { runOnce } from '../../../platform/http/run-once.ts'
import { asClient } from '../../../platform/http/who-asks.ts'
import { readId } from '../../../platform/ids.ts'
import { presentPayment } from '../payments.presenter.ts'
import { takePaymentBack } from './take-payment-back.ts'

/** What a bank takes back. */
export const reversalRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/payments/:id/reversal', {
    schema: {
      ...describe({ tag: 'Payments', security: 'creditor', summary: 'Take a payment back that its bank took back', description: 'By the Pix MED, a charge-back or a bank’s error; whole or in part. What it paid is open again, and a settlement that rested on it is undone. The same `externalReference` twice is one reversal.' }, { 200: Payment }),
      headers: IdempotencyHeaders, params: Closed({ id: IdOf('payment') }), body: ReversalInput,
    },
    onRequest: asClient('payments:write'),
  }, (request, reply) => runOnce(request, reply, 200, async (work) => presentPayment(await takePaymentBack(work, readId(request.params.id), request.body))))
}
