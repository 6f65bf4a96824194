import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Agreement } from '@repactua/shared/contract/agreements.ts'
import { CourtPlanInput } from '@repactua/shared/contract/court-plans.ts'
import { describe, IdempotencyHeaders } from '../../../platform/http/openapi.ts'
import { runOnce } from '../../../platform/http/run-once.ts'
import { asClient } from '../../../platform/http/who-asks.ts'
import { presentAgreement } from '../agreements.presenter.ts'
import { enterCourtPlan } from './enter-court-plan.ts'

/** Plans that a court ratified for an over-indebted person. */
export const courtPlanRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/court-plans', {
    schema: {
      ...describe({
        tag: 'Agreements', security: 'creditor', summary: 'Enter a plan that a court ratified',
        description: 'An agreement of its own (CDC 104-A, 104-B): in force at once, without a signature, without late charges, at most five years long. Its debts leave collection and get no other offer.',
      }, { 201: Agreement }),
      headers: IdempotencyHeaders,
      body: CourtPlanInput,
    },
    onRequest: asClient('agreements:write'),
  }, (request, reply) => runOnce(request, reply, 201, async (work) =>
    presentAgreement(await enterCourtPlan(work, request.body), app.platform.clock.now())))
}
