import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { PixAccount, PixAccountInput } from '@repactua/shared/contract/pix-accounts.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { transact } from '../../platform/http/transact.ts'
import { asClient } from '../../platform/http/who-asks.ts'
import { presentPixAccount } from './pix-accounts.presenter.ts'
import { readAccount, removeAccount, setAccount } from './set-account.ts'

const TAG = { tag: 'Pix', security: 'creditor' } as const

export const pixAccountRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { allowsPrivateAddresses: allowsPrivate } = app.platform

  app.get('/pix-account', {
    schema: describe({ ...TAG, summary: 'Read how one’s bank is reached for Pix', description: 'No secret is shown.' }, { 200: PixAccount }),
    onRequest: asClient('settings:read'),
  }, (request) => transact(request, async (work) => presentPixAccount(await readAccount(work))))

  app.put('/pix-account', {
    schema: {
      ...describe({ ...TAG, summary: 'Set how one’s bank is reached for Pix', description: 'Any bank that keeps the Pix API of the Central Bank, 2.9.0. From then on the Pix code of an installment is a charge at the bank, and payments are posted by themselves. `status` tells in a moment whether the bank let us in.' }, { 200: PixAccount }),
      headers: IdempotencyHeaders,
      body: PixAccountInput,
    },
    onRequest: asClient('settings:write'),
  }, (request, reply) => runOnce(request, reply, 200, async (work) => presentPixAccount(await setAccount(work, request.body, { allowsPrivate }))))

  app.delete('/pix-account', {
    schema: describe({ ...TAG, summary: 'Forget how one’s bank is reached', description: 'Its secrets are gone at once, and Pix codes are for the creditor’s own key again. Codes that were given before stay payable.' }, { 204: Type.Null() }),
    onRequest: asClient('settings:write'),
  }, async (request, reply) => {
    await transact(request, removeAccount)
    return reply.status(204).send(null)
  })
}
