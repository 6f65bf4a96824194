import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Closed, IdOf, ListOf } from '@repactua/shared/contract/common.ts'
import { Delisting, DelistingQuery } from '@repactua/shared/contract/delistings.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { transact } from '../../platform/http/transact.ts'
import { asClient } from '../../platform/http/who-asks.ts'
import { readId } from '../../platform/ids.ts'
import { confirmDelisting } from './confirm-delisting.ts'
import { presentDelisting } from './delistings.presenter.ts'
import { listDelistings } from './list-delistings.ts'

const TAG = { tag: 'Agreements', security: 'creditor' } as const

export const delistingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/delistings', {
    schema: { ...describe({ ...TAG, summary: 'Names to take off lists of debtors', description: 'One for each settled agreement, or from its first installment on where the term promises that: five business days from the payment (STJ, Súmula 548). On the third, `delisting.alarm` tells of what is open.' }, { 200: ListOf(Delisting) }), querystring: DelistingQuery },
    onRequest: asClient('agreements:read'),
  }, async (request) => {
    const { rows, nextCursor } = await transact(request, (work) => listDelistings(work, request.query))
    return { data: rows.map(presentDelisting), nextCursor }
  })

  app.post('/delistings/:agreementId/confirmation', {
    schema: {
      ...describe({ ...TAG, summary: 'Say that the name is on no list any more', description: 'Also where it never was. Twice answers the same.' }, { 200: Delisting }),
      headers: IdempotencyHeaders, params: Closed({ agreementId: IdOf('agreement') }),
    },
    onRequest: asClient('agreements:write'),
  }, (request, reply) => runOnce(request, reply, 200, async (work) =>
    presentDelisting(await confirmDelisting(work, readId(request.params.agreementId)))))
}
