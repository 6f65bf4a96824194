import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Closed, IdOf, ListOf } from '@repactua/shared/contract/common.ts'
import { MyProposal, MyProposalQuery, ProposalInput } from '@repactua/shared/contract/proposals.ts'
import { perMinute } from '../../platform/http/limits.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { transact } from '../../platform/http/transact.ts'
import { asDebtor } from '../../platform/http/who-asks.ts'
import { readId } from '../../platform/ids.ts'
import { makeProposal } from './make-proposal.ts'
import { listMyProposals, readProposal } from './read-proposals.ts'

const TAG = { tag: 'Debtor: agreements', security: 'debtor' } as const

// An answer holds a sheet as it was written: nothing may reorder its bytes.
const serializerCompiler = () => JSON.stringify

/** The debtor's own offers: made, answered, read again. */
export const myProposalRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addHook('onRequest', asDebtor)

  app.post('/me/proposals', {
    schema: {
      ...describe({ ...TAG, summary: 'Make an offer of my own', description: 'Accepted or countered at once, put to a person’s review, or refused with what would work. At most 5 a debt and day.' }, { 201: MyProposal }),
      headers: IdempotencyHeaders,
      body: ProposalInput,
    },
    config: perMinute(20),
    serializerCompiler,
  }, (request, reply) => runOnce(request, reply, 201, (work) => makeProposal(work, request.body)))

  app.get('/me/proposals', {
    schema: { ...describe({ ...TAG, summary: 'My offers, newest first', description: 'Each without its sheet.' }, { 200: ListOf(MyProposal) }), querystring: MyProposalQuery },
  }, (request) => transact(request, (work) => listMyProposals(work, request.query)))

  app.get('/me/proposals/:id', {
    schema: { ...describe({ ...TAG, summary: 'One of my offers and its answer', description: 'Accepted or countered, with the sheet and the option to sign.' }, { 200: MyProposal }), params: Closed({ id: IdOf('proposal') }) },
    serializerCompiler,
  }, (request) => transact(request, (work) => readProposal(work, readId(request.params.id))))
}
