import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Agreement } from '@repactua/shared/contract/agreements.ts'
import { Amendment, AmendmentChallenge, AmendmentInput, AmendmentQuote, AmendmentQuoteInput, AmendmentSignatureInput } from '@repactua/shared/contract/amendments.ts'
import { Closed, IdOf, ListOf } from '@repactua/shared/contract/common.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { perMinute } from '../../platform/http/limits.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { transact } from '../../platform/http/transact.ts'
import { asClient, asDebtor, debtorOf } from '../../platform/http/who-asks.ts'
import { readId } from '../../platform/ids.ts'
import { loadAgreement, presentAgreement } from '../agreements/index.ts'
import { presentAmendments } from './amendments.presenter.ts'
import { askForAmendment } from './ask-for-amendment.ts'
import { quoteAmendment } from './quote-amendment.ts'
import { signAmendment } from './sign-amendment.ts'

const MINE = { tag: 'Debtor: agreements', security: 'debtor' } as const
const params = Closed({ id: IdOf('agreement') })

/** What a debtor changes alone in a running agreement: quoted, then signed by code. */
export const amendmentRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const now = () => app.platform.clock.now()

  app.post('/me/agreements/:id/amendment-quotes', {
    schema: {
      ...describe({ ...MINE, summary: 'See what a change of my plan would do', description: 'Good for today. The repairs are those of the agreement’s own policy; to pay ahead and to pay everything is a right (CDC 52 §2).' }, { 201: AmendmentQuote }),
      headers: IdempotencyHeaders, params, body: AmendmentQuoteInput,
    },
    config: perMinute(60),
    onRequest: asDebtor,
  }, (request, reply) => runOnce(request, reply, 201, (work) => quoteAmendment(work, { agreementId: readId(request.params.id), input: request.body })))

  app.post('/me/agreements/:id/amendments', {
    schema: { ...describe({ ...MINE, summary: 'Send a code that signs a quoted change' }, { 202: AmendmentChallenge }), headers: IdempotencyHeaders, params, body: AmendmentInput },
    config: perMinute(20),
    onRequest: asDebtor,
  }, (request, reply) => runOnce(request, reply, 202, (work) =>
    askForAmendment(work, { agreementId: readId(request.params.id), quoteId: readId(request.body.quoteId), address: request.ip })))

  app.post('/me/agreements/:id/amendments/:amendmentId/signature', {
    schema: {
      ...describe({ ...MINE, summary: 'Sign a quoted change with the code', description: 'Answers the agreement as it is now. A second click with the same code answers the same.' }, { 200: Agreement }),
      params: Closed({ id: IdOf('agreement'), amendmentId: IdOf('amendment') }),
      body: AmendmentSignatureInput,
    },
    config: perMinute(30),
    onRequest: asDebtor,
  }, async (request) => {
    const { id, amendmentId } = request.params
    const from = { address: request.ip, userAgent: (request.headers['user-agent'] ?? '').slice(0, 300) }
    const ask = { cpfIndex: debtorOf(request), agreementId: readId(id), amendmentId: readId(amendmentId), signature: request.body, from }
    return presentAgreement(await signAmendment(app.platform, ask), now())
  })

  app.get('/me/agreements/:id/amendments', {
    schema: { ...describe({ ...MINE, summary: 'The signed changes of my agreement' }, { 200: ListOf(Amendment) }), params },
    onRequest: asDebtor,
  }, async (request) => ({ data: presentAmendments(await transact(request, (work) => loadAgreement(work, readId(request.params.id))), now()), nextCursor: null }))

  app.get('/agreements/:id/amendments', {
    schema: { ...describe({ tag: 'Agreements', security: 'creditor', summary: 'The signed changes of an agreement' }, { 200: ListOf(Amendment) }), params },
    onRequest: asClient('agreements:read'),
  }, async (request) => ({ data: presentAmendments(await transact(request, (work) => loadAgreement(work, readId(request.params.id))), now()), nextCursor: null }))
}
