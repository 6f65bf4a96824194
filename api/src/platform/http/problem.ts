import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { ERROR_STATUS, type ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import { ERROR_TEXTS } from '@repactua/shared/errors/texts.pt-br.ts'
import type { Problem } from '@repactua/shared/errors/problem.ts'
import { AppError, type RefusalDetails } from '../errors/app-error.ts'
import { sqlState } from '../db/transaction.ts'
import { fieldErrorsOf } from '../schema/field-errors.ts'

/** The one place that turns an error into an answer: RFC 9457, with a stable code and what to do now. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = refusalOf(error)
  if (refusal.code === 'internal') request.log.error({ err: error }, 'fault')
  sendProblem(refusal.code, refusal.details, request, reply)
}

export function answerUnknownRoute(request: FastifyRequest, reply: FastifyReply): void {
  sendProblem('route_not_found', {}, request, reply)
}

// RFC 6749, section 5.2, wants these in a field named `error`.
const OAUTH_ERRORS = new Set<ErrorCode>(['invalid_client', 'invalid_scope', 'unsupported_grant_type'])

function isTokenRequest(code: ErrorCode, request: FastifyRequest): boolean {
  return code === 'invalid_request' && request.routeOptions.url === '/v1/oauth/token'
}

// RFC 6750, section 3, and RFC 6749, section 5.2: how to come in.
const CHALLENGES: Partial<Record<ErrorCode, string>> = { token_required: 'Bearer', invalid_client: 'Basic realm="Repactua"' }

function sendProblem(code: ErrorCode, details: RefusalDetails, request: FastifyRequest, reply: FastifyReply): void {
  const status = ERROR_STATUS[code]
  const { title, action } = ERROR_TEXTS[code]
  const problem: Problem = {
    type: `urn:repactua:error:${code}`,
    title,
    status,
    detail: details.detail ?? title,
    code,
    action,
    requestId: request.id,
    ...(OAUTH_ERRORS.has(code) || isTokenRequest(code, request) ? { error: code } : {}),
    ...(details.errors ? { errors: [...details.errors] } : {}),
  }
  if (CHALLENGES[code]) void reply.header('www-authenticate', CHALLENGES[code])
  const retryAfter = details.retryAfterSeconds ?? (status === 503 || code === 'idempotency_in_flight' ? 1 : null)
  if (retryAfter !== null) void reply.header('retry-after', retryAfter)
  void reply.status(status).type('application/problem+json').serializer(JSON.stringify).send(problem)
}

function refusalOf(error: unknown): { code: ErrorCode; details: RefusalDetails } {
  if (error instanceof AppError) return { code: error.code, details: error.details }
  const fastifyError = error as FastifyError
  if (fastifyError.validation) return { code: 'invalid_request', details: { errors: fieldErrorsOf(fastifyError.validation) } }
  return { code: codeOfFramework(fastifyError) ?? (isUnreachable(error) ? 'unavailable' : 'internal'), details: {} }
}

const FRAMEWORK_CODES: Record<string, ErrorCode> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid_json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid_json',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid_request',
  FST_ERR_BAD_URL: 'invalid_request',
  FST_ERR_MAX_PARAM_LENGTH: 'invalid_request',
  FST_UNDER_PRESSURE: 'unavailable',
}

function codeOfFramework(error: FastifyError): ErrorCode | null {
  const known = FRAMEWORK_CODES[error.code]
  if (known) return known
  if (error.statusCode === 400) return error instanceof SyntaxError ? 'invalid_json' : 'invalid_request'
  return error.statusCode === 429 ? 'too_many_requests' : null
}

// The database is away, hangs, holds a lock too long, or is full: all of them pass.
function isUnreachable(error: unknown): boolean {
  if (/^(08|53|57)|^(55P03|25P03|40001|40P01)$/.test(sqlState(error))) return true
  const text = error instanceof Error ? `${(error as { code?: string }).code ?? ''} ${error.message}` : ''
  const fromCause = error instanceof Error && error.cause !== undefined && isUnreachable(error.cause)
  return fromCause || /ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|timeout|Connection terminated|not queryable/i.test(text)
}
