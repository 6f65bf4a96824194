import { createAjv } from '@repactua/api/platform/schema/ajv.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { OfferSheet, SheetInputsAnswer, type OfferSheet as Sheet } from '@repactua/shared/contract/offers.ts'
import { expect, test } from 'vitest'
import { signatureFor, situation } from '../builders/agreement.ts'
import { makeCreditor, makeOperator } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput, signInWithCode } from '../builders/person.ts'
import { band, grant, publishPolicy, rule } from '../builders/policy.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http } = testApp
const rows = rowsOf(testApp.db)
const followsContract = createAjv(false).compile(OfferSheet)
const followsAnswer = createAjv(false).compile(SheetInputsAnswer)

const counterOffers = { monthlyDiscountRateBps: 123, leastPresentValueBps: 4_567, reviewPresentValueBps: 3_456, mostCount: 18 }
const EVERYTHING = grant({
  cash: { discount: { lateFineBps: 10_000, defaultInterestBps: 10_000, principalBps: 4_000 }, daysToPay: 5, later: [{ discount: { lateFineBps: 10_000, defaultInterestBps: 10_000, principalBps: 2_500 }, daysToPay: 30 }] },
  installments: [band(2, 4, { earlyPayment: { discountBps: 500, daysBefore: 3 } }), band(5, 12, { monthlyRateBps: 100, amortization: 'sac' })],
  benefit: { text: 'Uma revisão grátis', coupon: 'REVISA' },
  paymentMethods: ['pix', 'boleto'],
  repairs: { skip: { times: 1 } },
  counterOffers,
})

/** Somebody with a sheet of two debts, by a policy that uses every word. */
async function withSheet() {
  const creditor = await makeCreditor(testApp)
  await publishPolicy(testApp, creditor, { rules: [rule({ grant: EVERYTHING })], projectIndices: true })
  const debtor = personInput()
  const debts = [await makeDebt(testApp, creditor, { debtor }), await makeDebt(testApp, creditor, { debtor, tags: ['vip'], riskBand: 'low' })]
  const cookie = await signInWithCode(testApp, debtor.cpf)
  const answer = await http.post('/v1/me/offer-sheets').set('cookie', cookie).send({ debtIds: debts.map(({ id }) => id), dueDay: 10, monthlyBudgetCents: 30_000 }).expect(201)
  return { creditor, cookie, cpf: debtor.cpf, sheet: answer.body as Sheet, text: answer.text }
}

test('the creditor reads a sheet word for word, and nobody else’s', async () => {
  const { creditor, sheet, text, cookie } = await withSheet()
  expect((await http.get(`/v1/offer-sheets/${sheet.id}`).set('authorization', creditor.bearer).expect(200)).text).toBe(text)
  const other = await situation(testApp)
  for (const path of [`/v1/offer-sheets/${sheet.id}`, `/v1/offer-sheets/${sheet.id}/inputs`]) {
    expect((await http.get(path).set('authorization', other.creditor.bearer).expect(404)).body.code).toBe('not_found')
    await http.get(path).set('cookie', cookie).expect(401)
    await http.get(path).set('authorization', await makeOperator(testApp)).expect(403)
  }
})

test('what it was made of is there in full, and gives the same hash again', async () => {
  const { creditor, cpf, sheet } = await withSheet()
  const { body, text } = await http.get(`/v1/offer-sheets/${sheet.id}/inputs`).set('authorization', creditor.bearer).expect(200)
  expect(followsAnswer(body), JSON.stringify(followsAnswer.errors)).toBe(true)
  expect(body).toMatchObject({ sheetId: sheet.id, recomputed: { sha256: body.sha256, isSame: true } })
  expect(body.inputs).toMatchObject({
    form: 1, today: '2026-11-21', regime: 'financial', person: { state: 'SP', debtCount: 2, hasBrokenAgreement: false },
    wishes: { dueDay: 10, monthlyBudgetCents: 30_000 }, policy: { version: 1, projectIndices: true, rules: [{ grant: { counterOffers } }] },
    debts: [{ externalId: sheet.debts[0]?.externalId, terms: { principalCents: 98_000, payments: [] } }, { tags: ['vip'], riskBand: 'low' }],
  })
  expect(body.inputs.law.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(['late-fine', 'default-interest-bank', 'offer-validity', 'cet']))
  expect(text).not.toContain(cpf)
})

test('a sheet that came out otherwise would be told so', async () => {
  const { creditor, sheet } = await withSheet()
  await rows(`update offer_sheets set inputs = replace(inputs, '"principalCents":98000', '"principalCents":98001') where id = $1`, [readId(sheet.id)])
  const { body } = await http.get(`/v1/offer-sheets/${sheet.id}/inputs`).set('authorization', creditor.bearer).expect(200)
  expect(body.recomputed.isSame).toBe(false)
  await rows('update offer_sheets set inputs = null where id = $1', [readId(sheet.id)])
  await http.get(`/v1/offer-sheets/${sheet.id}/inputs`).set('authorization', creditor.bearer).expect(404)
})

test('the debtor’s sheet tells all of each option and no floor', async () => {
  const { sheet, text } = await withSheet()
  expect(followsContract(sheet), JSON.stringify(followsContract.errors)).toBe(true)
  expect(sheet.options.slice(0, 2).map(({ id }) => id)).toEqual(['cash', 'cash-30'])
  const [cash] = sheet.options
  expect(cash).toMatchObject({
    benefits: [{ text: 'Uma revisão grátis' }], paymentMethods: ['pix', 'boleto'], repairs: { skip: { times: 1 } },
    reason: { code: 'cash_with_discount' }, noBetter: [{ code: 'largest_discount' }],
    disclosure: { priceCents: sheet.balanceCents, totalWithFinancingCents: cash?.totalCents, effectiveMonthlyRate: '0.00', payments: { count: 1, periodicity: 'single' }, standsUntil: sheet.standsUntil },
  })
  expect(sheet.options.find(({ count }) => count === 3)?.earlyPayment).toMatchObject({ discountBps: 500, daysBefore: 3 })
  expect(sheet.options.find(({ count }) => count === 12)).toMatchObject({ amortization: 'sac', noBetter: [{ code: 'longest_plan' }, { code: 'larger_discount_elsewhere' }] })
  for (const secret of ['REVISA', 'counterOffers', 'leastPresentValue', 'reviewPresentValue', 'monthlyDiscountRate', 'leastInstallment']) expect(text).not.toContain(secret)
})

test('the coupon of a benefit is told when everything is paid, and not before', async () => {
  const { creditor, cookie, sheet } = await withSheet()
  const formed = await http.post('/v1/me/agreements').set('cookie', cookie).send({ offerSheetId: sheet.id, optionId: 'cash' }).expect(201)
  const see = () => http.get(`/v1/me/agreements/${formed.body.id}`).set('cookie', cookie).expect(200)
  expect((await see()).text).not.toContain('REVISA')
  const signature = await signatureFor(testApp, { cookie }, formed.body as Agreement)
  await http.post(`/v1/me/agreements/${formed.body.id}/signature`).set('cookie', cookie).send(signature).expect(200)
  await http.post('/v1/payments').set('authorization', creditor.bearer).send({ agreementId: formed.body.id, amountCents: formed.body.totalCents, paidAt: SOME_DAY, method: 'pix', externalReference: 'COUPON-1' }).expect(201)
  expect((await see()).body).toMatchObject({ status: 'settled', benefits: [{ text: 'Uma revisão grátis', coupon: 'REVISA' }] })
})
