import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Words } from '@repactua/shared/contract/common.ts'
import { IndexMonthInput, IndexMonthName, IndexTable, TABLE_CODES } from '@repactua/shared/contract/indices.ts'
import { perMinute } from '../../platform/http/limits.ts'
import { describe } from '../../platform/http/openapi.ts'
import { transact } from '../../platform/http/transact.ts'
import { asOperator } from '../../platform/http/who-asks.ts'
import { presentTable } from './indices.presenter.ts'
import { putIndexMonths } from './put-index-months.ts'
import { readIndex } from './read-index.ts'

const tag = 'Indices'
const code = Words(TABLE_CODES)

export const indexRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.put('/indices/:code/:month', {
    schema: {
      ...describe({ tag, security: 'creditor', summary: 'Set what an index was in a month', description: 'For operators of the installation. 201 for a month that was not there, 200 otherwise. Months may come in any order; another value replaces the one that is there, and the audit chain keeps both. Balances that waited for the month are told from then on. Once `selic_factor` and `ipca15` of a month are both there, `legal_interest` of the next month follows from them (CMN 5.171/2024), marked `derived`, unless it was published.' }, { 200: IndexTable, 201: IndexTable }),
      params: Type.Object({ code, month: IndexMonthName }),
      body: IndexMonthInput,
    },
    onRequest: asOperator('indices:write'),
  }, (request, reply) => transact(request, async (work) => {
    const { created } = await putIndexMonths(work, request.params.code, [{ month: request.params.month, percent: request.body.percent, pointer: '/percent' }])
    void reply.status(created > 0 ? 201 : 200)
    return presentTable(await readIndex(work, request.params.code))
  }))

  app.get('/indices/:code', {
    schema: {
      ...describe({ tag, summary: 'Read the table of an index', description: 'Official figures, open to all: whoever checks a balance needs them. `missing` names holes between its months.' }, { 200: IndexTable }),
      params: Type.Object({ code }),
    },
    config: perMinute(60),
  }, (request) => transact(request, async (work) => presentTable(await readIndex(work, request.params.code))))
}
