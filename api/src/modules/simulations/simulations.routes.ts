import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Cursor, IdOf, Limit, ListOf } from '@repactua/shared/contract/common.ts'
import { Simulation, SimulationInput, SimulationSummary } from '@repactua/shared/contract/simulations.ts'
import { perMinute } from '../../platform/http/limits.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { transact } from '../../platform/http/transact.ts'
import { asClient } from '../../platform/http/who-asks.ts'
import { readId } from '../../platform/ids.ts'
import { readCompleted, readSimulation, readSimulations } from './read-simulations.ts'
import { presentSimulation, presentSummary } from './simulations.presenter.ts'
import { startSimulation } from './start-simulation.ts'
import { writeCsv } from './write-csv.ts'

const tag = 'Policies'
const security = 'creditor'
const params = Type.Object({ id: IdOf('simulation') })
const policyParams = Type.Object({ id: IdOf('policy') })
const querystring = Type.Object({ cursor: Type.Optional(Cursor), limit: Type.Optional(Limit) }, { additionalProperties: false })

const HOW = 'Counts every open debt that is not prescribed, each by itself, under this policy and under the one in force, as if both held today: validity dates are left aside. A campaign counts as long as it runs today: its budget does not end it within the simulation. A draft will do, and an older version too. What people would accept is stated, not known. It is counted after the answer: ask GET /v1/simulations/{id} until `status` is `completed` or `failed`. One at a time: a second one meanwhile gets `simulation_running`.'

export const simulationRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/policies/:id/simulations', {
    schema: {
      ...describe({ tag, security, summary: 'Hold a policy against the portfolio', description: HOW }, { 202: SimulationSummary }),
      headers: IdempotencyHeaders,
      params: policyParams,
      body: SimulationInput,
    },
    config: perMinute(30),
    onRequest: asClient('policies:write'),
  }, (request, reply) => runOnce(request, reply, 202, async (work) => presentSummary(await startSimulation(work, readId(request.params.id), request.body))))

  app.get('/policies/:id/simulations', {
    schema: { ...describe({ tag, security, summary: 'List the simulations of a policy, newest first' }, { 200: ListOf(SimulationSummary) }), params: policyParams, querystring },
    onRequest: asClient('policies:read'),
  }, async (request) => {
    const { rows, nextCursor } = await transact(request, (work) => readSimulations(work, readId(request.params.id), request.query))
    return { data: rows.map(presentSummary), nextCursor }
  })

  app.get('/simulations/:id', {
    schema: { ...describe({ tag, security, summary: 'See how a simulation gets on, and its result', description: 'Kept for 90 days.' }, { 200: Simulation }), params },
    onRequest: asClient('policies:read'),
  }, (request) => transact(request, async (work) => presentSimulation(await readSimulation(work, readId(request.params.id)))))

  app.get('/simulations/:id/results.csv', {
    schema: {
      ...describe({ tag, security, summary: 'Get the result as a file for a spreadsheet', description: 'UTF-8 with a byte order mark, semicolons, money in reais with a decimal comma. Columns: lado, politica, secao, regra, oferta, mes, dividas, saldo, desconto, total, a_vista_a_vencer, parcelas_a_vencer, previsto. `secao` says what a line tells: carteira, regra, oferta or mes.' }, { 200: Type.String() }),
      produces: ['text/csv'],
      params,
    },
    onRequest: asClient('policies:read'),
  }, async (request, reply) => {
    const result = await transact(request, (work) => readCompleted(work, readId(request.params.id)))
    const name = `simulacao-${readId(request.params.id)}.csv`
    return reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${name}"`).send(writeCsv(result))
  })
}
