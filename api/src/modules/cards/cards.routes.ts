import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { CardAccount, CardAccountInput, CardCheckout, CardNoticeParams } from '@repactua/shared/contract/cards.ts'
import { Closed, IdOf } from '@repactua/shared/contract/common.ts'
import { perMinute } from '../../platform/http/limits.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { transact } from '../../platform/http/transact.ts'
import { asClient, asDebtor, debtorOf } from '../../platform/http/who-asks.ts'
import { readId } from '../../platform/ids.ts'
import { presentAccount, presentCheckout } from './cards.presenter.ts'
import { createCheckout } from './create-checkout.ts'
import { receiveNotice } from './receive-notice.ts'
import { readAccount, removeAccount, setAccount } from './set-account.ts'

const TAG = { tag: 'Cards', security: 'creditor' } as const
const LONGEST_NOTICE = 256 * 1024
/** What a call without a body has brought. */
const NOTHING = Buffer.alloc(0)

/** Cards, on a page of a provider: off unless a creditor has an account there. */
export const cardRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/card-account', {
    schema: describe({ ...TAG, summary: 'Read where one’s cards are taken', description: 'No secret is shown.' }, { 200: CardAccount }),
    onRequest: asClient('settings:read'),
  }, (request) => transact(request, async (work) => presentAccount(await readAccount(work), app.publicUrl)))

  app.put('/card-account', {
    schema: {
      ...describe({ ...TAG, summary: 'Take cards by one’s own account at a provider', description: 'Stripe Checkout. From then on `card` stands in `paymentMethods` of every agreement. At the provider the webhook endpoint is `webhookUrl`, which is /v1/card-notices/ and the creditor’s id.' }, { 200: CardAccount }),
      headers: IdempotencyHeaders,
      body: CardAccountInput,
    },
    onRequest: asClient('settings:write'),
  }, (request, reply) => runOnce(request, reply, 200, async (work) => presentAccount(await setAccount(work, request.body), app.publicUrl)))

  app.delete('/card-account', {
    schema: describe({ ...TAG, summary: 'Take no more cards', description: 'Its secrets are gone at once. A page that is open can still be paid at the provider: let open ones end first, within the hour.' }, { 204: Type.Null() }),
    onRequest: asClient('settings:write'),
  }, async (request, reply) => {
    await transact(request, removeAccount)
    return reply.status(204).send(null)
  })

  app.post('/me/agreements/:id/installments/:number/card-checkouts', {
    schema: {
      ...describe({ tag: 'Debtor: agreements', security: 'debtor', summary: 'Get a page on which an installment can be paid by card', description: 'Where `paymentMethods` of the agreement has `card`. The card is typed in at the provider. Asked again for the same amount, it is the same page while that is open.' }, { 201: CardCheckout }),
      params: Closed({ id: IdOf('agreement'), number: Type.Integer({ minimum: 1, maximum: 200 }) }),
    },
    onRequest: asDebtor,
  }, async (request, reply) => {
    const { id, number } = request.params
    const checkout = await createCheckout(app.platform, { actor: { kind: 'debtor', cpfIndex: debtorOf(request) }, agreementId: readId(id), number, publicUrl: app.publicUrl })
    return reply.status(201).send(presentCheckout(checkout))
  })

  await app.register(noticeRoutes)
}

/** A scope of its own: here, and only here, a body stays the bytes that were signed. */
const noticeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes))

  app.post('/card-notices/:creditorId', {
    schema: {
      ...describe({ tag: 'Cards', summary: 'News of a card provider', description: 'For the provider alone: signed with the secret of its webhook endpoint. It is a hint; the provider is asked for what it is about.' }, { 204: Type.Null() }),
      headers: Type.Object({ 'stripe-signature': Type.Optional(Type.String({ maxLength: 2_000 })) }),
      params: CardNoticeParams,
      body: { content: { 'application/json': { schema: {} } } },
    },
    bodyLimit: LONGEST_NOTICE,
    config: perMinute(600),
  }, async (request, reply) => {
    await receiveNotice(app.platform, { creditorId: readId(request.params.creditorId), bytes: (request.body as Buffer | undefined) ?? NOTHING, signature: request.headers['stripe-signature'] ?? '' })
    return reply.status(204).send(null)
  })
}
