import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { Payment } from '@repactua/shared/contract/payments.ts'
import { expect, test } from 'vitest'
import { signedAgreement, situation } from '../builders/agreement.ts'
import { startApp } from '../support/app.ts'
import { textOfPdf } from '../support/pdf-text.ts'

const testApp = await startApp()
const { http, clock } = testApp
let references = 0

async function paid() {
  const who = await situation(testApp)
  const agreement = await signedAgreement(testApp, who)
  const amountCents = agreement.installments[0]!.amountCents + 100
  const body = { agreementId: agreement.id, amountCents, paidAt: clock.now().toISOString(), method: 'pix', externalReference: `E${++references}` }
  const payment = (await http.post('/v1/payments').set('authorization', who.creditor.bearer).send(body).expect(201)).body as Payment
  return { who, agreement, payment }
}

const receipt = (cookie: string, { id }: Agreement, payment: Payment) => http.get(`/v1/me/agreements/${id}/payments/${payment.id}/receipt.pdf`).set('cookie', cookie)

test('each payment has a receipt, with who received it, what it pays and how to check it', async () => {
  const { who, agreement, payment } = await paid()
  const { body } = await http.get(`/v1/me/agreements/${agreement.id}/payments`).set('cookie', who.cookie).expect(200)
  expect(body).toEqual({ data: [payment], nextCursor: null })
  const pdf = await receipt(who.cookie, agreement, payment).expect('content-type', 'application/pdf').expect(200)
  const text = (await textOfPdf(pdf.body as Buffer)).replace(/\s+/g, ' ')
  for (const words of ['Recibo de pagamento', 'Marina Exemplo', agreement.creditor.cnpj, agreement.verificationCode!, payment.externalReference, 'Parcela 1', 'Parcela 2']) expect(text).toContain(words)
  expect((await receipt(who.cookie, agreement, payment).expect(200)).body).toEqual(pdf.body)
})

test('nobody reads what another person paid, nor a payment under another agreement', async () => {
  const mine = await paid()
  const other = await paid()
  await receipt(other.who.cookie, mine.agreement, mine.payment).expect(404)
  await http.get(`/v1/me/agreements/${mine.agreement.id}/payments`).set('cookie', other.who.cookie).expect(404)
  expect((await receipt(mine.who.cookie, mine.agreement, other.payment).expect(404)).body.code).toBe('not_found')
})
