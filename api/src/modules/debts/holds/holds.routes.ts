import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { DebtHold, DebtHoldInput, ExternalId } from '@repactua/shared/contract/debts.ts'
import { describe } from '../../../platform/http/openapi.ts'
import { transact } from '../../../platform/http/transact.ts'
import { asClient } from '../../../platform/http/who-asks.ts'
import { creditorOf } from '../../../platform/work.ts'
import { endHold } from './end-hold.ts'
import { putHold } from './put-hold.ts'

const TAG = { tag: 'Debts', security: 'creditor' } as const
const params = Type.Object({ externalId: ExternalId })

/** Pauses of debts. */
export const holdRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.put('/debts/:externalId/hold', {
    schema: {
      ...describe({ ...TAG, summary: 'Pause a debt', description: 'Nothing is offered for it or sent of it, and its agreement is not broken meanwhile. Without `untilOn` it lasts until it is ended; otherwise it ends by itself after that day. A pause of the same content changes nothing.' }, { 200: DebtHold }),
      params, body: DebtHoldInput,
    },
    onRequest: asClient('debts:write'),
  }, async (request) => {
    const { externalId } = request.params
    const { reason, untilOn, createdAt, endedAt } = await transact(request, (work) => putHold(work, externalId, request.body))
    return { externalId, reason, untilOn, createdAt: createdAt.toISOString(), endedAt: endedAt?.toISOString() ?? null }
  })

  app.delete('/debts/:externalId/hold', {
    schema: { ...describe({ ...TAG, summary: 'End the pause of a debt', description: 'One that is not paused stays so.' }, { 204: Type.Null() }), params },
    onRequest: asClient('debts:write'),
  }, async (request, reply) => {
    await transact(request, (work) => endHold(work, { creditorId: creditorOf(work), externalId: request.params.externalId }))
    return reply.status(204).send(null)
  })
}
