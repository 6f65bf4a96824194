import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { IdOf, ListOf } from '@repactua/shared/contract/common.ts'
import { Client, ClientInput, ClientQuery, CreatedClient } from '@repactua/shared/contract/creditors.ts'
import { perMinute } from '../../platform/http/limits.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { transact } from '../../platform/http/transact.ts'
import { asClient } from '../../platform/http/who-asks.ts'
import { readId } from '../../platform/ids.ts'
import { addClient } from './add-client.ts'
import { presentClient, presentCreatedClient } from './creditors.presenter.ts'
import { listClients } from './list-clients.ts'
import { revokeClient } from './revoke-client.ts'

const tag = 'Access'
const security = 'creditor'

export const clientRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/clients', {
    schema: {
      ...describe({ tag, security, summary: 'Make another client of one’s own', description: 'For a second system, or a second person where two publish. Its scopes are within those of the token that asks. The secret is shown this once.' }, { 201: CreatedClient }),
      headers: IdempotencyHeaders,
      body: ClientInput,
    },
    config: perMinute(30),
    onRequest: asClient('clients:write'),
  }, (request, reply) => runOnce(request, reply, 201, async (work) => presentCreatedClient(await addClient(work, request.body, request.user.scope.split(' ')))))

  app.get('/clients', {
    schema: { ...describe({ tag, security, summary: 'List one’s own clients, newest first' }, { 200: ListOf(Client) }), querystring: ClientQuery },
    onRequest: asClient('clients:read'),
  }, async (request) => {
    const { rows, nextCursor } = await transact(request, (work) => listClients(work, request.query))
    return { data: rows.map(presentClient), nextCursor }
  })

  app.delete('/clients/:id', {
    schema: {
      ...describe({ tag, security, summary: 'Revoke a client', description: 'It gets no token any more; those it has end within ten minutes. A client does not revoke itself.' }, { 204: Type.Null() }),
      params: Type.Object({ id: IdOf('client') }),
    },
    onRequest: asClient('clients:write'),
  }, async (request, reply) => {
    await transact(request, (work) => revokeClient(work, readId(request.params.id)))
    return reply.status(204).send(null)
  })
}
