import { expect, test } from 'vitest'
import { parseBrCode } from '@repactua/api/core/pix/br-code.ts'
import { removePixCharge, tidyPixCharges } from '@repactua/api/modules/pix-charges/index.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { signedAgreement, type Situation } from '../builders/agreement.ts'
import { askForPix, pixSituation } from '../builders/pix.ts'
import { startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { localBank } from '../support/local-bank.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, platform } = testApp
const bank = await localBank({ clock: testApp.clock })
const rows = rowsOf(testApp.db)

const chargesOf = (agreementId: string) => rows<{ id: string; status: string; due_on: string; fine_bps: number; interest_monthly_bps: number }>(`select id, status, due_on::text, fine_bps, interest_monthly_bps from pix_charges where agreement_id = '${readId(agreementId)}' order by id`)

/** The minute's round, then the jobs that it asked for. */
async function tidy({ creditorId }: Situation['creditor']): Promise<void> {
  await tidyPixCharges({ platform, logger: createLogger('silent') })
  for (const { id } of await rows<{ id: string }>(`select id from pix_charges where creditor_id = '${creditorId}' and status = 'superseded'`)) await removePixCharge(platform, { creditorId, pixChargeId: id })
}

test('the code of an installment is a charge at the bank, with the term’s fine and interest, once', async () => {
  const who = await pixSituation(testApp, bank)
  const agreement = await signedAgreement(testApp, who)
  const charge = await askForPix(testApp, who, agreement)
  expect(charge.pix.txid).toMatch(/^[0-9a-f]{32}$/)
  expect(parseBrCode(charge.pix.copyPaste)).toMatchObject({ key: null, url: expect.stringContaining('/cobv/') as string })
  expect(await askForPix(testApp, who, agreement)).toEqual(charge)
  expect(await chargesOf(agreement.id)).toMatchObject([{ status: 'active', due_on: agreement.installments[0]!.dueOn, fine_bps: agreement.lateFeeBps, interest_monthly_bps: agreement.defaultInterestMonthlyBps }])
  const paid = await bank.pay({ code: charge.pix.copyPaste })
  expect(paid).toMatchObject({ txid: charge.pix.txid, valor: (charge.amountCents / 100).toFixed(2) })
})

test('twenty that ask at once get one charge and one code', async () => {
  const who = await pixSituation(testApp, bank)
  const agreement = await signedAgreement(testApp, who)
  const codes = await Promise.all(Array.from({ length: 20 }, () => askForPix(testApp, who, agreement)))
  expect(new Set(codes.map(({ pix }) => pix.copyPaste)).size).toBe(1)
  expect(await chargesOf(agreement.id)).toHaveLength(1)
})

test.each([
  ['that answers 500 after it made the charge', { kind: 'lost_answer', method: 'PUT', path: '/api/cobv' }],
  ['that is asked too often', { kind: 'too_many', path: '/api/cobv', retryAfterSeconds: 1 }],
  ['that is away for a moment', { kind: 'unavailable', path: '/api/cobv', retryAfterSeconds: 0 }],
  ['that loses the token’s answer', { kind: 'unavailable', path: '/oauth', retryAfterSeconds: 0 }],
] as const)('a bank %s is asked again, for the same charge', async (_name, fault) => {
  const who = await pixSituation(testApp, bank)
  const agreement = await signedAgreement(testApp, who)
  await bank.setFaults({ requests: [fault] })
  const charge = await askForPix(testApp, who, agreement)
  expect(charge.pix.txid).toHaveLength(32)
  expect(await chargesOf(agreement.id)).toMatchObject([{ status: 'active' }])
  await bank.setFaults({})
})

test('a token that has ended is asked for anew', async () => {
  const who = await pixSituation(testApp, bank)
  const agreement = await signedAgreement(testApp, who)
  await askForPix(testApp, who, agreement)
  testApp.clock.advance(400_000)
  expect((await askForPix(testApp, who, agreement, 2)).pix.txid).toHaveLength(32)
})

test('a silent bank leaves the static code; the next who asks gets the bank’s, with the same key too', async () => {
  const who = await pixSituation(testApp, bank)
  const agreement = await signedAgreement(testApp, who)
  await bank.setFaults({ requests: [{ kind: 'unavailable', times: 9, retryAfterSeconds: 0 }] })
  const fallback = await askForPix(testApp, who, agreement, 1, { 'idempotency-key': 'k' })
  expect(fallback.pix.txid).toHaveLength(25)
  expect(parseBrCode(fallback.pix.copyPaste)).toMatchObject({ txid: fallback.pix.txid, amountCents: BigInt(fallback.amountCents) })
  await bank.setFaults({})
  const again = await askForPix(testApp, who, agreement, 1, { 'idempotency-key': 'k' })
  expect(again).toMatchObject({ id: fallback.id, pix: { txid: expect.stringMatching(/^[0-9a-f]{32}$/) as string } })
  expect(await chargesOf(agreement.id)).toHaveLength(1)
})

test('a part that was paid elsewhere takes the charge back at the bank, once', async () => {
  const who = await pixSituation(testApp, bank)
  const agreement = await signedAgreement(testApp, who)
  const charge = await askForPix(testApp, who, agreement)
  await http.post('/v1/payments').set('authorization', who.creditor.bearer).send({ agreementId: agreement.id, amountCents: 1_000, paidAt: testApp.clock.now().toISOString(), method: 'cash', externalReference: 'balcao-1' }).expect(201)
  await tidy(who.creditor)
  await tidy(who.creditor)
  expect(await chargesOf(agreement.id)).toMatchObject([{ status: 'removed' }])
  await expect(bank.pay({ code: charge.pix.copyPaste })).rejects.toThrow('charge_not_open')
  const rest = await askForPix(testApp, who, agreement)
  expect(rest).toMatchObject({ amountCents: charge.amountCents - 1_000 })
  expect(rest.pix.txid).not.toBe(charge.pix.txid)
})

test('a cancelled agreement takes its charges back', async () => {
  const who = await pixSituation(testApp, bank)
  const agreement = await signedAgreement(testApp, who)
  const charges = [await askForPix(testApp, who, agreement, 1), await askForPix(testApp, who, agreement, 2)]
  await http.post(`/v1/agreements/${agreement.id}/cancellation`).set('authorization', who.creditor.bearer).send({ reason: 'debtor_request' }).expect(200)
  await tidy(who.creditor)
  expect(await chargesOf(agreement.id)).toMatchObject([{ status: 'removed' }, { status: 'removed' }])
  for (const { pix } of charges) await expect(bank.pay({ code: pix.copyPaste })).rejects.toThrow('charge_not_open')
})

test('a creditor that forgets its account gives static codes again', async () => {
  const who = await pixSituation(testApp, bank)
  const agreement = await signedAgreement(testApp, who)
  await http.delete('/v1/pix-account').set('authorization', who.creditor.bearer).expect(204)
  expect((await askForPix(testApp, who, agreement)).pix.txid).toHaveLength(25)
})

test('the books are in order', () => expectBooksInOrder(testApp))
