import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Affordability, AffordabilityInput } from '@repactua/shared/contract/affordability.ts'
import { perMinute } from '../../platform/http/limits.ts'
import { describe } from '../../platform/http/openapi.ts'
import { transact } from '../../platform/http/transact.ts'
import { asDebtor } from '../../platform/http/who-asks.ts'
import { presentAffordability } from './affordability.presenter.ts'
import { weighSheet } from './weigh-sheet.ts'

export const affordabilityRoutes: FastifyPluginAsyncTypebox = async (app) => {
  // No Idempotency-Key: the answer would be kept, and it tells of the figures.
  app.post('/me/affordability', {
    schema: {
      ...describe({ tag: 'Debtor: agreements', security: 'debtor', summary: 'See which options fit my month', description: 'Private: nothing that is sent is stored or logged, and no creditor sees it. It warns where an option would leave less than the subsistence minimum (Decreto 11.150/22) or than the essentials, and names the option to look at first. It forbids nothing. That each dependant adds half of the minimum is a rule of this house, not of the law.' }, { 200: Affordability }),
      body: AffordabilityInput,
    },
    config: perMinute(60),
    onRequest: asDebtor,
  }, (request) => transact(request, async (work) => presentAffordability(await weighSheet(work, request.body))))
}
