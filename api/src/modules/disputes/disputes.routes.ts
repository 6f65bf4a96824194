import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Closed, IdOf, ListOf } from '@repactua/shared/contract/common.ts'
import { CreditorDispute, Dispute, DisputeDecision, DisputeInput, DisputeQuery, MyDispute } from '@repactua/shared/contract/disputes.ts'
import { perMinute } from '../../platform/http/limits.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { transact } from '../../platform/http/transact.ts'
import { asClient, asDebtor } from '../../platform/http/who-asks.ts'
import { readId } from '../../platform/ids.ts'
import { decideDispute } from './decide-dispute.ts'
import { presentDispute, presentListedDispute, presentMyDispute } from './disputes.presenter.ts'
import { listDisputes, listMyDisputes } from './list-disputes.ts'
import { openDispute } from './open-dispute.ts'
import { takeBackDispute } from './take-back-dispute.ts'

const MINE = { tag: 'Debtor: debts', security: 'debtor' } as const
const TAG = { tag: 'Disputes', security: 'creditor' } as const
const oneDispute = Closed({ id: IdOf('dispute') })

export const disputeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/me/debts/:id/disputes', {
    schema: {
      ...describe({ ...MINE, summary: 'Contest a debt', description: 'Collection stops at once: nothing is offered, sent or broken of it until the creditor has answered.' }, { 201: Dispute }),
      headers: IdempotencyHeaders, params: Closed({ id: IdOf('debt') }), body: DisputeInput,
    },
    config: perMinute(10),
    onRequest: asDebtor,
  }, (request, reply) => runOnce(request, reply, 201, async (work) => presentDispute(await openDispute(work, readId(request.params.id), request.body), work.keys)))

  app.get('/me/disputes', {
    schema: describe({ ...MINE, summary: 'What I contested, and the answers, newest first' }, { 200: ListOf(MyDispute) }),
    onRequest: asDebtor,
  }, (request) => transact(request, async (work) => ({ data: (await listMyDisputes(work)).map((one) => presentMyDispute(one, work.keys)), nextCursor: null })))

  app.post('/me/disputes/:id/cancellation', {
    schema: { ...describe({ ...MINE, summary: 'Take back what I contested' }, { 200: Dispute }), headers: IdempotencyHeaders, params: oneDispute },
    onRequest: asDebtor,
  }, (request, reply) => runOnce(request, reply, 200, async (work) => presentDispute(await takeBackDispute(work, readId(request.params.id)), work.keys)))

  app.get('/disputes', {
    schema: { ...describe({ ...TAG, summary: 'What people contest, newest first' }, { 200: ListOf(CreditorDispute) }), querystring: DisputeQuery },
    onRequest: asClient('debts:read'),
  }, (request) => transact(request, async (work) => {
    const { rows, nextCursor } = await listDisputes(work, request.query)
    return { data: rows.map((one) => presentListedDispute(one, work.keys)), nextCursor }
  }))

  app.post('/disputes/:id/decision', {
    schema: {
      ...describe({ ...TAG, summary: 'Answer what a person contests', description: '`upheld` withdraws the debt; `corrected` comes after a PUT of the debt with the right figures; `rejected` opens it again. The person reads `answer` as it is. The same answer again answers the same.' }, { 200: CreditorDispute }),
      headers: IdempotencyHeaders, params: oneDispute, body: DisputeDecision,
    },
    onRequest: asClient('debts:write'),
  }, (request, reply) => runOnce(request, reply, 200, async (work) => presentListedDispute(await decideDispute(work, readId(request.params.id), request.body), work.keys)))
}
