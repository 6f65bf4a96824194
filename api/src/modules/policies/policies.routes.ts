import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Cursor, IdOf, Limit, ListOf } from '@repactua/shared/contract/common.ts'
import { CampaignState, Policy, PolicyInput } from '@repactua/shared/contract/policies.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { transact } from '../../platform/http/transact.ts'
import { asClient } from '../../platform/http/who-asks.ts'
import { readId } from '../../platform/ids.ts'
import { approvePolicy } from './approve-policy.ts'
import { createPolicy } from './create-policy.ts'
import { presentCampaign, presentPolicy } from './policies.presenter.ts'
import { publishPolicy } from './publish-policy.ts'
import { readCampaigns } from './read-campaigns.ts'
import { readPolicies, readPolicy } from './read-policies.ts'

const tag = 'Policies'
const security = 'creditor'
const params = Type.Object({ id: IdOf('policy') })
const Campaigns = Type.Object({ data: Type.Array(CampaignState) })
const querystring = Type.Object({ cursor: Type.Optional(Cursor), limit: Type.Optional(Limit) }, { additionalProperties: false })

export const policyRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/policies', {
    schema: {
      ...describe({ tag, security, summary: 'Make a draft of a policy', description: 'Checked against the law for the creditor’s regime: `errors` points at each rule outside it, with the article, the limit and the value. It offers nothing until it is published. Rules are read in their order: the first one that fits a debt decides, so that overlapping `when`s are allowed; bands of installment counts may not overlap.' }, { 201: Policy }),
      headers: IdempotencyHeaders,
      body: PolicyInput,
    },
    onRequest: asClient('policies:write'),
  }, (request, reply) => runOnce(request, reply, 201, async (work) => presentPolicy(await createPolicy(work, request.body))))

  app.post('/policies/:id/publication', {
    schema: {
      ...describe({ tag, security, summary: 'Put a draft in force', description: 'It takes the place of the policy in force, on its `validFrom` where that is later. Where two clients publish (`fourEyesPublishing`) it waits for the approval of another client. A published policy never changes; publishing it again answers it as it is.' }, { 200: Policy }),
      headers: IdempotencyHeaders,
      params,
    },
    onRequest: asClient('policies:write'),
  }, (request, reply) => runOnce(request, reply, 200, async (work) => presentPolicy(await publishPolicy(work, readId(request.params.id)))))

  app.post('/policies/:id/approval', {
    schema: {
      ...describe({ tag, security, summary: 'Approve a publication that another client asked for', description: 'Puts the policy in force. The client that asked is refused (`second_client_needed`).' }, { 200: Policy }),
      headers: IdempotencyHeaders,
      params,
    },
    onRequest: asClient('policies:write'),
  }, (request, reply) => runOnce(request, reply, 200, async (work) => presentPolicy(await approvePolicy(work, readId(request.params.id)))))

  app.get('/policies', {
    schema: { ...describe({ tag, security, summary: 'List policies, newest first' }, { 200: ListOf(Policy) }), querystring },
    onRequest: asClient('policies:read'),
  }, async (request) => {
    const { rows, nextCursor } = await transact(request, (work) => readPolicies(work, request.query))
    return { data: rows.map(presentPolicy), nextCursor }
  })

  app.get('/policies/:id', {
    schema: { ...describe({ tag, security, summary: 'Read a policy' }, { 200: Policy }), params },
    onRequest: asClient('policies:read'),
  }, (request) => transact(request, async (work) => presentPolicy(await readPolicy(work, readId(request.params.id)))))

  app.get('/campaigns', {
    schema: describe({ tag, security, summary: 'List campaigns with what is spent of their budgets', description: 'A signature spends the discount of the debts that a campaign’s rule reaches; a cancellation before anything is paid gives it back.' }, { 200: Campaigns }),
    onRequest: asClient('policies:read'),
  }, async (request) => ({ data: (await transact(request, readCampaigns)).map(presentCampaign) }))
}
