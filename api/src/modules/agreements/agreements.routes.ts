import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Agreement, AgreementQuery, AgreementVerification, CancellationInput, VerificationCode } from '@repactua/shared/contract/agreements.ts'
import { Closed, IdOf, ListOf } from '@repactua/shared/contract/common.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { perMinute } from '../../platform/http/limits.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { transact } from '../../platform/http/transact.ts'
import { asClient } from '../../platform/http/who-asks.ts'
import { readId } from '../../platform/ids.ts'
import { presentAgreement } from './agreements.presenter.ts'
import { cancelAgreement } from './cancel-agreement.ts'
import { courtPlanRoutes } from './court-plans/court-plans.routes.ts'
import { listAgreements } from './list-agreements.ts'
import { loadAgreement } from './load-agreement.ts'
import { myAgreementRoutes } from './my-agreements.routes.ts'
import { verifyAgreement } from './verify-agreement.ts'

const TAG = { tag: 'Agreements', security: 'creditor' } as const
const params = Closed({ id: IdOf('agreement') })

export const agreementRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const now = () => app.platform.clock.now()
  await app.register(myAgreementRoutes)
  await app.register(courtPlanRoutes)

  app.get('/agreements', {
    schema: { ...describe({ ...TAG, summary: "The creditor's agreements, newest first" }, { 200: ListOf(Agreement) }), querystring: AgreementQuery },
    onRequest: asClient('agreements:read'),
  }, async (request) => {
    const { agreements, nextCursor } = await transact(request, (work) => listAgreements(work, request.query))
    return { data: agreements.map((whole) => presentAgreement(whole, now())), nextCursor }
  })

  app.get('/agreements/:id', {
    schema: { ...describe({ ...TAG, summary: 'One agreement' }, { 200: Agreement }), params },
    onRequest: asClient('agreements:read'),
  }, async (request) => presentAgreement(await transact(request, (work) => loadAgreement(work, readId(request.params.id))), now()))

  app.post('/agreements/:id/cancellation', {
    schema: {
      ...describe({ ...TAG, summary: 'Cancel an agreement', description: 'Its debts are open again; what was paid keeps counting on them.' }, { 200: Agreement }),
      headers: IdempotencyHeaders, params, body: CancellationInput,
    },
    onRequest: asClient('agreements:write'),
  }, (request, reply) => runOnce(request, reply, 200, async (work) =>
    presentAgreement(await cancelAgreement(work, readId(request.params.id), request.body), now())))

  app.get('/agreement-verifications/:code', {
    schema: { ...describe({ tag: 'Public', summary: 'Check the code of a term or of a discharge letter' }, { 200: AgreementVerification }), params: Closed({ code: VerificationCode }) },
    config: perMinute(30),
  }, (request) => {
    const { code } = request.params
    return app.platform.transact({ kind: 'system' }, { verificationCode: code }, (work) => verifyAgreement(work, code))
  })
}
