import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { answerUnknownRoute } from './problem.ts'

/** Serves the built portal: its files as they are, and its one page for every other address a person may open. */
export async function servePortal(app: FastifyInstance, dist: string): Promise<void> {
  const page = readFileSync(join(dist, 'index.html'), 'utf8')
  await app.register(fastifyStatic, { root: join(resolve(dist), 'assets'), prefix: '/assets/', immutable: true, maxAge: '365d', preCompressed: true, schemaHide: true })
  // Asked for anew each time, so that a device never shows pushes by an old one.
  app.get('/push-worker.js', { schema: { hide: true } }, (_request, reply) => reply.sendFile('push-worker.js', resolve(dist), { immutable: false, maxAge: 0 }))
  app.setNotFoundHandler((request, reply) => {
    if (!asksForPage(request)) return answerUnknownRoute(request, reply)
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page)
  })
}

// A browser says that it wants HTML; at the front door anybody gets it.
function asksForPage({ method, url, headers }: FastifyRequest): boolean {
  if (!['GET', 'HEAD'].includes(method) || url.startsWith('/v1/')) return false
  return url === '/' || (headers.accept ?? '').includes('text/html')
}
