import type { FastifyInstance } from 'fastify'

/** One line per request. The route's pattern is logged and never its URL, which a caller may fill with anything. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({
      method: request.method,
      route: request.routeOptions.url ?? 'unmatched',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      actor: request.actor?.kind ?? 'public',
    }, 'request')
  })
}
