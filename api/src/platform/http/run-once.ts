import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Keys } from '../crypto/keys.ts'
import { AppError } from '../errors/app-error.ts'
import { answerAgain, claimOnce, keepAnswer, type OnceKey } from '../once.ts'
import type { Work } from '../work.ts'
import { credentialOf, transact } from './transact.ts'

const KEY_PATTERN = /^[\x21-\x7e]{1,200}$/

/**
 * Runs a creating use case in one transaction and answers `status` with its result, or the status that goes with that. With an
 * `Idempotency-Key` the effect happens once: the same key and body get the first answer, another body a 422, a twin in flight a 409.
 * Refusals are not stored. The answer is kept sealed, in the transaction of the effect.
 */
export async function runOnce<T>(request: FastifyRequest, reply: FastifyReply, status: number | ((answer: T) => number), useCase: (work: Work) => Promise<T>): Promise<T> {
  const once = onceKeyOf(request)
  const statusOf = typeof status === 'number' ? () => status : status
  const answer = once === null ? await transact(request, useCase) : await transactOnce(request, reply, once, statusOf, useCase)
  void reply.status(statusOf(answer))
  return answer
}

async function transactOnce<T>(request: FastifyRequest, reply: FastifyReply, once: OnceKey, statusOf: (answer: T) => number, useCase: (work: Work) => Promise<T>): Promise<T> {
  return transact(request, async (work) => {
    const fingerprint = fingerprintOf(work.keys, request)
    const first = await claimOnce(work.tx, work.keys, once)
    if (first) {
      const body = answerAgain<T>(first, fingerprint)
      markReplayed(reply)
      return body
    }
    const body = await useCase(work)
    await keepAnswer(work.tx, work, once, { fingerprint, status: statusOf(body), body: JSON.stringify(body) })
    return body
  })
}

/** Says that an answer is the first one's, given again. */
export function markReplayed(reply: FastifyReply): void {
  void reply.header('idempotent-replayed', 'true')
}

/** What names this request by its `Idempotency-Key`, or null where it has none. */
export function onceKeyOf(request: FastifyRequest): OnceKey | null {
  const key = request.headers['idempotency-key']
  if (key === undefined) return null
  if (typeof key !== 'string' || !KEY_PATTERN.test(key)) {
    const message = 'Use de 1 a 200 caracteres ASCII visíveis.'
    throw new AppError('invalid_request', { errors: [{ pointer: '/headers/idempotency-key', code: 'wrong_format', message }] })
  }
  const { keys } = request.server.platform
  return { credential: credentialOf(keys, request), method: request.method, path: request.url.split('?')[0] ?? '', key }
}

// Keyed: the body may be no more than a CPF, which an unkeyed hash would give away.
function fingerprintOf(keys: Keys, request: FastifyRequest): Buffer {
  return keys.mac('idempotency', canonical(request.body ?? null))
}

// Two bodies that differ only in the order of their fields are one body.
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`
}
