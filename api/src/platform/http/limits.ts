import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance } from 'fastify'
import { AppError } from '../errors/app-error.ts'

/** Bodies above this are refused, but for the streamed portfolio files. */
export const BODY_LIMIT_BYTES = 256 * 1024

/**
 * Time-outs in milliseconds; Fastify's own defaults are "never". A portfolio file may take ten minutes, what comes before it
 * ten seconds: a thousand callers who write letter by letter are gone in fifteen.
 */
export const SERVER_TIMEOUTS = {
  requestTimeout: 600_000, connectionTimeout: 30_000, keepAliveTimeout: 72_000,
  http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 },
}

/** Limits by address for everybody, and a 503 with Retry-After when the process cannot keep up. */
export async function useLimits(app: FastifyInstance, limits: { shedsLoad: boolean; rateLimit: boolean }): Promise<void> {
  if (limits.shedsLoad) {
    await app.register(underPressure, {
      maxEventLoopDelay: 1_000,
      pressureHandler: () => {
        throw new AppError('unavailable', { retryAfterSeconds: 2 })
      },
    })
  }
  if (!limits.rateLimit) return
  await app.register(rateLimit, {
    max: 600,
    timeWindow: '1 minute',
    errorResponseBuilder: (_request, context) => new AppError('too_many_requests', { retryAfterSeconds: Math.ceil(context.ttl / 1000) }),
  })
}

/** A tighter limit for one route, a minute and address. */
export function perMinute(max: number) {
  return { rateLimit: { max, timeWindow: '1 minute' } }
}
