import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PixSweep, PixSweepInput } from '@repactua/shared/contract/pix-accounts.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { asClient } from '../../platform/http/who-asks.ts'
import { askForSweep } from './ask-for-sweep.ts'

export const pixSweepRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/pix-sweeps', {
    schema: {
      ...describe({ tag: 'Pix', security: 'creditor', summary: 'Look through all Pix of some days', description: 'For what no webhook told. It also runs by itself every 15 minutes; what is known stays as it is.' }, { 202: PixSweep }),
      headers: IdempotencyHeaders,
      body: PixSweepInput,
    },
    onRequest: asClient('payments:write'),
  }, (request, reply) => runOnce(request, reply, 202, (work) => askForSweep(work, request.body)))
}
