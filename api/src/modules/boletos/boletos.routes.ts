import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { BoletoAccount, BoletoAccountInput } from '@repactua/shared/contract/boletos.ts'
import { Closed, IdOf } from '@repactua/shared/contract/common.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { transact } from '../../platform/http/transact.ts'
import { asClient, asDebtor } from '../../platform/http/who-asks.ts'
import { readId } from '../../platform/ids.ts'
import { presentAccount } from './boletos.presenter.ts'
import { printBoleto } from './print-boleto.ts'
import { readAccount, setAccount } from './set-account.ts'

const Pdf = Type.Unsafe<Buffer>({ type: 'string', format: 'binary' })
const TAG = { tag: 'Boletos', security: 'creditor' } as const

export const boletoRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/boleto-account', {
    schema: describe({ ...TAG, summary: 'Read where one’s boletos are paid to' }, { 200: BoletoAccount }),
    onRequest: asClient('settings:read'),
  }, (request) => transact(request, async (work) => presentAccount(await readAccount(work))))

  app.put('/boleto-account', {
    schema: {
      ...describe({ ...TAG, summary: 'Set where one’s boletos are paid to', description: 'As the contract with the bank says. From then on agreements whose policy grants `boleto` can be paid so. The same account with another range of numbers goes on from there: one that begins before the last used number is refused. Slips that were made stay as they are.' }, { 200: BoletoAccount }),
      headers: IdempotencyHeaders,
      body: BoletoAccountInput,
    },
    onRequest: asClient('settings:write'),
  }, (request, reply) => runOnce(request, reply, 200, async (work) => presentAccount(await setAccount(work, request.body))))

  app.get('/me/agreements/:id/installments/:number/charges/:chargeId/boleto.pdf', {
    schema: {
      ...describe({ tag: 'Debtor: agreements', security: 'debtor', summary: 'A boleto as a PDF, with its Pix code' }, { 200: Pdf }),
      produces: ['application/pdf'],
      params: Closed({ id: IdOf('agreement'), number: Type.Integer({ minimum: 1, maximum: 200 }), chargeId: IdOf('charge') }),
    },
    onRequest: asDebtor,
  }, async (request, reply) => {
    const { id, number, chargeId } = request.params
    const bytes = await transact(request, (work) => printBoleto(work, { agreementId: readId(id), number, chargeId: readId(chargeId) }))
    return reply.type('application/pdf').header('content-disposition', 'inline; filename="boleto.pdf"').send(bytes)
  })
}
