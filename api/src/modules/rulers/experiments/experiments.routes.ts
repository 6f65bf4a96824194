import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { IdOf } from '@repactua/shared/contract/common.ts'
import { Experiment, ExperimentInput, ExperimentQuery, Experiments, ExperimentSummary } from '@repactua/shared/contract/experiments.ts'
import { perMinute } from '../../../platform/http/limits.ts'
import { describe, IdempotencyHeaders } from '../../../platform/http/openapi.ts'
import { runOnce } from '../../../platform/http/run-once.ts'
import { transact } from '../../../platform/http/transact.ts'
import { asClient } from '../../../platform/http/who-asks.ts'
import { readId } from '../../../platform/ids.ts'
import { endExperiment } from './end-experiment.ts'
import { presentExperiment, presentSummary } from './experiments.presenter.ts'
import { readExperiment, readExperiments } from './read-experiments.ts'
import { startExperiment } from './start-experiment.ts'

const tag = 'Rulers'
const security = 'creditor'
const params = Type.Object({ id: IdOf('experiment') })

export const experimentRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/experiments', {
    schema: {
      ...describe({ tag, security, summary: 'Begin an experiment on a ruler', description: 'People who come to its steps are put into an arm by a keyed hash, for good: another text, hour or order of channels, or nothing at all. What is a service comes to everybody. One at a time for each ruler.' }, { 201: ExperimentSummary }),
      headers: IdempotencyHeaders,
      body: ExperimentInput,
    },
    onRequest: asClient('rulers:write'),
  }, (request, reply) => runOnce(request, reply, 201, async (work) => presentSummary(await startExperiment(work, request.body))))

  app.get('/experiments', {
    schema: { ...describe({ tag, security, summary: 'List experiments, newest first' }, { 200: Experiments }), querystring: ExperimentQuery },
    onRequest: asClient('rulers:read'),
  }, async (request) => {
    const { rows, nextCursor } = await transact(request, (work) => readExperiments(work, request.query))
    return { data: rows.map(presentSummary), nextCursor }
  })

  app.get('/experiments/:id', {
    schema: { ...describe({ tag, security, summary: 'See what an experiment has shown', description: 'Everybody counts in the arm that they were drawn into, whatever reached them. Paid is what was paid on agreements and not taken back. A `verdict` is `too_early` as long as the interval of the difference holds zero.' }, { 200: Experiment }), params },
    config: perMinute(60),
    onRequest: asClient('rulers:read'),
  }, (request) => transact(request, async (work) => presentExperiment(await readExperiment(work, readId(request.params.id)))))

  app.post('/experiments/:id/end', {
    schema: {
      ...describe({ tag, security, summary: 'End an experiment', description: 'From now on everybody gets the steps as they are. Outcomes of those who are in it count on until their days are over.' }, { 200: ExperimentSummary }),
      headers: IdempotencyHeaders,
      params,
    },
    onRequest: asClient('rulers:write'),
  }, (request, reply) => runOnce(request, reply, 200, async (work) => presentSummary(await endExperiment(work, readId(request.params.id)))))
}
