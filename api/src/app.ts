import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import jwt from '@fastify/jwt'
import { createPublicKey } from 'node:crypto'
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import { routes } from './routes.ts'
import { findSession, peekSession } from './modules/identity/index.ts'
import { refuseBrokenText } from './platform/http/broken-text.ts'
import { useStrictValidation } from './platform/http/validation.ts'
import { answerError, answerUnknownRoute } from './platform/http/problem.ts'
import { serveHealth } from './platform/http/health.ts'
import { BODY_LIMIT_BYTES, SERVER_TIMEOUTS, useLimits } from './platform/http/limits.ts'
import { useOpenApi } from './platform/http/openapi.ts'
import { servePortal } from './platform/http/portal.ts'
import { logRequests } from './platform/http/request-log.ts'
import type { Logger } from './platform/log/logger.ts'
import type { Platform } from './platform/platform.ts'

const TOKEN_LIFE = '10m'

/** Builds the HTTP side without listening, so that tests and the writer of the OpenAPI document can have it too. */
export async function buildApp(config: Config, platform: Platform, logger: Logger): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: (_address, hop) => hop < config.trustProxy,
    requestIdHeader: false,
    genReqId: () => platform.newId(),
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: answerError,
    // While it ends, a request on an open connection is still answered, and told that the connection closes.
    return503OnClosing: false,
    ...SERVER_TIMEOUTS,
  })
  app.decorate('platform', platform)
  app.decorate('findSession', (token: string) => findSession(platform, token))
  app.decorate('peekSession', (token: string) => peekSession(platform, token))
  app.decorate('sessionCookie', config.publicUrl.startsWith('https://') ? '__Host-session' : 'session')
  app.decorate('publicUrl', config.publicUrl)
  app.decorate('demoBankUrl', config.demoBankUrl)
  app.decorateRequest('actor', null)
  app.setErrorHandler(answerError)
  // Fastify reads it by itself; nothing here takes it.
  app.removeContentTypeParser('text/plain')
  refuseBrokenText(app)
  useStrictValidation(app)
  logRequests(app)
  await useSecurity(app, config)
  await useLimits(app, config)
  await useOpenApi(app, config.publicUrl)
  serveHealth(app)
  await app.register(routes, { prefix: '/v1' })
  if (config.portalDist) await servePortal(app, config.portalDist)
  else app.setNotFoundHandler(answerUnknownRoute)
  return app
}

async function useSecurity(app: FastifyInstance, config: Config): Promise<void> {
  const { tokenPrivateKey } = config.keys
  const publicKey = createPublicKey(tokenPrivateKey).export({ type: 'spki', format: 'pem' }) as string
  await app.register(helmet, {
    strictTransportSecurity: config.production,
    contentSecurityPolicy: {
      directives: { 'default-src': ["'self'"], 'img-src': ["'self'", 'data:', 'https:'], 'style-src': ["'self'"], 'upgrade-insecure-requests': config.production ? [] : null },
    },
  })
  await app.register(cookie)
  await app.register(jwt, {
    secret: { private: tokenPrivateKey, public: publicKey },
    sign: { algorithm: 'EdDSA', expiresIn: TOKEN_LIFE, iss: config.publicUrl },
    verify: { algorithms: ['EdDSA'], allowedIss: config.publicUrl, cache: true },
  })
  app.get('/.well-known/jwks.json', { schema: { hide: true } }, () => ({
    keys: [{ ...createPublicKey(publicKey).export({ format: 'jwk' }), alg: 'EdDSA', use: 'sig' }],
  }))
}
