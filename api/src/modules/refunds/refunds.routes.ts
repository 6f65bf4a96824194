import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Closed, IdOf, ListOf } from '@repactua/shared/contract/common.ts'
import { Refund, RefundConfirmationInput, RefundQuery } from '@repactua/shared/contract/refunds.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { transact } from '../../platform/http/transact.ts'
import { asClient } from '../../platform/http/who-asks.ts'
import { readId } from '../../platform/ids.ts'
import { confirmByHand } from './confirm-by-hand.ts'
import { listRefunds } from './list-refunds.ts'
import { presentRefund } from './refunds.presenter.ts'

const TAG = { tag: 'Payments', security: 'creditor' } as const

export const refundRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/refunds', {
    schema: { ...describe({ ...TAG, summary: 'What the creditor is to give back, newest first', description: 'Due at once: what was paid on an agreement that the person undid in its days (CDC 49), above all that was open, or for nothing that was owed (CC 876).' }, { 200: ListOf(Refund) }), querystring: RefundQuery },
    onRequest: asClient('payments:read'),
  }, async (request) => {
    const { rows, nextCursor } = await transact(request, (work) => listRefunds(work, request.query))
    return { data: rows.map(presentRefund), nextCursor }
  })

  app.post('/refunds/:id/confirmation', {
    schema: {
      ...describe({ ...TAG, summary: 'Say that a refund was paid back', description: 'The same `externalReference` again answers the same. Refused while the bank is giving it back by Pix.' }, { 200: Refund }),
      headers: IdempotencyHeaders, params: Closed({ id: IdOf('refund') }), body: RefundConfirmationInput,
    },
    onRequest: asClient('payments:write'),
  }, (request, reply) => runOnce(request, reply, 200, async (work) =>
    presentRefund(await confirmByHand(work, readId(request.params.id), request.body))))
}
