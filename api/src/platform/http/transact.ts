import type { FastifyRequest } from 'fastify'
import type { Keys } from '../crypto/keys.ts'
import type { Scope } from '../db/transaction.ts'
import type { Platform } from '../platform.ts'
import type { Actor, Work } from '../work.ts'

declare module 'fastify' {
  interface FastifyInstance {
    platform: Platform
  }
}

/** Runs a use case in one transaction that sees what the actor of this request may see. */
export function transact<T>(request: FastifyRequest, useCase: (work: Work) => Promise<T>): Promise<T> {
  const actor = request.actor ?? ({ kind: 'system' } as const)
  return request.server.platform.transact(actor, scopeOf(actor), useCase)
}

/** A name for who asks, to keep one credential's keys apart from another's. An address is not kept in clear. */
export function credentialOf(keys: Keys, request: FastifyRequest): string {
  const { actor } = request
  if (actor?.kind === 'debtor') return `debtor:${actor.cpfIndex.toString('hex')}`
  return actor && actor.kind !== 'system' ? `client:${actor.clientId}` : `address:${keys.mac('address', request.ip).toString('hex')}`
}

function scopeOf(actor: Actor): Scope {
  if (actor.kind === 'client') return { creditorId: actor.creditorId }
  return actor.kind === 'debtor' ? { cpfIndex: actor.cpfIndex } : { nobody: true }
}
