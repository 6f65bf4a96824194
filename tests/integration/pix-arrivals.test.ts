import { expect, test } from 'vitest'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { staticBrCode } from '@repactua/api/core/pix/br-code.ts'
import { confirmPix, sweepAllPix, sweepPix } from '@repactua/api/modules/pix-arrivals/index.ts'
import { openSecrets } from '@repactua/api/modules/pix-accounts/account-secrets.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { signedAgreement, type Situation } from '../builders/agreement.ts'
import { askForPix, openPixAccount, pixCreditor, pixSituation } from '../builders/pix.ts'
import { signInWithCode } from '../builders/person.ts'
import { startApp } from '../support/app.ts'
import { openBankDoor } from '../support/bank-door.ts'
import { send } from '../support/bank-customer.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { localBank } from '../support/local-bank.ts'
import { rowsOf } from '../support/rows.ts'
import { takeJobs } from '../support/waiting-jobs.ts'

const testApp = await startApp()
const { http, platform, clock } = testApp
const bank = await localBank({ clock })
const doorUrl = await openBankDoor(testApp, bank)
const rows = rowsOf(testApp.db)
const desk = { platform, logger: createLogger('silent') }
await bank.setFaults({ webhooks: { held: true } })

/** The jobs that the bank's news left, worked off by five workers at the same time. */
async function confirmAll(): Promise<number> {
  const jobs = await takeJobs(rows, 'confirm-pix')
  await Promise.all(Array.from({ length: 5 }, async (_, worker) => {
    for (const job of jobs.filter((_job, i) => i % 5 === worker)) await confirmPix(desk, job)
  }))
  return jobs.length
}

async function sweepAll(): Promise<void> {
  await sweepAllPix(platform)
  for (const job of await takeJobs(rows, 'sweep-pix')) await sweepPix(desk, job)
}

async function agreementOf({ cookie }: Pick<Situation, 'cookie'>, { id }: Agreement): Promise<Agreement> {
  return (await http.get(`/v1/me/agreements/${id}`).set('cookie', cookie).expect(200)).body as Agreement
}

async function hookOf({ creditorId }: Situation['creditor']): Promise<string> {
  const [row] = await rows<{ secrets: Buffer }>('select secrets_sealed as secrets from pix_accounts where creditor_id = $1', [creditorId])
  return openSecrets(platform.keys, { secretsSealed: row!.secrets }).hook
}

const paymentsOf = (endToEndId: string) => rows<{ amount_cents: string; paid_by: string | null }>('select amount_cents, paid_by from payments where external_reference = $1', [endToEndId])

test('the bank’s news of a payment posts it once, however often and in whatever order it is told', async () => {
  const who = await pixSituation(testApp, bank)
  const agreement = await signedAgreement(testApp, who)
  await bank.setFaults({ webhooks: { held: true, copies: 25 } })
  const paid = [await bank.pay({ code: (await askForPix(testApp, who, agreement, 1)).pix.copyPaste }), await bank.pay({ code: (await askForPix(testApp, who, agreement, 2)).pix.copyPaste })]
  expect(await bank.releaseWebhooks('last')).toBe(50)
  expect(await confirmAll()).toBe(50)
  for (const { endToEndId } of paid) expect(await paymentsOf(endToEndId)).toHaveLength(1)
  expect((await agreementOf(who, agreement)).installments.map(({ status }) => status)).toEqual(['paid', 'paid', 'open'])
  await bank.setFaults({ webhooks: { held: true } })
})

test('a forged hint has no effect; who has no certificate or no secret does not get in', async () => {
  const who = await pixSituation(testApp, bank)
  const papers = await openPixAccount(bank, 'porta@exemplo.test')
  const hook = await hookOf(who.creditor)
  const body = JSON.stringify({ pix: [{ endToEndId: 'E00000000202611211500forged00000'.padEnd(32, '0'), txid: 'x', valor: '9999.00', horario: '2026-11-21T15:00:00Z' }] })
  const knock = (path: string, tls: Pick<typeof papers, 'certificate' | 'privateKey' | 'bankCertificates'>) => send(tls, 'POST', `${doorUrl}${path}`, { 'content-type': 'application/json' }, body)
  expect((await knock(`/pix-webhooks/${hook}/pix`, papers)).status).toBe(200)
  expect(await confirmAll()).toBe(1)
  expect(await rows('select from payments where creditor_id = $1', [who.creditor.creditorId])).toHaveLength(0)
  for (const wrong of [`${hook.slice(0, -1)}x`, 'x', `${'0'.repeat(32)}${hook.slice(32)}`]) expect((await knock(`/pix-webhooks/${wrong}/pix`, papers)).status).toBe(404)
  await expect(knock(`/pix-webhooks/${hook}/pix`, { ...papers, certificate: '', privateKey: '' })).rejects.toThrow()
  expect(await takeJobs(rows, 'confirm-pix')).toEqual([])
})

test('what no webhook told is found by the sweep, once; what is known stays', async () => {
  const who = await pixSituation(testApp, bank)
  const agreement = await signedAgreement(testApp, who)
  await bank.setFaults({ webhooks: { lost: true } })
  const { endToEndId } = await bank.pay({ code: (await askForPix(testApp, who, agreement)).pix.copyPaste })
  await sweepAll()
  clock.advance(900_000)
  await sweepAll()
  expect(await paymentsOf(endToEndId)).toHaveLength(1)
  const today = clock.today()
  await http.post('/v1/pix-sweeps').set('authorization', who.creditor.bearer).send({ from: today, to: today }).expect(202, { from: today, to: today })
  for (const job of await takeJobs(rows, 'sweep-pix')) await sweepPix(desk, job)
  expect(await paymentsOf(endToEndId)).toHaveLength(1)
  await bank.setFaults({ webhooks: { held: true } })
})

test.each([[{ from: '2026-11-01', to: '2027-12-01' }, 400], [{ from: '2026-09-01', to: '2026-11-01' }, 400], [{ from: '2026-11-02', to: '2026-11-01' }, 400]])('a sweep of %j is refused', async (span, status) => {
  const { creditor } = await pixSituation(testApp, bank)
  await http.post('/v1/pix-sweeps').set('authorization', creditor.bearer).send(span).expect(status)
})

test('the static code of a silent bank is told by the same door', async () => {
  const who = await pixSituation(testApp, bank)
  const agreement = await signedAgreement(testApp, who)
  await bank.setFaults({ requests: [{ kind: 'unavailable', times: 9, retryAfterSeconds: 0 }], webhooks: { held: true } })
  const { pix } = await askForPix(testApp, who, agreement)
  await bank.setFaults({ webhooks: { held: true } })
  const { endToEndId } = await bank.pay({ code: pix.copyPaste })
  await bank.releaseWebhooks()
  await confirmAll()
  expect(await paymentsOf(endToEndId)).toHaveLength(1)
  expect((await agreementOf(who, agreement)).installments[0]).toMatchObject({ status: 'paid' })
})

test.each([[false, []], [true, [{ reason: 'unknown_charge' }]]])('money that names no charge of ours, where the key is ours alone: %s', async (holdsUnknown, held) => {
  const creditor = await pixCreditor(testApp, bank, { holdsUnknown })
  const [row] = await rows<{ key: string }>('select pix_key as key from creditors where id = $1', [creditor.creditorId])
  await bank.pay({ code: staticBrCode({ key: row!.key, merchantName: 'Lojas Aurora', merchantCity: 'São Paulo', amountCents: 1_500n, txid: 'BALCAO1' }) })
  await sweepAll()
  await sweepAll()
  expect(await rows('select reason from payment_exceptions where creditor_id = $1', [creditor.creditorId])).toEqual(held)
})

test('a charge that is paid late by its code brings its fine and interest', async () => {
  const who = await pixSituation(testApp, bank)
  const agreement = await signedAgreement(testApp, who)
  const { pix, amountCents } = await askForPix(testApp, who, agreement)
  const { dueOn } = agreement.installments[0]!
  clock.moveTo(new Date(Date.parse(`${dueOn}T15:00:00Z`) + 5 * 86_400_000))
  const paid = await bank.pay({ code: pix.copyPaste })
  await bank.releaseWebhooks()
  await confirmAll()
  const [payment] = await paymentsOf(paid.endToEndId)
  expect(Number(payment!.amount_cents)).toBeGreaterThan(amountCents)
  const cookie = await signInWithCode(testApp, who.cpf)
  expect((await agreementOf({ cookie }, agreement)).installments.map(({ status, paidCents }) => [status, paidCents])).toMatchObject([['paid', Number(payment!.amount_cents)], ['open', 0], ['open', 0]])
})

test.each(['next_installments', 'refund'])('a code that was made late brings what was in it and what the bank added since; above that: %s', async (overpayment) => {
  const who = await pixSituation(testApp, bank)
  await http.patch('/v1/creditors/me/settings').set('authorization', who.creditor.bearer).send({ overpayment }).expect(200)
  const agreement = await signedAgreement(testApp, who)
  const { dueOn, amountCents: bareCents } = agreement.installments[0]!
  clock.moveTo(new Date(Date.parse(`${dueOn}T15:00:00Z`) + 11 * 86_400_000))
  const { pix, amountCents } = await askForPix(testApp, { cookie: await signInWithCode(testApp, who.cpf) }, agreement)
  expect(amountCents).toBeGreaterThan(bareCents)
  clock.advance(2 * 86_400_000)
  const paid = await bank.pay({ code: pix.copyPaste })
  await bank.releaseWebhooks()
  await confirmAll()
  const cents = Number((await paymentsOf(paid.endToEndId))[0]!.amount_cents)
  expect(cents).toBeGreaterThan(amountCents)
  expect((await agreementOf({ cookie: await signInWithCode(testApp, who.cpf) }, agreement)).installments.map(({ status, paidCents }) => [status, paidCents])).toEqual([['paid', cents], ['open', 0], ['open', 0]])
})

test('what the bank takes back under the MED reopens what it had paid, once', async () => {
  const who = await pixSituation(testApp, bank)
  const agreement = await signedAgreement(testApp, who)
  const { endToEndId } = await bank.pay({ code: (await askForPix(testApp, who, agreement)).pix.copyPaste })
  await bank.releaseWebhooks()
  await confirmAll()
  expect((await agreementOf(who, agreement)).installments[0]).toMatchObject({ status: 'paid' })
  await bank.reverse({ endToEndId, reason: 'MED_FRAUDE' })
  await bank.releaseWebhooks()
  await confirmAll()
  await sweepAll()
  expect(await rows('select reason from payment_reversals where creditor_id = $1', [who.creditor.creditorId])).toEqual([{ reason: 'med' }])
  expect((await agreementOf(who, agreement)).installments[0]).toMatchObject({ status: 'open', paidCents: 0 })
})

test('the books are in order', () => expectBooksInOrder(testApp))
