import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Closed, IdOf, ListOf } from '@repactua/shared/contract/common.ts'
import { Message, MessageQuery, MessageWhole } from '@repactua/shared/contract/messages.ts'
import { describe } from '../../../platform/http/openapi.ts'
import { transact } from '../../../platform/http/transact.ts'
import { asClient } from '../../../platform/http/who-asks.ts'
import { readId } from '../../../platform/ids.ts'
import { listMessages } from './list-messages.ts'
import { presentMessage, presentWhole } from './messages.presenter.ts'
import { readMessage } from './read-message.ts'

const TAG = { tag: 'Messages', security: 'creditor' } as const

export const messageRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/messages', {
    schema: { ...describe({ ...TAG, summary: 'Messages to people, newest first', description: 'What waits, what went and what came of it. `from` and `to` are days on which messages were put into the outbox.' }, { 200: ListOf(Message) }), querystring: MessageQuery },
    onRequest: asClient('messages:read'),
  }, (request) => transact(request, async (work) => {
    const { rows, nextCursor } = await listMessages(work, request.query)
    return { data: rows.map(presentMessage), nextCursor }
  }))

  app.get('/messages/:id', {
    schema: { ...describe({ ...TAG, summary: 'One message with its evidence', description: 'Each call of a carrier: when, by what, to which address as far as this creditor has it on file, the words as they were sent with their SHA-256, and what the carrier told of it.' }, { 200: MessageWhole }), params: Closed({ id: IdOf('message') }) },
    onRequest: asClient('messages:read'),
  }, (request) => transact(request, async (work) => presentWhole(await readMessage(work, readId(request.params.id)))))
}
