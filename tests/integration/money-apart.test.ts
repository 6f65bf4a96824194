import { receiveMoney } from '@repactua/api/modules/payments/index.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import { expect, test } from 'vitest'
import { signedAgreement, situation } from '../builders/agreement.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'

const testApp = await startApp()
const { http, platform } = testApp
const who = await situation(testApp)
const other = await situation(testApp)
const agreement = await signedAgreement(testApp, who, 'cash')
const see = (cookie: string) => http.get(`/v1/me/agreements/${agreement.id}/money-apart`).set('cookie', cookie)

test('nothing is apart where everything fits', async () => {
  expect((await see(who.cookie).expect(200)).body).toEqual({ held: [], refunds: [] })
})

test('what came above all that was open is told until it is given back, and what came after waits for a word', async () => {
  const payment = { agreementId: agreement.id, amountCents: agreement.totalCents + 1_000, paidAt: SOME_DAY, method: 'pix', externalReference: 'E2E-over' }
  await http.post('/v1/payments').set('authorization', who.creditor.bearer).send(payment).expect(201)
  const { creditorId } = who.creditor
  const aim = { kind: 'installment', agreementId: readId(agreement.id), number: 1 } as const
  await platform.transact({ kind: 'system' }, { creditorId }, (work) => receiveMoney(work, { creditorId, amountCents: 5_000n, paidAt: new Date(SOME_DAY), method: 'pix', externalReference: 'E2E-again', aim }))
  expect((await see(who.cookie).expect(200)).body).toEqual({
    held: [{ amountCents: 5_000, paidAt: SOME_DAY, reason: 'agreement_settled' }],
    refunds: [{ amountCents: 1_000, reason: 'overpayment', confirmedAt: null }],
  })
})

test('somebody else’s is not there', async () => {
  expect((await see(other.cookie).expect(404)).body.code).toBe('not_found')
  await expectBooksInOrder(testApp)
})
