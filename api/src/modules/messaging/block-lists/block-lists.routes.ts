import type { IncomingMessage } from 'node:http'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { BlockListQuery, BlockLists, ReceivedBlockList } from '@repactua/shared/contract/block-lists.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { describe } from '../../../platform/http/openapi.ts'
import { transact } from '../../../platform/http/transact.ts'
import { unpackBody } from '../../../platform/http/unpack-body.ts'
import { asOperator } from '../../../platform/http/who-asks.ts'
import { listBlockLists } from './list-block-lists.ts'
import { replaceBlockList } from './replace-block-list.ts'

const TAG = { tag: 'Messages', security: 'creditor' } as const
const FORMATS = ['text/plain', 'application/x-ndjson']
const AnyBytes = { content: Object.fromEntries(FORMATS.map((format) => [format, { schema: {} }])) }

/** A scope of its own: here a body is handed over as the stream that it is, of whatever length. */
export const blockListRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(FORMATS, (_request, payload, done) => done(null, payload))

  app.post('/block-lists', {
    schema: {
      ...describe({ ...TAG, summary: 'Send the do-not-call list of a state', description: 'For operators of the installation. A Brazilian phone a line, as text or as NDJSON strings, optionally with `Content-Encoding: gzip`, up to ten million lines. It takes the place of the state’s list before, once all of it is there; the same again changes nothing. Who is on any list is called and written to by phone by nobody. Numbers are kept as keyed indexes alone. One list of a state at a time: a second one meanwhile gets a 429.' }, { 200: ReceivedBlockList }),
      consumes: FORMATS,
      querystring: BlockListQuery,
      body: AnyBytes,
    },
    onRequest: asOperator('block_lists:write'),
  }, (request) => {
    if (!request.actor) throw new AppError('token_required')
    return replaceBlockList(app.platform, { actor: request.actor, state: request.query.state, content: unpackBody(request.body as IncomingMessage) })
  })

  app.get('/block-lists', {
    schema: describe({ ...TAG, summary: 'See which do-not-call lists stand', description: 'For operators of the installation.' }, { 200: BlockLists }),
    onRequest: asOperator('block_lists:write'),
  }, (request) => transact(request, listBlockLists))
}
