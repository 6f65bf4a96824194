import type { FastifyPluginAsync } from 'fastify'
import { News } from '@repactua/shared/contract/news.ts'
import { describe } from '../../platform/http/openapi.ts'
import { asDebtorsPage, debtorOf, sessionTokenOf } from '../../platform/http/who-asks.ts'
import { createNewsDesk } from './hear-news.ts'
import { createOpenStreams } from './open-streams.ts'

export const newsRoutes: FastifyPluginAsync = async (app) => {
  const { platform } = app
  const streams = createOpenStreams(platform)
  const listener = { onNews: createNewsDesk(platform, streams), onGap: () => streams.reloadAll() }
  // Before the server waits for what is in flight: a stream would never be done.
  app.addHook('preClose', async () => streams.close())

  app.get('/me/events', {
    schema: {
      ...describe({
        tag: 'Debtor: agreements', security: 'debtor',
        summary: 'What changed, as it happens',
        description: 'Server-sent events for the person who is signed in. Each message is `{type, id}` of an agreement, a proposal or a dispute of theirs that somebody else moved: the bank, the creditor, a day that came. `event: reload` asks to read anew what is shown: at the start, and where something may have been missed. `event: ended` says that the session is over, and closes. An open stream does not keep a session alive. At most six for one person: a 429 above that.',
      }, { 200: News }),
      produces: ['text/event-stream'],
    },
    exposeHeadRoute: false,
    onRequest: asDebtorsPage,
  }, async (request, reply) => {
    await platform.news.listen(listener)
    const stream = streams.open(debtorOf(request), sessionTokenOf(request))
    // The last is for nginx, which otherwise gathers small pieces into large ones.
    return reply.type('text/event-stream').header('cache-control', 'no-store, no-transform').header('x-accel-buffering', 'no').send(stream)
  })
}
