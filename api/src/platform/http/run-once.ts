import type { FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../errors/app-error.ts'
import type { Work } from '../work.ts'
import { credentialOf, transact } from './transact.ts'

interface StoredAnswer {
  fingerprint: Buffer
  status: number
  body_sealed: Buffer
}

const KEY_PATTERN = /^[\x21-\x7e]{1,200}$/

/**
 * Runs a creating use case in one transaction and answers `status` with its result. With an `Idempotency-Key` the
 * effect happens once: the same key and body get the first answer, another body a 422, a twin in flight a 409.
 * Refusals are not stored. The answer is kept sealed, in the transaction of the effect.
 */
export async function runOnce<T>(request: FastifyRequest, reply: FastifyReply, status: number, useCase: (work: Work) => Promise<T>): Promise<T> {
  const key = idempotencyKey(request)
  if (key === null) {
    void reply.status(status)
    return transact(request, useCase)
  }
  return transact(request, async (work) => {
    await lockKey(work, request, key)
    const stored = await findAnswer(work, request, key)
    if (stored) return replay<T>(work, request, reply, stored)
    const body = await useCase(work)
    await storeAnswer(work, request, key, status, body)
    void reply.status(status)
    return body
  })
}

function idempotencyKey(request: FastifyRequest): string | null {
  const header = request.headers['idempotency-key']
  if (header === undefined) return null
  if (typeof header === 'string' && KEY_PATTERN.test(header)) return header
  const message = 'Use de 1 a 200 caracteres ASCII visíveis.'
  throw new AppError('invalid_request', { errors: [{ pointer: '/headers/idempotency-key', code: 'wrong_format', message }] })
}

// Held to the end of the transaction: a twin that comes meanwhile is told so at once and does not queue.
async function lockKey(work: Work, request: FastifyRequest, key: string): Promise<void> {
  const name = [credentialOf(work.keys, request), ...placeOf(request), key].join('\n')
  const { rows } = await work.tx.$client.query<{ locked: boolean }>({
    name: 'lock_idempotency_key',
    text: 'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as locked',
    values: [name],
  })
  if (!rows[0]?.locked) throw new AppError('idempotency_in_flight')
}

async function findAnswer(work: Work, request: FastifyRequest, key: string): Promise<StoredAnswer | undefined> {
  const { rows } = await work.tx.$client.query<StoredAnswer>({
    name: 'find_idempotent_answer',
    text: 'select fingerprint, status, body_sealed from idempotency_keys where credential = $1 and method = $2 and path = $3 and key = $4',
    values: [credentialOf(work.keys, request), ...placeOf(request), key],
  })
  return rows[0]
}

function replay<T>(work: Work, request: FastifyRequest, reply: FastifyReply, stored: StoredAnswer): T {
  if (!stored.fingerprint.equals(fingerprintOf(work, request))) throw new AppError('idempotency_key_reused')
  void reply.status(stored.status).header('idempotent-replayed', 'true')
  return JSON.parse(work.keys.open(stored.body_sealed)) as T
}

async function storeAnswer(work: Work, request: FastifyRequest, key: string, status: number, body: unknown): Promise<void> {
  await work.tx.$client.query({
    name: 'store_idempotent_answer',
    text: 'insert into idempotency_keys values ($1, $2, $3, $4, $5, $6, $7, $8)',
    values: [credentialOf(work.keys, request), ...placeOf(request), key, fingerprintOf(work, request), status, work.keys.seal(JSON.stringify(body)), work.clock.now()],
  })
}

function placeOf(request: FastifyRequest): [method: string, path: string] {
  return [request.method, request.url.split('?')[0] ?? '']
}

// Keyed: the body may be no more than a CPF, which an unkeyed hash would give away.
function fingerprintOf({ keys }: Work, request: FastifyRequest): Buffer {
  return keys.mac('idempotency', canonical(request.body ?? null))
}

// Two bodies that differ only in the order of their fields are one body.
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`
}
