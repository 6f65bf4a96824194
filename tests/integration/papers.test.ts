import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { Payment } from '@repactua/shared/contract/payments.ts'
import { expect, test } from 'vitest'
import { signedAgreement, situation } from '../builders/agreement.ts'
import { amendedAgreement } from '../builders/amendment.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput, signInWithCode } from '../builders/person.ts'
import { publishPolicy } from '../builders/policy.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { textOfPdf } from '../support/pdf-text.ts'
import { readQrCodes } from '../support/read-qr-codes.ts'

const testApp = await startApp()
const { http, clock } = testApp

/** A debt that was bought: CDC 42-A asks for the supplier beside the present creditor. */
async function assignedDebt(test: TestApp) {
  const creditor = await makeCreditor(test)
  await publishPolicy(test, creditor)
  const debtor = personInput({ name: 'Marina Exemplo' })
  const debt = await makeDebt(test, creditor, { debtor, originalCreditor: 'Móveis Ipê Exemplo Ltda., CNPJ 11.222.333/0001-81' })
  return { creditor, cpf: debtor.cpf, debt, cookie: await signInWithCode(test, debtor.cpf) }
}

test('term with its amendment, receipt and discharge name the creditor and the one before it, and each has a code that reads back', async () => {
  const who = await assignedDebt(testApp)
  const agreement = await signedAgreement(testApp, who)
  const { quote } = await amendedAgreement(testApp, who, agreement, { kind: 'pay_off' })
  const body = { agreementId: agreement.id, amountCents: quote.payNow!.amountCents, paidAt: clock.now().toISOString(), method: 'pix', externalReference: 'papers-1' }
  const payment = (await http.post('/v1/payments').set('authorization', who.creditor.bearer).send(body).expect(201)).body as Payment
  for (const paper of ['term.pdf', `payments/${payment.id}/receipt.pdf`, 'discharge.pdf']) await expectWhole(who.cookie, agreement, paper)
})

test('a draft of a term has no code: there is nothing to check yet', async () => {
  const who = await situation(testApp)
  const sheet = await http.post('/v1/me/offer-sheets').set('cookie', who.cookie).send({ debtIds: [who.debt.id], dueDay: 10 }).expect(201)
  const { body } = await http.post('/v1/me/agreements').set('cookie', who.cookie).send({ offerSheetId: sheet.body.id, optionId: 'installments-3' }).expect(201)
  const pdf = await http.get(`/v1/me/agreements/${body.id}/term.pdf`).set('cookie', who.cookie).expect(200)
  expect(readQrCodes(pdf.body as Buffer)).toEqual([])
})

async function expectWhole(cookie: string, { id, creditor, verificationCode }: Agreement, paper: string): Promise<void> {
  const pdf = (await http.get(`/v1/me/agreements/${id}/${paper}`).set('cookie', cookie).expect('content-type', 'application/pdf').expect(200)).body as Buffer
  const text = (await textOfPdf(pdf)).replace(/\s+/g, ' ')
  for (const word of [creditor.legalName, creditor.cnpj, 'Rua de Exemplo, 100', creditor.email, 'Móveis Ipê Exemplo Ltda.', verificationCode!]) expect(text, paper).toContain(word)
  expect(readQrCodes(pdf), paper).toEqual([expect.stringMatching(`/verificar/${verificationCode}$`)])
  expect(pdf.toString('latin1'), paper).toMatch(/<pdfaid:part>1<\/pdfaid:part>\s*<pdfaid:conformance>B</)
}
