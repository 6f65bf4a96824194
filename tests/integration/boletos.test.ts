import { barcodeOf, readLine } from '@repactua/api/core/boleto/barcode.ts'
import { parseBrCode } from '@repactua/api/core/pix/br-code.ts'
import { expect, test } from 'vitest'
import { signedAgreement, situation } from '../builders/agreement.ts'
import { askForBoleto, BB, boletoSituation, ITAU, ownNumberOf, setBoletoAccount, withBoleto } from '../builders/boleto.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { signInWithCode } from '../builders/person.ts'
import { startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { textOfPdf } from '../support/pdf-text.ts'
import { readBars } from '../support/read-bars.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http } = testApp
const rows = rowsOf(testApp.db)
const BAR_HEIGHT = 36.85
const put = (bearer: string, input: object) => http.put('/v1/boleto-account').set('authorization', bearer).send(input)
const pathOf = (url: string) => new URL(url).pathname

test.each([['Banco do Brasil', BB], ['Itaú', ITAU]])('%s: a boleto says the open amount and the due date, in its line, its bars and its words', async (name, account) => {
  const { who, agreement, charge } = await withBoleto(testApp, account)
  const [first] = agreement.installments
  expect(agreement.paymentMethods).toEqual(['pix', 'boleto'])
  expect(charge).toMatchObject({ method: 'boleto', amountCents: first!.amountCents, dueOn: first!.dueOn, installmentNumber: 1 })
  const { line, barcode, pdfUrl } = charge.boleto
  expect(readLine(line)).toBe(barcode)
  expect(barcode).toBe(barcodeOf({ bankCode: account.bank, dueOn: first!.dueOn, amountCents: BigInt(first!.amountCents), freeField: barcode.slice(19) }))
  expect(parseBrCode(charge.pix.copyPaste)).toMatchObject({ amountCents: BigInt(first!.amountCents), txid: charge.pix.txid })
  const pdf = (await http.get(pathOf(pdfUrl)).set('cookie', who.cookie).buffer().expect(200)).body as Buffer
  expect(readBars(pdf, BAR_HEIGHT)).toBe(barcode)
  const text = (await textOfPdf(pdf)).replace(/\s+/g, ' ')
  const amount = `R$ ${(first!.amountCents / 100).toFixed(2).replace('.', ',')}`
  for (const fact of [name, 'Marina Exemplo da Conceição', 'Lojas Aurora Exemplo S.A., CNPJ', line, amount, first!.dueOn.split('-').reverse().join('/'), agreement.verificationCode!, 'Página 1 de 1']) expect(text).toContain(fact)
  expect((await http.get(pathOf(pdfUrl)).set('cookie', who.cookie).buffer().expect(200)).body).toEqual(pdf)
})

test('the same charge again is the same boleto; another amount is another one, and the former is not told to the bank', async () => {
  const { who, agreement, charge } = await withBoleto(testApp)
  expect((await askForBoleto(testApp, who, agreement).expect(201)).body).toEqual(charge)
  const payment = { agreementId: agreement.id, amountCents: 500, paidAt: '2026-11-21T15:00:00Z', method: 'pix', externalReference: `P-${agreement.id}` }
  await http.post('/v1/payments').set('authorization', who.creditor.bearer).send(payment).expect(201)
  const other = (await askForBoleto(testApp, who, agreement).expect(201)).body
  expect(other.amountCents).toBe(charge.amountCents - 500)
  expect(other.id).not.toBe(charge.id)
  const { body } = await http.post('/v1/boleto-remittances').set('authorization', who.creditor.bearer).expect(201)
  expect(body).toMatchObject({ count: 1, totalCents: other.amountCents, sequence: 1 })
})

test('parallel charges: one installment has one boleto, and no number is handed out twice or left out', async () => {
  const who = await boletoSituation(testApp)
  const agreement = await signedAgreement(testApp, who)
  const numbers = [1, 2, 3, 1, 2, 3, 1, 2, 3]
  const answers = await Promise.all(numbers.map((number) => askForBoleto(testApp, who, agreement, number)))
  expect(answers.map(({ status }) => status)).toEqual(numbers.map(() => 201))
  expect([...new Set(answers.map(({ body }) => ownNumberOf(body)))].sort()).toEqual([1001, 1002, 1003])
  expect(new Set(answers.map(({ body }) => body.id as string)).size).toBe(3)
})

test('refused: not granted, no account, no number left, another method', async () => {
  const plain = await situation(testApp)
  const notGranted = await signedAgreement(testApp, plain)
  await setBoletoAccount(testApp, plain.creditor)
  expect((await askForBoleto(testApp, plain, notGranted).expect(409)).body.code).toBe('payment_method_not_granted')
  const without = await boletoSituation(testApp, null)
  const agreement = await signedAgreement(testApp, without)
  expect(agreement.paymentMethods).toEqual(['pix'])
  expect((await askForBoleto(testApp, without, agreement).expect(409)).body.code).toBe('boleto_not_available')
  await setBoletoAccount(testApp, without.creditor, { ...BB, firstNumber: 7, lastNumber: 7 })
  await askForBoleto(testApp, without, agreement).expect(201)
  expect((await askForBoleto(testApp, without, agreement, 2).expect(409)).body.code).toBe('boleto_numbers_used_up')
  await http.post(`/v1/me/agreements/${agreement.id}/installments/2/charges`).set('cookie', without.cookie).send({ method: 'card' }).expect(400)
})

test('a boleto is its payer’s alone', async () => {
  const { charge, agreement } = await withBoleto(testApp)
  const { who: other, agreement: theirs, charge: theirCharge } = await withBoleto(testApp)
  await http.get(pathOf(charge.boleto.pdfUrl)).set('cookie', other.cookie).expect(404)
  await http.get(pathOf(charge.boleto.pdfUrl)).expect(401)
  const mixed = pathOf(theirCharge.boleto.pdfUrl).replace(theirCharge.id, charge.id)
  await http.get(mixed).set('cookie', other.cookie).expect(404)
  await askForBoleto(testApp, other, agreement).expect(404)
  await http.get(pathOf(theirCharge.boleto.pdfUrl).replace('/installments/1/', '/installments/2/')).set('cookie', other.cookie).expect(404)
  expect(theirs.id).not.toBe(agreement.id)
})

test('a late installment gets a boleto of the next business day, with what delay adds until today, and keeps it for that day', async () => {
  const who = await boletoSituation(testApp)
  const agreement = await signedAgreement(testApp, who)
  testApp.clock.moveTo(`${agreement.installments[0]!.dueOn}T15:00:00Z`)
  testApp.clock.advance(3 * 86_400_000)
  // The session is over by then.
  const cookie = await signInWithCode(testApp, who.cpf)
  const { body } = await askForBoleto(testApp, { cookie }, agreement).expect(201)
  expect(body).toMatchObject({ dueOn: '2026-12-14', amountCents: 29_400 + 588 + 29 })
  testApp.clock.advance(60_000)
  expect((await askForBoleto(testApp, { cookie }, agreement).expect(201)).body.id).toBe(body.id)
  testApp.clock.moveTo('2026-11-21T15:00:00Z')
})

test('the account: read as it was set, written once, numbers only forward', async () => {
  const { creditorId, bearer } = await makeCreditor(testApp)
  await http.get('/v1/boleto-account').set('authorization', bearer).expect(404)
  const { body } = await put(bearer, BB).expect(200)
  expect(body).toEqual({ ...BB, numbersLeft: 999 })
  expect((await put(bearer, BB).expect(200)).body).toEqual(body)
  expect((await http.get('/v1/boleto-account').set('authorization', bearer).expect(200)).body).toEqual(body)
  const told = await rows<{ type: string }>("select type from outbox_events where creditor_id = $1 and type = 'boleto_account.changed'", [creditorId])
  expect(told).toHaveLength(1)
  expect((await put(bearer, { ...BB, firstNumber: 900 }).expect(409)).body.code).toBe('boleto_numbers_taken')
  expect((await put(bearer, ITAU).expect(200)).body).toMatchObject({ bank: '341', agencyDigit: null, convenio: null })
  expect((await put(bearer, { ...BB, lastNumber: 5000 }).expect(200)).body).toMatchObject({ bank: '001', numbersLeft: 4000 })
})

test.each([
  ['a check digit that is not Itaú’s', { ...ITAU, accountDigit: '8' }, 422, 'boleto_account_invalid'],
  ['Banco do Brasil without its contract', { ...BB, convenio: undefined }, 422, 'boleto_account_invalid'],
  ['a range that ends before it begins', { ...BB, lastNumber: 1000 }, 422, 'boleto_account_invalid'],
  ['another bank', { ...BB, bank: '237' }, 400, 'invalid_request'],
  ['letters in an account', { ...BB, account: '12A' }, 400, 'invalid_request'],
])('refuses %s', async (_name, input, status, code) => {
  const { bearer } = await makeCreditor(testApp)
  expect((await put(bearer, input).expect(status)).body.code).toBe(code)
})

test('the books are in order', () => expectBooksInOrder(testApp))
