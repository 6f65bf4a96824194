import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Closed, IdOf, ListOf } from '@repactua/shared/contract/common.ts'
import { AgentMessage, Conversation, ConversationClaim, ConversationQuery, ConversationWhole, PromiseOfPayment, PromiseQuery } from '@repactua/shared/contract/conversations.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { transact } from '../../platform/http/transact.ts'
import { asClient } from '../../platform/http/who-asks.ts'
import { readId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { presentPromise, presentThread, presentWhole } from './conversations.presenter.ts'
import { answerConversation } from './inbox/answer-conversation.ts'
import { closeConversation } from './inbox/close-conversation.ts'
import { listConversations, readConversation } from './inbox/list-conversations.ts'
import { claimConversation } from './inbox/take-conversation.ts'
import { listPromises } from './promises/list-promises.ts'

const TAG = { tag: 'Conversations', security: 'creditor' } as const
const oneConversation = Closed({ id: IdOf('conversation') })

export const conversationRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/conversations', {
    schema: { ...describe({ ...TAG, summary: 'Conversations with people, newest first', description: '`status=waiting` is the inbox: they asked for a person, or were not understood.' }, { 200: ListOf(Conversation) }), querystring: ConversationQuery },
    onRequest: asClient('conversations:read'),
  }, (request) => transact(request, async (work) => {
    const { rows, nextCursor } = await listConversations(work, request.query)
    return { data: rows.map(presentThread), nextCursor }
  }))

  app.get('/conversations/:id', {
    schema: { ...describe({ ...TAG, summary: 'One conversation with all that was said' }, { 200: ConversationWhole }), params: oneConversation },
    onRequest: asClient('conversations:read'),
  }, (request) => transact(request, (work) => whole(work, request.params.id)))

  app.post('/conversations/:id/claim', {
    schema: { ...describe({ ...TAG, summary: 'Take a conversation', description: 'For a quarter of an hour from each act nobody else of the creditor’s people does.' }, { 200: ConversationWhole }), headers: IdempotencyHeaders, params: oneConversation, body: ConversationClaim },
    onRequest: asClient('conversations:write'),
  }, (request, reply) => runOnce(request, reply, 200, async (work) => {
    await claimConversation(work, readId(request.params.id), request.body.agent)
    return whole(work, request.params.id)
  }))

  app.post('/conversations/:id/messages', {
    schema: { ...describe({ ...TAG, summary: 'Answer a person', description: 'Sent as it is, to the address that wrote; by WhatsApp within 24 hours of the person’s last message. Whoever writes takes the conversation.' }, { 201: ConversationWhole }), headers: IdempotencyHeaders, params: oneConversation, body: AgentMessage },
    onRequest: asClient('conversations:write'),
  }, (request, reply) => runOnce(request, reply, 201, async (work) => {
    await answerConversation(work, readId(request.params.id), request.body)
    return whole(work, request.params.id)
  }))

  app.post('/conversations/:id/closure', {
    schema: { ...describe({ ...TAG, summary: 'Close a conversation', description: 'The machine answers again. One that it answers already stays so.' }, { 200: ConversationWhole }), headers: IdempotencyHeaders, params: oneConversation, body: ConversationClaim },
    onRequest: asClient('conversations:write'),
  }, (request, reply) => runOnce(request, reply, 200, async (work) => {
    await closeConversation(work, readId(request.params.id), request.body.agent)
    return whole(work, request.params.id)
  }))

  app.get('/promises', {
    schema: { ...describe({ ...TAG, summary: 'Days on which people said they would pay, newest first' }, { 200: ListOf(PromiseOfPayment) }), querystring: PromiseQuery },
    onRequest: asClient('conversations:read'),
  }, (request) => transact(request, async (work) => {
    const { rows, nextCursor } = await listPromises(work, request.query)
    return { data: rows.map(presentPromise), nextCursor }
  }))
}

async function whole(work: Work, shownId: string): Promise<ConversationWhole> {
  return presentWhole(await readConversation(work, readId(shownId)), work.keys)
}
