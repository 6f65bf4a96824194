import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Closed, IdOf, ListOf } from '@repactua/shared/contract/common.ts'
import { PaymentException, PaymentExceptionQuery, ResolutionInput } from '@repactua/shared/contract/payment-exceptions.ts'
import { describe, IdempotencyHeaders } from '../../../platform/http/openapi.ts'
import { runOnce } from '../../../platform/http/run-once.ts'
import { transact } from '../../../platform/http/transact.ts'
import { asClient } from '../../../platform/http/who-asks.ts'
import { readId } from '../../../platform/ids.ts'
import { creditorOf } from '../../../platform/work.ts'
import { presentException } from './payment-exceptions.presenter.ts'
import { listExceptions, readException } from './read-exceptions.ts'
import { resolveException } from './resolve-exception.ts'

const TAG = { tag: 'Payments', security: 'creditor' } as const

/** Money that came and needs a person. */
export const paymentExceptionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/payment-exceptions', {
    schema: { ...describe({ ...TAG, summary: 'Money that came and needs a person, newest first', description: 'Each says why (`reason`) and what may be done (`can`). Until then it is held in the books.' }, { 200: ListOf(PaymentException) }), querystring: PaymentExceptionQuery },
    onRequest: asClient('payments:read'),
  }, async (request) => {
    const { rows, nextCursor } = await transact(request, (work) => listExceptions(work, request.query))
    return { data: rows.map(presentException), nextCursor }
  })

  app.get('/payment-exceptions/:id', {
    schema: { ...describe({ ...TAG, summary: 'Read one of them' }, { 200: PaymentException }), params: Closed({ id: IdOf('exception') }) },
    onRequest: asClient('payments:read'),
  }, async (request) => presentException(await transact(request, (work) => readException(work, readId(request.params.id)))))

  app.post('/payment-exceptions/:id/resolution', {
    schema: {
      ...describe({ ...TAG, summary: 'Say what such money is for', description: '`apply`: a payment of an agreement that takes one. `count_on_debts`: it counts on the debts of its agreement, which was cancelled or broken. `refund`: it is owed back. `same_payment`: it is the money of a payment that stands, told by another reference. `dismiss`: it is of the creditor’s other business, or was never money. The same again answers the same; what was resolved otherwise is refused.' }, { 200: PaymentException }),
      headers: IdempotencyHeaders,
      params: Closed({ id: IdOf('exception') }),
      body: ResolutionInput,
    },
    onRequest: asClient('payments:write'),
  }, (request, reply) => runOnce(request, reply, 200, async (work) => presentException(await resolveException(work, { creditorId: creditorOf(work), id: readId(request.params.id) }, request.body))))
}
