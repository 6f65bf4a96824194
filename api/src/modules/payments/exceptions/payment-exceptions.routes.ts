import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Closed, IdOf, ListOf } from '@repactua/shared/contract/common.ts'
import { PaymentException, PaymentExceptionQuery } from '@repactua/shared/contract/payment-exceptions.ts'
import { describe } from '../../../platform/http/openapi.ts'
import { transact } from '../../../platform/http/transact.ts'
import { asClient } from '../../../platform/http/who-asks.ts'
import { readId } from '../../../platform/ids.ts'
import { presentException } from './payment-exceptions.presenter.ts'
import { listExceptions, readException } from './read-exceptions.ts'

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
}
