import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Closed, IdOf, ListOf } from '@repactua/shared/contract/common.ts'
import { Proposal, ProposalDecisionInput, ProposalQuery } from '@repactua/shared/contract/proposals.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { transact } from '../../platform/http/transact.ts'
import { asClient } from '../../platform/http/who-asks.ts'
import { readId } from '../../platform/ids.ts'
import { decideReview } from './decide-review.ts'
import { myProposalRoutes } from './my-proposals.routes.ts'
import { listProposals, readForCreditor } from './read-proposals.ts'

const TAG = { tag: 'Proposals', security: 'creditor' } as const
const params = Closed({ id: IdOf('proposal') })

export const proposalRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(myProposalRoutes)

  app.get('/proposals', {
    schema: { ...describe({ ...TAG, summary: 'Offers that debtors have made, newest first', description: 'With their present value at the policy’s rate, and the cheapest option that stood beside each.' }, { 200: ListOf(Proposal) }), querystring: ProposalQuery },
    onRequest: asClient('proposals:read'),
  }, (request) => transact(request, (work) => listProposals(work, request.query)))

  app.get('/proposals/:id', {
    schema: { ...describe({ ...TAG, summary: 'One offer of a debtor' }, { 200: Proposal }), params },
    onRequest: asClient('proposals:read'),
  }, (request) => transact(request, (work) => readForCreditor(work, readId(request.params.id))))

  app.post('/proposals/:id/decision', {
    schema: {
      ...describe({ ...TAG, summary: 'Answer an offer that is in review', description: 'Approved or countered, the debtor finds a sheet to sign; `note` is read by the debtor. Under `secondApprovalBelowBps` of the policy an approval takes two different clients.' }, { 200: Proposal }),
      headers: IdempotencyHeaders, params, body: ProposalDecisionInput,
    },
    onRequest: asClient('proposals:write'),
  }, (request, reply) => runOnce(request, reply, 200, (work) => decideReview(work, readId(request.params.id), request.body)))
}
