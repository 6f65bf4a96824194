import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { IdOf } from '@repactua/shared/contract/common.ts'
import { RulerQuery, RulerSimulation, RulerSimulationInput, RulerSimulations, RulerSimulationSummary } from '@repactua/shared/contract/rulers.ts'
import { perMinute } from '../../../platform/http/limits.ts'
import { describe, IdempotencyHeaders } from '../../../platform/http/openapi.ts'
import { runOnce } from '../../../platform/http/run-once.ts'
import { transact } from '../../../platform/http/transact.ts'
import { asClient } from '../../../platform/http/who-asks.ts'
import { readId } from '../../../platform/ids.ts'
import { readSimulation, readSimulations } from './read-simulations.ts'
import { presentSimulation, presentSummary } from './ruler-simulations.presenter.ts'
import { startSimulation } from './start-simulation.ts'

const tag = 'Rulers'
const security = 'creditor'
const params = Type.Object({ id: IdOf('ruler') })
const simulationParams = Type.Object({ id: IdOf('ruler'), simulationId: IdOf('simulation') })

export const rulerSimulationRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/rulers/:id/simulations', {
    schema: {
      ...describe({ tag, security, summary: 'See the load of a ruler over months', description: 'Lives the creditor’s people through the days by the planner itself, beside the creditor’s other rulers; a draft will do, and no message is written. Nothing new is sent, agreed or contested meanwhile, and nobody pays but the share that is stated. What the ruler has sent before is counted again. It is counted after the answer: ask GET /v1/rulers/{id}/simulations/{simulationId} until `status` is `completed` or `failed`. One at a time.' }, { 202: RulerSimulationSummary }),
      headers: IdempotencyHeaders,
      params,
      body: RulerSimulationInput,
    },
    config: perMinute(30),
    onRequest: asClient('rulers:write'),
  }, (request, reply) => runOnce(request, reply, 202, async (work) => presentSummary(await startSimulation(work, readId(request.params.id), request.body))))

  app.get('/rulers/:id/simulations', {
    schema: { ...describe({ tag, security, summary: 'List the simulations of a ruler, newest first' }, { 200: RulerSimulations }), params, querystring: RulerQuery },
    onRequest: asClient('rulers:read'),
  }, async (request) => {
    const { rows, nextCursor } = await transact(request, (work) => readSimulations(work, readId(request.params.id), request.query))
    return { data: rows.map(presentSummary), nextCursor }
  })

  app.get('/rulers/:id/simulations/:simulationId', {
    schema: { ...describe({ tag, security, summary: 'See how a simulation gets on, and its result', description: 'Kept for 90 days.' }, { 200: RulerSimulation }), params: simulationParams },
    onRequest: asClient('rulers:read'),
  }, (request) => transact(request, async (work) => presentSimulation(await readSimulation(work, readId(request.params.id), readId(request.params.simulationId)))))
}
