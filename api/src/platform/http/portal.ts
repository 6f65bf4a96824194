import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { answerUnknownRoute } from './problem.ts'

/** Serves the built portal: its files as they are, and its one page for every other address a person may open. */
export async function servePortal(app: FastifyInstance, dist: string): Promise<void> {
  const page = readFileSync(join(dist, 'index.html'), 'utf8')
  await app.register(fastifyStatic, { root: join(resolve(dist), 'assets'), prefix: '/assets/', immutable: true, maxAge: '365d', preCompressed: true, schemaHide: true })
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !request.url.startsWith('/v1/') && (request.headers.accept ?? '').includes('text/html')
    if (!isPage) return answerUnknownRoute(request, reply)
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page)
  })
}
