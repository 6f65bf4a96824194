import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { AutomaticPix } from '@repactua/shared/contract/automatic-pix.ts'
import { Closed, IdOf } from '@repactua/shared/contract/common.ts'
import { perMinute } from '../../platform/http/limits.ts'
import { describe } from '../../platform/http/openapi.ts'
import { transact } from '../../platform/http/transact.ts'
import { asDebtor, debtorOf } from '../../platform/http/who-asks.ts'
import { readId } from '../../platform/ids.ts'
import { askForLeave } from './ask-for-leave.ts'
import { presentLeave } from './automatic-pix.presenter.ts'
import { takeLeaveBack } from './end-leave.ts'
import { readLeave } from './read-leave.ts'

const TAG = { tag: 'Debtor: agreements', security: 'debtor' } as const
const params = Closed({ id: IdOf('agreement') })

export const automaticPixRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/me/agreements/:id/automatic-pix', {
    schema: { ...describe({ ...TAG, summary: 'Whether the installments pay themselves, or could' }, { 200: AutomaticPix }), params },
    onRequest: asDebtor,
  }, async (request) => presentLeave(await transact(request, (work) => readLeave(work, readId(request.params.id)))))

  app.put('/me/agreements/:id/automatic-pix', {
    schema: { ...describe({ ...TAG, summary: 'Ask for the code that gives leave to debit the installments', description: 'Pix Automático: the person says yes at their own bank, once, and each installment is debited on its day. The leave that stands is given again.' }, { 200: AutomaticPix }), params },
    config: perMinute(10),
    onRequest: asDebtor,
  }, async (request) => {
    const id = readId(request.params.id)
    await askForLeave(app.platform, { kind: 'debtor', cpfIndex: debtorOf(request) }, id)
    return presentLeave(await transact(request, (work) => readLeave(work, id)))
  })

  app.delete('/me/agreements/:id/automatic-pix', {
    schema: { ...describe({ ...TAG, summary: 'Take leave back', description: 'Nothing is debited any more but what is on its way today. Where there is none it stays so.' }, { 204: Type.Null() }), params },
    onRequest: asDebtor,
  }, async (request, reply) => {
    await transact(request, (work) => takeLeaveBack(work, readId(request.params.id)))
    return reply.status(204).send(null)
  })
}
