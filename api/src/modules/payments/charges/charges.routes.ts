import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Closed, IdOf } from '@repactua/shared/contract/common.ts'
import { Charge, ChargeInput, PixChargeInput } from '@repactua/shared/contract/payments.ts'
import { describe, IdempotencyHeaders } from '../../../platform/http/openapi.ts'
import { runOnce } from '../../../platform/http/run-once.ts'
import { asDebtor, debtorOf } from '../../../platform/http/who-asks.ts'
import { readId } from '../../../platform/ids.ts'
import { codeOfCharge } from '../../pix-charges/index.ts'
import { presentCharge, withCode } from './charges.presenter.ts'
import { createAmendmentCharge } from './create-amendment-charge.ts'
import { createBoletoCharge } from './create-boleto-charge.ts'
import { createCharge } from './create-charge.ts'

const installmentParams = Closed({ id: IdOf('agreement'), number: Type.Integer({ minimum: 1, maximum: 200 }) })

const CREATE = { pix: createCharge, boleto: createBoletoCharge }

/** Codes by which a person pays. */
export const chargeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/me/agreements/:id/installments/:number/charges', {
    schema: {
      ...describe({ tag: 'Debtor: agreements', security: 'debtor', summary: 'Get the Pix code or the boleto for an installment', description: 'A boleto where `paymentMethods` of the agreement has it; it carries the Pix code of the same amount. Asked again for the same amount, it is the same charge.' }, { 201: Charge }),
      headers: IdempotencyHeaders,
      params: installmentParams,
      body: ChargeInput,
    },
    onRequest: asDebtor,
  }, async (request, reply) => {
    const { id, number } = request.params
    const charge = await runOnce(request, reply, 201, async (work) =>
      presentCharge(await CREATE[request.body.method](work, { agreementId: readId(id), number }), app.publicUrl))
    // The bank is asked when all is written down: who asks again finds the same charge, and the code that there was none of.
    const code = await codeOfCharge(app.platform, debtorOf(request), readId(charge.id))
    if (!code.ok) request.log.warn({ problem: code.error.problem }, 'the bank gave no code: the static one serves')
    return code.ok && code.value ? withCode(charge, code.value) : charge
  })

  app.post('/me/agreements/:id/amendments/:amendmentId/charges', {
    schema: {
      ...describe({ tag: 'Debtor: agreements', security: 'debtor', summary: 'Get the Pix code that pays ahead, or everything' }, { 201: Charge }),
      headers: IdempotencyHeaders,
      params: Closed({ id: IdOf('agreement'), amendmentId: IdOf('amendment') }),
      body: PixChargeInput,
    },
    onRequest: asDebtor,
  }, (request, reply) => runOnce(request, reply, 201, async (work) => {
    const { id, amendmentId } = request.params
    return presentCharge(await createAmendmentCharge(work, { agreementId: readId(id), amendmentId: readId(amendmentId) }), app.publicUrl)
  }))
}
