import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { IdOf } from '@repactua/shared/contract/common.ts'
import { Preview, PreviewInput, Ruler, RulerInput, RulerPause, RulerQuery, Rulers } from '@repactua/shared/contract/rulers.ts'
import { perMinute } from '../../platform/http/limits.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { transact } from '../../platform/http/transact.ts'
import { asClient } from '../../platform/http/who-asks.ts'
import { readId } from '../../platform/ids.ts'
import { experimentRoutes } from './experiments/experiments.routes.ts'
import { createRuler } from './create-ruler.ts'
import { pauseRuler } from './pause-ruler.ts'
import { previewRuler } from './preview-ruler.ts'
import { presentPreview } from './preview.presenter.ts'
import { publishRuler } from './publish-ruler.ts'
import { readRuler, readRulers } from './read-rulers.ts'
import { presentRuler } from './rulers.presenter.ts'
import { rulerSimulationRoutes } from './simulations/ruler-simulations.routes.ts'

const tag = 'Rulers'
const security = 'creditor'
const params = Type.Object({ id: IdOf('ruler') })

export const rulerRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/rulers', {
    schema: {
      ...describe({ tag, security, summary: 'Make a draft of a ruler', description: 'Which message goes to whom on which day. Without `steps` it has those of the built-in ruler. Steps that make no sense are refused, each with its pointer. Nothing is sent until it is published. Of several steps on one day the first one in the list comes first, service before collection.' }, { 201: Ruler }),
      headers: IdempotencyHeaders,
      body: RulerInput,
    },
    onRequest: asClient('rulers:write'),
  }, (request, reply) => runOnce(request, reply, 201, async (work) => presentRuler(await createRuler(work, request.body))))

  app.get('/rulers', {
    schema: { ...describe({ tag, security, summary: 'List rulers, newest first' }, { 200: Rulers }), querystring: RulerQuery },
    onRequest: asClient('rulers:read'),
  }, async (request) => {
    const { rows, nextCursor } = await transact(request, (work) => readRulers(work, request.query))
    return { data: rows.map(presentRuler), nextCursor }
  })

  app.get('/rulers/:id', {
    schema: { ...describe({ tag, security, summary: 'Read a ruler' }, { 200: Ruler }), params },
    onRequest: asClient('rulers:read'),
  }, (request) => transact(request, async (work) => presentRuler(await readRuler(work, readId(request.params.id)))))

  app.post('/rulers/:id/publication', {
    schema: {
      ...describe({ tag, security, summary: 'Put a draft in force', description: 'It takes the place of the ruler with the same `code`; what a step has sent before is not sent again. A published ruler never changes; publishing it again answers it as it is.' }, { 200: Ruler }),
      headers: IdempotencyHeaders,
      params,
    },
    onRequest: asClient('rulers:write'),
  }, (request, reply) => runOnce(request, reply, 200, async (work) => presentRuler(await publishRuler(work, readId(request.params.id)))))

  app.put('/rulers/:id/pause', {
    schema: {
      ...describe({ tag, security, summary: 'Pause the ruler in force, or let it go on', description: 'What was planned and is not sent yet is not sent while it is paused.' }, { 200: Ruler }),
      headers: IdempotencyHeaders,
      params,
      body: RulerPause,
    },
    onRequest: asClient('rulers:write'),
  }, (request, reply) => runOnce(request, reply, 200, async (work) => presentRuler(await pauseRuler(work, readId(request.params.id), request.body.paused))))

  app.post('/rulers/:id/preview', {
    schema: {
      ...describe({ tag, security, summary: 'See what a ruler would send on a day', description: 'Who would get what, when and by which channel, and which rule holds back the rest: planned as on that day, beside the creditor’s other rulers, and nothing is written. A draft will do. At most ten thousand people are looked at in one call; `nextCursor` leads on, and the counts of the calls add up. Of a day to come, what is known today is taken as it is. Addresses that several people share are looked at only when a message is sent.' }, { 200: Preview }),
      params,
      body: PreviewInput,
    },
    config: perMinute(60),
    onRequest: asClient('rulers:read'),
  }, (request) => transact(request, async (work) => presentPreview(await previewRuler(work, readId(request.params.id), request.body))))

  await app.register(rulerSimulationRoutes)
  await app.register(experimentRoutes)
}
