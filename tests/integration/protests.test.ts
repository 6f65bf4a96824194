import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { afterEach, expect, test } from 'vitest'
import { signedAgreement, situation, type Situation } from '../builders/agreement.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { textOfPdf } from '../support/pdf-text.ts'
import { readQrCodes } from '../support/read-qr-codes.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock } = testApp
const rows = rowsOf(testApp.db)
let references = 0

afterEach(() => clock.moveTo(SOME_DAY))

const PROTEST = { registryOffice: '2º Tabelionato de Protesto de Exemplo', protestedOn: '2026-06-01', reference: 'Protocolo 123456, livro 789, folha 10' }

const protest = (bearer: string, externalId: string, body: object = PROTEST) => http.put(`/v1/debts/${externalId}/protest`).set('authorization', bearer).send(body)
const consent = (cookie: string, { id }: Agreement) => http.get(`/v1/me/agreements/${id}/protest-consent.pdf`).set('cookie', cookie)
const see = async ({ cookie }: Situation, { id }: Agreement) => (await http.get(`/v1/me/agreements/${id}`).set('cookie', cookie).expect(200)).body as Agreement
const settle = ({ creditor }: Situation, { id, totalCents }: Agreement) =>
  http.post('/v1/payments').set('authorization', creditor.bearer).send({ agreementId: id, amountCents: totalCents, paidAt: clock.now().toISOString(), method: 'pix', externalReference: `protest-${++references}` }).expect(201)

async function signed() {
  const who = await situation(testApp)
  return { who, agreement: await signedAgreement(testApp, who) }
}

test('a debt is marked as protested; the same again is nothing, something else corrects it', async () => {
  const { who } = await signed()
  const { bearer } = who.creditor
  const { externalId, id: debtId } = who.debt
  expect((await protest(bearer, externalId).expect(200)).body).toEqual({ debtId, ...PROTEST })
  await protest(bearer, externalId).expect(200)
  const corrected = { ...PROTEST, reference: 'Protocolo 654321' }
  expect((await protest(bearer, externalId, corrected).expect(200)).body).toEqual({ debtId, ...corrected })
  expect(await rows("select from outbox_events where type = 'debt.protested' and subject = $1", [debtId])).toHaveLength(2)
})

test('neither another creditor nor a day to come', async () => {
  const { who } = await signed()
  expect((await protest((await makeCreditor(testApp)).bearer, who.debt.externalId).expect(404)).body.code).toBe('not_found')
  expect((await protest(who.creditor.bearer, who.debt.externalId, { ...PROTEST, protestedOn: '2026-11-22' }).expect(422)).body.code).toBe('date_in_future')
  expect((await protest(who.creditor.bearer, who.debt.externalId, { ...PROTEST, registryOffice: 'Um\nDois' }).expect(400)).body.code).toBe('invalid_request')
})

test('once all is paid the person has the letter of consent: what, where, who gives it, who pays, and a code to check it', async () => {
  const { who, agreement } = await signed()
  await protest(who.creditor.bearer, who.debt.externalId).expect(200)
  expect((await see(who, agreement)).can.protestConsent).toEqual({ ok: false, code: 'agreement_not_settled' })
  expect((await consent(who.cookie, agreement).expect(409)).body.code).toBe('agreement_not_settled')
  await settle(who, agreement)
  const settled = await see(who, agreement)
  expect(settled.can.protestConsent).toEqual({ ok: true })
  const pdf = await consent(who.cookie, agreement).expect('content-type', 'application/pdf').expect(200)
  const text = (await textOfPdf(pdf.body as Buffer)).replace(/\s+/g, ' ')
  const words = [
    'Carta de anuência', PROTEST.registryOffice, '01/06/2026', PROTEST.reference, who.debt.externalId, 'Marina Exemplo', settled.verificationCode!, 'STJ, Tema 725',
    settled.creditor.legalName, settled.creditor.cnpj, 'Rua de Exemplo, 100', settled.creditor.email,
  ]
  for (const word of words) expect(text).toContain(word)
  expect(readQrCodes(pdf.body as Buffer)).toEqual([expect.stringMatching(`/verificar/${settled.verificationCode}$`)])
  expect((await consent(who.cookie, agreement).expect(200)).body).toEqual(pdf.body)
})

test('no letter without a protest, and none of somebody else', async () => {
  const { who, agreement } = await signed()
  await settle(who, agreement)
  expect((await consent(who.cookie, agreement).expect(409)).body.code).toBe('debt_not_protested')
  await protest(who.creditor.bearer, who.debt.externalId).expect(200)
  await consent((await situation(testApp)).cookie, agreement).expect(404)
  await consent(who.cookie, agreement).expect(200)
})

test('the books are in order', () => expectBooksInOrder(testApp))
