import type { FastifyInstance } from 'fastify'
import { AppError } from '../errors/app-error.ts'

/** /livez: the process answers. /readyz: it reaches its database within a second. */
export function serveHealth(app: FastifyInstance): void {
  const options = { schema: { hide: true }, logLevel: 'silent' as const, config: { rateLimit: false } }
  app.get('/livez', options, () => ({ status: 'ok' }))
  app.get('/readyz', options, async () => {
    await app.platform.pool.query({ text: 'select 1', query_timeout: 1_000 } as { text: string }).catch(() => {
      throw new AppError('unavailable')
    })
    return { status: 'ok' }
  })
}
