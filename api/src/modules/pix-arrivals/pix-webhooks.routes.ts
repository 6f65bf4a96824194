import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { AppError } from '../../platform/errors/app-error.ts'
import { hintsOf } from './hints.rules.ts'
import { takeHints } from './take-hints.ts'

/**
 * The door of banks: `POST {webhookUrl}/pix` of the Pix API. Who gets here has shown a certificate; the secret in the address
 * says whose bank it is. The body's schema is open, since a bank is never sent away for what it adds.
 */
export const pixWebhookRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/pix-webhooks/:hook/pix', { schema: { params: Type.Object({ hook: Type.String({ maxLength: 100 }) }) } }, async (request, reply) => {
    if (!(await takeHints(app.platform, request.params.hook, hintsOf(request.body)))) throw new AppError('route_not_found')
    return reply.status(200).send()
  })
}
