import type { FastifyInstance } from 'fastify'
import { AppError } from '../errors/app-error.ts'

/**
 * Refuses a body with text that PostgreSQL cannot hold and JSON can: a NUL, or one half of a surrogate pair. Without
 * this they would come back as a fault of ours, or as another text than was sent.
 */
export function refuseBrokenText(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ body }) => {
    const pointer = findBrokenText(body)
    if (pointer === null) return
    throw new AppError('invalid_request', { errors: [{ pointer, code: 'wrong_format', message: 'O texto tem um caractere inválido.' }] })
  })
}

/** A JSON Pointer (RFC 6901) to the first such text, or null. Walks with a list of its own: JSON may be deeper than the stack. */
export function findBrokenText(body: unknown): string | null {
  const left: [pointer: string, value: unknown][] = [['', body]]
  for (let next = left.pop(); next; next = left.pop()) {
    const [pointer, value] = next
    if (typeof value === 'string' && (value.includes('\u0000') || !value.isWellFormed())) return pointer
    if (isContainer(value)) for (const [name, inner] of Object.entries(value)) left.push([`${pointer}/${escapeName(name)}`, inner])
  }
  return null
}

// A portfolio file comes as a stream: it is checked line by line where it is read.
function isContainer(value: unknown): value is object {
  return Array.isArray(value) || (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype)
}

function escapeName(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}
