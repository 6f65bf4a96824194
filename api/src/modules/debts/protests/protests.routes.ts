import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { ExternalId } from '@repactua/shared/contract/debts.ts'
import { Protest, ProtestInput } from '@repactua/shared/contract/protests.ts'
import { describe } from '../../../platform/http/openapi.ts'
import { transact } from '../../../platform/http/transact.ts'
import { asClient } from '../../../platform/http/who-asks.ts'
import { showId } from '../../../platform/ids.ts'
import { protestDebt } from './protest-debt.ts'

export const protestRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.put('/debts/:externalId/protest', {
    schema: {
      ...describe({ tag: 'Debts', security: 'creditor', summary: 'Say that a debt was protested, and where', description: 'Once an agreement on it is settled, the person finds the letter of consent for its cancelling (Lei 9.492/97, art. 26). The same again changes nothing; something else corrects it.' }, { 200: Protest }),
      params: Type.Object({ externalId: ExternalId }),
      body: ProtestInput,
    },
    onRequest: asClient('debts:write'),
  }, (request) => transact(request, async (work) => {
    const { debtId, registryOffice, protestedOn, reference } = await protestDebt(work, request.params.externalId, request.body)
    return { debtId: showId('debt', debtId), registryOffice, protestedOn, reference }
  }))
}
