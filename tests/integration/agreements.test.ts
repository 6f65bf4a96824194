import { createHash } from 'node:crypto'
import { sumCents } from '@repactua/shared/money/cents.ts'
import type { Installment } from '@repactua/shared/contract/agreements.ts'
import { expect, test } from 'vitest'
import { formAgreement, signatureFor, signedAgreement, situation } from '../builders/agreement.ts'
import { makeDebt } from '../builders/debt.ts'
import { signInWithCode } from '../builders/person.ts'
import { startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock } = testApp
const rows = rowsOf(testApp.db)
const NOON = '2026-11-21T15:00:00.000Z'

test('an option becomes a term whose hash is the hash of its text', async () => {
  const agreement = await formAgreement(testApp, await situation(testApp))
  expect(agreement).toMatchObject({ status: 'awaiting_signature', count: 3, signedAt: null, verificationCode: null, can: { sign: { ok: true }, pay: { ok: false, code: 'agreement_not_active' } } })
  expect(createHash('sha256').update(agreement.term.text, 'utf8').digest('hex')).toBe(agreement.term.sha256)
  for (const fact of ['980,00', 'R$', 'CET', '2%', 'art. 354', 'Procon']) expect(agreement.term.text).toContain(fact)
})

test('the same option twice is the same agreement', async () => {
  const who = await situation(testApp)
  const sheet = await http.post('/v1/me/offer-sheets').set('cookie', who.cookie).send({ debtIds: [who.debt.id] }).expect(201)
  const form = () => http.post('/v1/me/agreements').set('cookie', who.cookie).send({ offerSheetId: sheet.body.id, optionId: 'cash' }).expect(201)
  expect((await form()).body.id).toBe((await form()).body.id)
})

test('a signature binds the exact term and leaves its traces', async () => {
  const who = await situation(testApp)
  const agreement = await signedAgreement(testApp, who)
  expect(agreement).toMatchObject({ status: 'awaiting_first_payment', signedAt: NOON, can: { sign: { ok: false }, pay: { ok: true } } })
  expect(agreement.verificationCode).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
  expect(sumCents(agreement.installments.map((one: Installment) => one.amountCents))).toBe(agreement.totalCents)
  const [trace] = await rows<{ debts: string; events: string; audit: string; evidence: Buffer }>(`
    select (select status from debts where creditor_id = $1) debts,
      (select count(*) from outbox_events where creditor_id = $1 and type = 'agreement.signed') events,
      (select count(*) from audit_entries where creditor_id = $1 and action = 'agreement.signed') audit,
      (select evidence_sealed from signatures where creditor_id = $1) evidence`, [who.creditor.creditorId])
  expect(trace).toMatchObject({ debts: 'in_agreement', events: 1n, audit: 1n })
  expect(JSON.parse(testApp.platform.keys.open(trace!.evidence))).toMatchObject({ address: '127.0.0.1', channel: 'email', termSha256: agreement.term.sha256, at: NOON })
})

test('a wrong code is counted, and the fourth try is too late even with the right one', async () => {
  const who = await situation(testApp)
  const agreement = await formAgreement(testApp, who)
  const right = await signatureFor(testApp, who, agreement)
  const sign = (body: object) => http.post(`/v1/me/agreements/${agreement.id}/signature`).set('cookie', who.cookie).send(body)
  const wrong = { ...right, code: right.code === '000000' ? '000001' : '000000' }
  for (let i = 0; i < 3; i++) expect((await sign(wrong).expect(422)).body.code).toBe('code_invalid')
  expect((await sign(right).expect(422)).body.code).toBe('code_attempts_exceeded')
})

test('a changed term hash, an old code and a code for another agreement sign nothing', async () => {
  const who = await situation(testApp)
  const agreement = await formAgreement(testApp, who)
  const right = await signatureFor(testApp, who, agreement)
  const sign = (body: object) => http.post(`/v1/me/agreements/${agreement.id}/signature`).set('cookie', who.cookie).send(body)
  expect((await sign({ ...right, termSha256: 'a'.repeat(64) }).expect(409)).body.code).toBe('term_changed')
  expect((await sign({ ...right, accepted: false }).expect(400)).body.code).toBe('invalid_request')
  const other = await situation(testApp)
  const foreign = await signatureFor(testApp, other, await formAgreement(testApp, other))
  expect((await sign({ ...foreign, termSha256: right.termSha256 }).expect(422)).body.code).toBe('code_invalid')
  clock.advance(5 * 60_000)
  expect((await sign(right).expect(422)).body.code).toBe('code_expired')
  clock.moveTo(NOON)
})

test('a double click signs once, and both clicks see the signed agreement', async () => {
  const who = await situation(testApp)
  const agreement = await formAgreement(testApp, who)
  const body = await signatureFor(testApp, who, agreement)
  const sign = () => http.post(`/v1/me/agreements/${agreement.id}/signature`).set('cookie', who.cookie).send(body)
  const answers = await Promise.all([sign(), sign(), sign()])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(new Set(answers.map((answer) => answer.body.verificationCode as string)).size).toBe(1)
  const [count] = await rows<{ n: bigint }>('select count(*) n from signatures where creditor_id = $1', [who.creditor.creditorId])
  expect(count!.n).toBe(1n)
})

test('of two agreements over one debt, only one can be signed', async () => {
  const who = await situation(testApp)
  const both = [await formAgreement(testApp, who, 'cash'), await formAgreement(testApp, who, 'installments-3')]
  const bodies = [await signatureFor(testApp, who, both[0]!), await signatureFor(testApp, who, both[1]!)]
  const answers = await Promise.all(both.map(({ id }, i) => http.post(`/v1/me/agreements/${id}/signature`).set('cookie', who.cookie).send(bodies[i])))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(answers.find(({ status }) => status === 409)!.body.code).toBe('debt_not_open')
})

test('an expired sheet forms nothing, an expired agreement signs nothing', async () => {
  const who = await situation(testApp)
  const agreement = await formAgreement(testApp, who)
  const sheet = await http.post('/v1/me/offer-sheets').set('cookie', who.cookie).send({ debtIds: [who.debt.id] }).expect(201)
  clock.moveTo('2026-12-20T15:00:00Z')
  const cookie = await signInWithCode(testApp, who.cpf)
  const formed = await http.post('/v1/me/agreements').set('cookie', cookie).send({ offerSheetId: sheet.body.id, optionId: 'cash' }).expect(409)
  expect(formed.body.code).toBe('offer_sheet_expired')
  expect((await http.get(`/v1/me/agreements/${agreement.id}`).set('cookie', cookie).expect(200)).body.status).toBe('expired')
  const asked = await http.post(`/v1/me/agreements/${agreement.id}/signature-challenges`).set('cookie', cookie).expect(409)
  expect(asked.body.code).toBe('agreement_expired')
  clock.moveTo(NOON)
})

test("nobody reaches another person's or another creditor's agreement", async () => {
  const [mine, theirs] = [await situation(testApp), await situation(testApp)]
  const agreement = await signedAgreement(testApp, theirs)
  for (const path of ['', '/term.pdf', '/discharge.pdf']) await http.get(`/v1/me/agreements/${agreement.id}${path}`).set('cookie', mine.cookie).expect(404)
  for (const [path, body] of [['signature-challenges', undefined], ['installments/1/charges', { method: 'pix' }]] as const) {
    await http.post(`/v1/me/agreements/${agreement.id}/${path}`).set('cookie', mine.cookie).send(body).expect(404)
  }
  await http.get(`/v1/agreements/${agreement.id}`).set('authorization', mine.creditor.bearer).expect(404)
  await http.post(`/v1/agreements/${agreement.id}/cancellation`).set('authorization', mine.creditor.bearer).send({ reason: 'error' }).expect(404)
  expect((await http.get('/v1/me/agreements').set('cookie', mine.cookie).expect(200)).body.data).toEqual([])
  await http.get(`/v1/me/agreements/${agreement.id}`).expect(401)
})

test('the creditor lists its agreements page by page and by status', async () => {
  const who = await situation(testApp)
  await signedAgreement(testApp, who)
  clock.advance(1_000)
  const more = await makeDebt(testApp, who.creditor, { debtor: { cpf: who.cpf, name: 'Marina Exemplo' } })
  await formAgreement(testApp, { ...who, debt: more }, 'cash')
  const list = (query: string) => http.get(`/v1/agreements?${query}`).set('authorization', who.creditor.bearer).expect(200)
  const first = (await list('limit=1')).body
  const second = (await list(`limit=1&cursor=${first.nextCursor as string}`)).body
  expect([first.data[0].status, second.data[0].status]).toEqual(['awaiting_signature', 'awaiting_first_payment'])
  expect(second.nextCursor).toBeNull()
  expect((await list('status=awaiting_first_payment')).body.data).toHaveLength(1)
  clock.moveTo(NOON)
})

test('cancelling opens the debts again, counts what was paid, and is the same twice', async () => {
  const who = await situation(testApp)
  const agreement = await signedAgreement(testApp, who)
  const payment = { agreementId: agreement.id, amountCents: 10_000, paidAt: NOON, method: 'pix', externalReference: `E2E-${agreement.id}` }
  await http.post('/v1/payments').set('authorization', who.creditor.bearer).send(payment).expect(201)
  const cancel = () => http.post(`/v1/agreements/${agreement.id}/cancellation`).set('authorization', who.creditor.bearer).send({ reason: 'debtor_request' }).expect(200)
  expect((await cancel()).body).toMatchObject({ status: 'cancelled', cancellation: { reason: 'debtor_request' } })
  expect((await cancel()).body.status).toBe('cancelled')
  const debt = await http.get(`/v1/debts/${who.debt.externalId}`).set('authorization', who.creditor.bearer).expect(200)
  expect(debt.body.status).toBe('open')
  expect(debt.body.balance.totalCents).toBe(108_323 - 10_000)
  const late = await http.post('/v1/payments').set('authorization', who.creditor.bearer).send({ ...payment, externalReference: 'later' }).expect(202)
  expect(late.body.reason).toBe('agreement_cancelled')
})

test('the books are in order', () => expectBooksInOrder(testApp))
