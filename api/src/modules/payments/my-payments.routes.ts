import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Closed, IdOf, ListOf } from '@repactua/shared/contract/common.ts'
import { MoneyApart } from '@repactua/shared/contract/money-apart.ts'
import { Payment } from '@repactua/shared/contract/payments.ts'
import { perMinute } from '../../platform/http/limits.ts'
import { describe } from '../../platform/http/openapi.ts'
import { transact } from '../../platform/http/transact.ts'
import { asDebtor } from '../../platform/http/who-asks.ts'
import { readId } from '../../platform/ids.ts'
import { renderPaper } from '../../platform/papers/render-paper.ts'
import { carnePaper } from './papers/carne-paper.ts'
import { gatherCarne } from './papers/gather-carne.ts'
import { listMoneyApart } from './list-money-apart.ts'
import { listPayments } from './list-payments.ts'
import { presentMoneyApart, presentPayment } from './payments.presenter.ts'
import { printReceipt } from './papers/print-receipt.ts'

const TAG = { tag: 'Debtor: agreements', security: 'debtor' } as const
const Pdf = Type.Unsafe<Buffer>({ type: 'string', format: 'binary' })

/** What the debtor has paid, and its receipts. */
export const myPaymentRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addHook('onRequest', asDebtor)

  app.get('/me/agreements/:id/payments', {
    schema: { ...describe({ ...TAG, summary: 'What I have paid on this agreement, newest first' }, { 200: ListOf(Payment) }), params: Closed({ id: IdOf('agreement') }) },
  }, async (request) => ({ data: (await transact(request, (work) => listPayments(work, readId(request.params.id)))).map(presentPayment), nextCursor: null }))

  app.get('/me/agreements/:id/money-apart', {
    schema: { ...describe({ ...TAG, summary: 'My money that is in none of its installments', description: 'What came and waits until the creditor says what it is for, and what the creditor is to give back or gave back.' }, { 200: MoneyApart }), params: Closed({ id: IdOf('agreement') }) },
  }, async (request) => presentMoneyApart(await transact(request, (work) => listMoneyApart(work, readId(request.params.id)))))

  app.get('/me/agreements/:id/carne.pdf', {
    schema: {
      ...describe({ ...TAG, summary: 'My open installments on slips to cut off, as a PDF', description: 'Each with the Pix code of what is open of it, good until its due date, and the line of its boleto where there is one. A late installment has no code here: its amount is another one tomorrow. Refused unless `can.pay`.' }, { 200: Pdf }),
      produces: ['application/pdf'], params: Closed({ id: IdOf('agreement') }),
      querystring: Closed({ page: Type.Optional(Type.Integer({ minimum: 1, maximum: 5, description: '24 open installments at a time; 1 when left out' })) }),
    },
    config: perMinute(10),
  }, async (request, reply) => {
    // Drawn after the transaction, which would wait for its pictures.
    const carne = await transact(request, (work) => gatherCarne(work, { agreementId: readId(request.params.id), page: request.query.page ?? 1 }))
    const bytes = await renderPaper(carnePaper(carne, app.publicUrl))
    return reply.type('application/pdf').header('content-disposition', 'inline; filename="carne-do-acordo.pdf"').send(bytes)
  })

  app.get('/me/agreements/:id/payments/:paymentId/receipt.pdf', {
    schema: { ...describe({ ...TAG, summary: 'The receipt of a payment as a PDF' }, { 200: Pdf }), produces: ['application/pdf'], params: Closed({ id: IdOf('agreement'), paymentId: IdOf('payment') }) },
  }, async (request, reply) => {
    const { id, paymentId } = request.params
    const bytes = await transact(request, (work) => printReceipt(work, { agreementId: readId(id), paymentId: readId(paymentId) }, app.publicUrl))
    return reply.type('application/pdf').header('content-disposition', 'inline; filename="recibo-de-pagamento.pdf"').send(bytes)
  })
}
