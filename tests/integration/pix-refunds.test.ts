import { expect, test } from 'vitest'
import type { Refund } from '@repactua/shared/contract/refunds.ts'
import { confirmPix } from '@repactua/api/modules/pix-arrivals/index.ts'
import { pollRefunds, sendRefund } from '@repactua/api/modules/pix-refunds/index.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { signedAgreement, type Situation } from '../builders/agreement.ts'
import { askForPix, pixSituation } from '../builders/pix.ts'
import { startApp } from '../support/app.ts'
import { openBankDoor } from '../support/bank-door.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { localBank } from '../support/local-bank.ts'
import { rowsOf } from '../support/rows.ts'
import { takeJobs } from '../support/waiting-jobs.ts'

const testApp = await startApp()
const { http, platform, clock } = testApp
const bank = await localBank({ clock })
await openBankDoor(testApp, bank)
const rows = rowsOf(testApp.db)
await bank.setFaults({ webhooks: { held: true } })

const transferOf = (who: Situation, refund: Refund) => http.post(`/v1/refunds/${refund.id}/transfer`).set('authorization', who.creditor.bearer)
const stateOf = async (who: Situation, refund: Refund) => (await http.get(`/v1/refunds/${refund.id}/transfer`).set('authorization', who.creditor.bearer).expect(200)).body as unknown
const refundsOf = async ({ creditor }: Situation) => ((await http.get('/v1/refunds').set('authorization', creditor.bearer).expect(200)).body as { data: Refund[] }).data

/** Everybody's news and work, until nothing waits. */
async function work(): Promise<void> {
  for (const job of await takeJobs(rows, 'send-pix-refund')) await sendRefund(platform, job)
  await bank.releaseWebhooks()
  for (const job of await takeJobs(rows, 'confirm-pix')) await confirmPix({ platform, logger: createLogger('silent') }, job)
}

/** A settled agreement whose Pix brought five reais too much. */
async function overpaid(): Promise<{ who: Situation; refund: Refund }> {
  const who = await pixSituation(testApp, bank)
  const agreement = await signedAgreement(testApp, who, 'cash')
  const { pix, amountCents } = await askForPix(testApp, who, agreement)
  await bank.pay({ txid: pix.txid, amountCents: amountCents + 500, force: true })
  await work()
  const [refund] = await refundsOf(who)
  expect(refund).toMatchObject({ amountCents: 500, reason: 'overpayment', confirmedAt: null })
  return { who, refund: refund! }
}

test('a refund goes back out of its own Pix, once, and is confirmed when the bank has done it', async () => {
  const { who, refund } = await overpaid()
  const asked = await transferOf(who, refund).expect(202)
  expect(asked.body).toMatchObject({ refundId: refund.id, status: 'asked', parts: [{ endToEndId: refund.paymentReference, amountCents: 500 }] })
  expect((await transferOf(who, refund).expect(202)).body).toEqual(asked.body)
  await work()
  await work()
  expect(await stateOf(who, refund)).toMatchObject({ status: 'done', parts: [{ status: 'done', returnId: expect.stringMatching(/^D/) as string }] })
  expect((await refundsOf(who))[0]!.confirmedAt).not.toBeNull()
  expect(await rows('select from ledger_entries where source_id = $1', [refund.id.split('_')[1]])).toHaveLength(1)
  await http.post(`/v1/refunds/${refund.id}/confirmation`).set('authorization', who.creditor.bearer).send({ externalReference: 'outra' }).expect(409)
})

test('a lost answer and a poll in the place of a webhook change nothing', async () => {
  const { who, refund } = await overpaid()
  await transferOf(who, refund).expect(202)
  await bank.setFaults({ webhooks: { lost: true }, requests: [{ kind: 'lost_answer', method: 'PUT', path: '/api/pix' }] })
  for (const job of await takeJobs(rows, 'send-pix-refund')) await sendRefund(platform, job)
  clock.advance(61_000)
  await pollRefunds(platform)
  for (const job of await takeJobs(rows, 'send-pix-refund')) await sendRefund(platform, job)
  expect(await stateOf(who, refund)).toMatchObject({ status: 'done' })
  await bank.setFaults({ webhooks: { held: true } })
})

test('a bank that does not do it says why, and another attempt is another devolution', async () => {
  const { who, refund } = await overpaid()
  await bank.setFaults({ webhooks: { held: true }, refuseReturns: true })
  await transferOf(who, refund).expect(202)
  await work()
  expect(await stateOf(who, refund)).toMatchObject({ status: 'refused', parts: [{ reason: 'A conta do pagador não aceitou a devolução.' }] })
  expect((await refundsOf(who))[0]!.confirmedAt).toBeNull()
  await bank.setFaults({ webhooks: { held: true } })
  expect((await transferOf(who, refund).expect(202)).body).toMatchObject({ status: 'asked' })
  await work()
  await work()
  expect(await stateOf(who, refund)).toMatchObject({ status: 'done' })
  expect((await refundsOf(who))[0]!.confirmedAt).not.toBeNull()
})

test('what is on its way by Pix is not confirmed by hand; what went back otherwise while the account was away is not sent when it is there again', async () => {
  const { who, refund } = await overpaid()
  const confirm = () => http.post(`/v1/refunds/${refund.id}/confirmation`).set('authorization', who.creditor.bearer).send({ externalReference: 'ted-2' })
  await transferOf(who, refund).expect(202)
  expect((await confirm().expect(409)).body.code).toBe('refund_under_way')
  const [account] = await rows<Record<string, unknown>>('delete from pix_accounts where creditor_id = $1 returning *', [who.creditor.creditorId])
  await confirm().expect(200)
  await rows(`insert into pix_accounts (${Object.keys(account!).join(', ')}) values (${Object.keys(account!).map((_, i) => `$${i + 1}`).join(', ')})`, Object.values(account!))
  await work()
  expect(await stateOf(who, refund)).toMatchObject({ status: 'refused', parts: [{ status: 'refused', returnId: null }] })
  await confirm().expect(200)
})

test('another creditor’s refund, one without a transfer, and one that was given back otherwise', async () => {
  const { who, refund } = await overpaid()
  const other = await pixSituation(testApp, bank)
  await transferOf(other, refund).expect(404)
  await http.get(`/v1/refunds/${refund.id}/transfer`).set('authorization', who.creditor.bearer).expect(404)
  await http.post(`/v1/refunds/${refund.id}/confirmation`).set('authorization', who.creditor.bearer).send({ externalReference: 'ted-1' }).expect(200)
  expect((await transferOf(who, refund).expect(409)).body.code).toBe('refund_confirmed')
})

test('the books are in order', () => expectBooksInOrder(testApp))
