import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Closed, IdOf } from '@repactua/shared/contract/common.ts'
import { RefundTransfer } from '@repactua/shared/contract/pix-accounts.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { transact } from '../../platform/http/transact.ts'
import { asClient } from '../../platform/http/who-asks.ts'
import { readId } from '../../platform/ids.ts'
import { askForTransfer, readTransfer } from './ask-for-transfer.ts'
import { presentTransfer } from './pix-refunds.presenter.ts'

const TAG = { tag: 'Pix', security: 'creditor' } as const
const params = Closed({ id: IdOf('refund') })

export const pixRefundRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/refunds/:id/transfer', {
    schema: {
      ...describe({ ...TAG, summary: 'Give a refund back by Pix', description: 'Out of the Pix that the money came by, at the creditor’s own bank. Once the bank has done it, the refund is confirmed by itself. Asked again it is the same transfer; where the bank refused, another attempt.' }, { 202: RefundTransfer }),
      headers: IdempotencyHeaders, params,
    },
    onRequest: asClient('payments:write'),
  }, (request, reply) => runOnce(request, reply, 202, async (work) => presentTransfer(await askForTransfer(work, readId(request.params.id)))))

  app.get('/refunds/:id/transfer', {
    schema: { ...describe({ ...TAG, summary: 'How far a refund by Pix has got' }, { 200: RefundTransfer }), params },
    onRequest: asClient('payments:read'),
  }, (request) => transact(request, async (work) => presentTransfer(await readTransfer(work, readId(request.params.id)))))
}
