import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import type { BankDoorSettings } from './config-bank-door.ts'
import { pixWebhookRoutes } from './modules/pix-arrivals/index.ts'
import { useStrictValidation } from './platform/http/validation.ts'
import { answerError, answerUnknownRoute } from './platform/http/problem.ts'
import { logRequests } from './platform/http/request-log.ts'
import type { Logger } from './platform/log/logger.ts'
import type { Platform } from './platform/platform.ts'

/** A bank tells some hundred bytes a Pix. */
const BODY_LIMIT_BYTES = 1_000_000
const TIMEOUTS = { requestTimeout: 10_000, connectionTimeout: 15_000, keepAliveTimeout: 60_000 }

/** Builds the listener that banks bring their news to: TLS on both sides, nothing but the door, and no one without a certificate of the given authorities. */
export async function buildBankDoor({ key, certificate, clientCa }: Pick<BankDoorSettings, 'key' | 'certificate' | 'clientCa'>, platform: Platform, logger: Logger): Promise<FastifyInstance> {
  const door = fastify({
    https: { key, cert: certificate, ca: clientCa, requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    bodyLimit: BODY_LIMIT_BYTES,
    requestIdHeader: false,
    genReqId: () => platform.newId(),
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: answerError,
    ...TIMEOUTS,
  })
  door.decorate('platform', platform)
  door.setErrorHandler(answerError)
  door.setNotFoundHandler(answerUnknownRoute)
  useStrictValidation(door as unknown as FastifyInstance)
  logRequests(door as unknown as FastifyInstance)
  await door.register(pixWebhookRoutes)
  return door as unknown as FastifyInstance
}
