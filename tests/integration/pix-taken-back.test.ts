import { expect, test } from 'vitest'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { Refund } from '@repactua/shared/contract/refunds.ts'
import { staticBrCode } from '@repactua/api/core/pix/br-code.ts'
import { confirmPix } from '@repactua/api/modules/pix-arrivals/index.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { signedAgreement, type Situation } from '../builders/agreement.ts'
import { askForPix, pixCreditor, pixSituation } from '../builders/pix.ts'
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
await bank.setFaults({ webhooks: { held: true, copies: 3 } })

async function confirmAll(): Promise<void> {
  await bank.releaseWebhooks()
  for (const job of await takeJobs(rows, 'confirm-pix')) await confirmPix({ platform, logger: createLogger('silent') }, job)
}

const refundsOf = async ({ creditorId }: Situation['creditor']) => rows<{ amount_cents: bigint; external_reference: string | null; payment_reference: string }>('select amount_cents, external_reference, payment_reference from refunds where creditor_id = $1', [creditorId])
const seen = async ({ cookie }: Situation, { id }: Agreement) => (await http.get(`/v1/me/agreements/${id}`).set('cookie', cookie).expect(200)).body as Agreement

async function overpaid(centsMore: number): Promise<{ who: Situation; agreement: Agreement; endToEndId: string }> {
  const who = await pixSituation(testApp, bank)
  const agreement = await signedAgreement(testApp, who, 'cash')
  const { pix, amountCents } = await askForPix(testApp, who, agreement)
  const { endToEndId } = await bank.pay({ txid: pix.txid, amountCents: amountCents + centsMore, force: true })
  await confirmAll()
  expect(await seen(who, agreement)).toMatchObject({ status: 'settled' })
  return { who, agreement, endToEndId }
}

test('one cent too much does not save a payment from the MED: the debt is open again and the cent has gone back', async () => {
  const { who, agreement, endToEndId } = await overpaid(1)
  await bank.reverse({ endToEndId })
  await confirmAll()
  expect(await seen(who, agreement)).toMatchObject({ status: 'active', paidCents: 0 })
  expect(await refundsOf(who.creditor)).toMatchObject([{ amount_cents: 1n, external_reference: expect.stringMatching(/^D/) as string }])
})

test('what the creditor gives back at its bank is first what it owes back, and reopens nothing', async () => {
  const { who, agreement, endToEndId } = await overpaid(500)
  await bank.reverse({ endToEndId, amountCents: 500, reason: 'MED_OPERACIONAL' })
  await confirmAll()
  expect(await seen(who, agreement)).toMatchObject({ status: 'settled' })
  expect(await refundsOf(who.creditor)).toMatchObject([{ amount_cents: 500n, external_reference: expect.stringMatching(/^D/) as string }])
  expect(await rows('select from payment_reversals where creditor_id = $1', [who.creditor.creditorId])).toHaveLength(0)
})

test('held money that the bank takes back is nobody’s to use any more', async () => {
  const creditor = await pixCreditor(testApp, bank, { holdsUnknown: true })
  const [row] = await rows<{ key: string }>('select pix_key as key from creditors where id = $1', [creditor.creditorId])
  const { endToEndId } = await bank.pay({ code: staticBrCode({ key: row!.key, merchantName: 'Lojas Aurora', merchantCity: 'São Paulo', amountCents: 1_500n, txid: 'BALCAO1' }) })
  await confirmAll()
  await bank.reverse({ endToEndId })
  await confirmAll()
  expect(await rows('select resolution from payment_exceptions where creditor_id = $1', [creditor.creditorId])).toEqual([{ resolution: 'refund' }])
  expect(await refundsOf(creditor)).toMatchObject([{ amount_cents: 1500n, payment_reference: endToEndId, external_reference: expect.stringMatching(/^D/) as string }])
  const { body } = await http.get('/v1/refunds?status=due').set('authorization', creditor.bearer).expect(200)
  expect((body as { data: Refund[] }).data).toEqual([])
})

test('a bank whose clock is ahead is believed all the same', async () => {
  const who = await pixSituation(testApp, bank)
  const agreement = await signedAgreement(testApp, who)
  const { endToEndId } = await bank.pay({ code: (await askForPix(testApp, who, agreement)).pix.copyPaste })
  await bank.reverse({ endToEndId })
  clock.moveTo(new Date(clock.now().getTime() - 30_000))
  await confirmAll()
  expect(await seen(who, agreement)).toMatchObject({ paidCents: 0 })
  expect(await rows('select from payment_reversals where creditor_id = $1', [who.creditor.creditorId])).toHaveLength(1)
})

test('the books are in order', () => expectBooksInOrder(testApp))
