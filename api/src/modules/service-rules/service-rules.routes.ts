import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ListOf } from '@repactua/shared/contract/common.ts'
import { ServiceRestriction, ServiceRestrictionQuery, ServiceRules } from '@repactua/shared/contract/service-rules.ts'
import { describe } from '../../platform/http/openapi.ts'
import { transact } from '../../platform/http/transact.ts'
import { asClient } from '../../platform/http/who-asks.ts'
import { listRestrictions } from './list-restrictions.ts'
import { presentRestriction } from './service-rules.presenter.ts'
import { readServiceRules, setServiceRules } from './set-service-rules.ts'

const TAG = { tag: 'Escalations', security: 'creditor' } as const

export const serviceRuleRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/service-rules', {
    schema: describe({ ...TAG, summary: 'What is limited of a service when a debt is late', description: 'Nothing until it is set.' }, { 200: ServiceRules }),
    onRequest: asClient('escalations:read'),
  }, (request) => transact(request, async (work) => ({ rules: await readServiceRules(work) })))

  app.put('/service-rules', {
    schema: { ...describe({ ...TAG, summary: 'Set what is limited of a service when a debt is late', description: 'The whole set takes the place of the one before; what a rule limited that is gone comes back in the night. Refused (`service_rules_refused`): a notice shorter than the law’s, anything of teaching for a school, words that threaten.' }, { 200: ServiceRules }), body: ServiceRules },
    onRequest: asClient('escalations:write'),
  }, (request) => transact(request, async (work) => ({ rules: await setServiceRules(work, request.body.rules) })))

  app.get('/service-restrictions', {
    schema: { ...describe({ ...TAG, summary: 'List services that will be limited, are, or were, newest first', description: 'Your systems act: `service.limit_noticed` comes with the notice, `service.limited` on the day, `service.restored` with the last day to give it back, `service.limit_called_off` where it never began.' }, { 200: ListOf(ServiceRestriction) }), querystring: ServiceRestrictionQuery },
    onRequest: asClient('escalations:read'),
  }, async (request) => {
    const { rows, nextCursor } = await transact(request, (work) => listRestrictions(work, request.query))
    return { data: rows.map(presentRestriction), nextCursor }
  })
}
