import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { formatDate } from '@repactua/shared/time/local-date.ts'
import { afterEach, expect, test } from 'vitest'
import { signedAgreement, situation, type Situation } from '../builders/agreement.ts'
import { signInWithCode } from '../builders/person.ts'
import { band, grant, publishPolicy, rule } from '../builders/policy.ts'
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

const carne = (cookie: string, { id }: Agreement, page = 1) => http.get(`/v1/me/agreements/${id}/carne.pdf`).query({ page }).set('cookie', cookie)
const pay = ({ creditor }: Situation, { id }: Agreement, amountCents: number) =>
  http.post('/v1/payments').set('authorization', creditor.bearer).send({ agreementId: id, amountCents, paidAt: clock.now().toISOString(), method: 'pix', externalReference: `carne-${++references}` }).expect(201)
const chargesOf = ({ id }: Agreement) => rows("select from charges where 'agreement_' || agreement_id = $1", [id])

async function signed(optionId?: string) {
  const who = await situation(testApp)
  await publishPolicy(testApp, who.creditor, { rules: [rule({ grant: grant({ installments: [band(2, 120, { leastInstallmentCents: 1 })] }) })] })
  return { who, agreement: await signedAgreement(testApp, who, optionId) }
}

test('every open installment has a slip: who receives, until when, how much, and the very code that its page gives', async () => {
  const { who, agreement } = await signed()
  const pdf = await carne(who.cookie, agreement).expect('content-type', 'application/pdf').expect(200)
  const text = (await textOfPdf(pdf.body as Buffer)).replace(/\s+/g, ' ')
  for (const { dueOn, amountCents } of agreement.installments) expect(text).toContain(`Vencimento ${formatDate(dueOn)} Valor ${formatBrl(amountCents).replace(/\s/g, ' ')}`)
  for (const word of ['Marina Exemplo', agreement.creditor.legalName, agreement.creditor.cnpj, 'Rua de Exemplo, 100', agreement.verificationCode!, 'sempre o valor mais novo']) expect(text).toContain(word)
  const codes: string[] = []
  for (const { number } of agreement.installments) {
    const { body } = await http.post(`/v1/me/agreements/${agreement.id}/installments/${number}/charges`).set('cookie', who.cookie).send({ method: 'pix' }).expect(201)
    codes.push(body.pix.copyPaste as string)
  }
  expect(readQrCodes(pdf.body as Buffer)).toEqual([expect.stringMatching(`/verificar/${agreement.verificationCode}$`), ...codes])
})

test('asked twice it is the same paper and makes nothing new; what is paid leaves it', async () => {
  const { who, agreement } = await signed()
  const first = await carne(who.cookie, agreement).expect(200)
  expect((await carne(who.cookie, agreement).expect(200)).body).toEqual(first.body)
  expect(await chargesOf(agreement)).toHaveLength(3)
  await pay(who, agreement, agreement.installments[0]!.amountCents)
  expect(readQrCodes((await carne(who.cookie, agreement).expect(200)).body as Buffer)).toHaveLength(3)
  await pay(who, agreement, agreement.totalCents - agreement.installments[0]!.amountCents)
  expect((await carne(who.cookie, agreement).expect(409)).body.code).toBe('agreement_not_active')
})

test('a late installment has no code on paper: its amount is another one tomorrow', async () => {
  const { who, agreement } = await signed()
  clock.moveTo('2026-12-20T15:00:00Z')
  const cookie = await signInWithCode(testApp, who.cpf)
  const { body } = await carne(cookie, agreement).expect(200)
  expect(readQrCodes(body as Buffer)).toHaveLength(3)
  expect((await textOfPdf(body as Buffer)).replace(/\s+/g, ' ')).toContain('O código de hoje está na página do acordo')
})

test('the longest plan is on several papers, two years on each; nobody else sees it', async () => {
  const { who, agreement } = await signed('installments-50')
  await carne((await situation(testApp)).cookie, agreement).expect(404)
  const [first, last] = [await carne(who.cookie, agreement).expect(200), await carne(who.cookie, agreement, 3).expect(200)]
  expect([first, last].map(({ body }) => readQrCodes(body as Buffer).length)).toEqual([25, 3])
  expect((await textOfPdf(first.body as Buffer)).replace(/\s+/g, ' ')).toContain('Aqui estão 24 parcelas')
  await carne(who.cookie, agreement, 4).expect(404)
  await carne(who.cookie, agreement, 6).expect(400)
})

test('the books are in order', () => expectBooksInOrder(testApp))
