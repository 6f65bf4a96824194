import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { Debt, MyDebts } from '@repactua/shared/contract/debts.ts'
import type { OfferSheet } from '@repactua/shared/contract/offers.ts'
import { VOLUNTARY_CONSENT, VOLUNTARY_WARNING } from '@repactua/shared/text/voluntary-payment.ts'
import { watchAllArrears } from '@repactua/api/modules/agreements/index.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import { expect, test } from 'vitest'
import { signatureFor, situation, type Situation } from '../builders/agreement.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput, signInWithCode } from '../builders/person.ts'
import { grant, publishPolicy, rule } from '../builders/policy.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, platform } = testApp
const rows = rowsOf(testApp.db)

const LAST_DAY_PASSED = '2021-11-20'
interface Barred extends Situation { barred: Debt }

/** Somebody with one debt that is owed and one that is barred, at a creditor that shows the latter. */
async function barredSituation({ shows = true } = {}): Promise<Barred> {
  const who = await situation(testApp)
  const barred = await makeDebt(testApp, who.creditor, { debtor: personInput({ cpf: who.cpf }), dueOn: LAST_DAY_PASSED })
  if (shows) await http.patch('/v1/creditors/me/settings').set('authorization', who.creditor.bearer).send({ showsBarredDebts: true }).expect(200)
  return { ...who, barred }
}

const mine = async ({ cookie }: Situation) => (await http.get('/v1/me/debts').set('cookie', cookie).expect(200)).body as MyDebts
const askFor = ({ cookie }: Situation, ...debts: Debt[]) => http.post('/v1/me/offer-sheets').set('cookie', cookie).send({ debtIds: debts.map(({ id }) => id) })
const sheetFor = async (who: Barred) => (await askFor(who, who.barred).expect(201)).body as OfferSheet
const form = ({ cookie }: Situation, body: object) => http.post('/v1/me/agreements').set('cookie', cookie).send(body)
const formed = async (who: Barred, optionId = 'cash') =>
  (await form(who, { offerSheetId: (await sheetFor(who)).id, optionId, voluntaryConsent: true }).expect(201)).body as Agreement

test('a barred debt stays hidden until its creditor shows it, and is never in the sum', async () => {
  const hidden = await barredSituation({ shows: false })
  expect((await mine(hidden)).data.map(({ id }) => id)).toEqual([hidden.debt.id])
  const shown = await barredSituation()
  const { data, totalCents } = await mine(shown)
  expect(data.map(({ id, barred }) => [id, barred])).toEqual([[shown.debt.id, false], [shown.barred.id, true]])
  expect(totalCents).toBe(shown.debt.balance.totalCents)
  expect(data[0]).not.toHaveProperty('voluntary')
  expect(data[1]).toMatchObject({ cashPreview: null, voluntary: { warning: VOLUNTARY_WARNING, consent: VOLUNTARY_CONSENT }, can: { negotiate: { ok: true } } })
})

test('only the person asks: at the creditor’s counter a barred debt gets no offer', async () => {
  const who = await barredSituation()
  const { body } = await http.post('/v1/offer-sheets').set('authorization', who.creditor.bearer).send({ cpf: who.cpf, debtExternalIds: [who.barred.externalId] }).expect(409)
  expect(body.code).toBe('debt_barred')
})

test('with the switch off the person gets no sheet either', async () => {
  const who = await barredSituation({ shows: false })
  expect((await askFor(who, who.barred).expect(409)).body.code).toBe('debt_barred')
})

test('its sheet is marked voluntary, knows no charges for lateness, and holds no debt that is owed', async () => {
  const who = await barredSituation()
  const sheet = await sheetFor(who)
  expect(sheet.voluntary).toBe(true)
  for (const option of sheet.options) expect(option).toMatchObject({ lateFeeBps: 0, defaultInterestMonthlyBps: 0, savingCents: 0, disclosure: { defaultConsequences: expect.stringMatching(/^Nada acontece/) } })
  expect((await askFor(who, who.barred, who.debt).expect(422)).body.code).toBe('barred_debts_apart')
  const { body: owed } = await askFor(who, who.debt).expect(201)
  expect(owed).not.toHaveProperty('voluntary')
})

test('a break rule with novation does not reach a barred debt: nothing revives it', async () => {
  const who = await barredSituation()
  await publishPolicy(testApp, who.creditor, { rules: [rule({ grant: grant({ breakRule: { toleranceDays: 15, missedInstallments: 2, effect: 'novation' } }) })] })
  expect((await sheetFor(who)).options.map(({ breakRule }) => breakRule.effect)).not.toContain('novation')
})

test('without its own consent nothing is formed; with it, the exact words stand in the term', async () => {
  const who = await barredSituation()
  const ask = { offerSheetId: (await sheetFor(who)).id, optionId: 'cash' }
  for (const body of [ask, ask]) expect((await form(who, body).expect(422)).body.code).toBe('voluntary_consent_required')
  await form(who, { ...ask, voluntaryConsent: false }).expect(400)
  const { body } = await form(who, { ...ask, voluntaryConsent: true }).expect(201)
  const agreement = body as Agreement
  expect(agreement.voluntary).toBe(true)
  for (const words of [...VOLUNTARY_WARNING, VOLUNTARY_CONSENT]) expect(agreement.term.text).toContain(words)
  expect(agreement.term.text).not.toMatch(/cadastros de inadimplentes em até 5 dias|pode ter multa/)
  expect((await form(who, { ...ask, voluntaryConsent: true }).expect(201)).body.id).toBe(agreement.id)
})

test('the consent is in the evidence of the signature; ended unpaid, the debt stays barred', async () => {
  const who = await barredSituation()
  const agreement = await formed(who, 'installments-3')
  await http.post(`/v1/me/agreements/${agreement.id}/signature`).set('cookie', who.cookie).send(await signatureFor(testApp, who, agreement)).expect(200)
  const [signature] = await rows<{ evidence_sealed: Buffer }>('select evidence_sealed from signatures where agreement_id = $1', [readId(agreement.id)])
  expect(JSON.parse(platform.keys.open(signature!.evidence_sealed))).toMatchObject({ accepted: true, voluntaryConsent: VOLUNTARY_CONSENT })
  await http.post(`/v1/agreements/${agreement.id}/cancellation`).set('authorization', who.creditor.bearer).send({ reason: 'debtor_request' }).expect(200)
  const { body } = await http.get(`/v1/debts/${who.barred.externalId}`).set('authorization', who.creditor.bearer).expect(200)
  expect(body).toMatchObject({ status: 'open', barred: true, prescription: { on: '2026-11-20', interruptedOn: null } })
})

test('nobody is late with a voluntary payment, noticed of it or broken for it', async () => {
  const who = await barredSituation()
  const agreement = await formed(who, 'installments-3')
  const signature = await signatureFor(testApp, who, agreement)
  const { body: signed } = await http.post(`/v1/me/agreements/${agreement.id}/signature`).set('cookie', who.cookie).send(signature).expect(200)
  const payment = { agreementId: agreement.id, amountCents: (signed as Agreement).installments[0]!.amountCents, paidAt: '2026-11-21T14:00:00Z', method: 'pix', externalReference: 'VOLUNTARY-1' }
  await http.post('/v1/payments').set('authorization', who.creditor.bearer).send(payment).expect(201)
  testApp.clock.advance(300 * 86_400_000)
  await watchAllArrears({ platform, logger: createLogger('silent') })
  const { body } = await http.get(`/v1/agreements/${agreement.id}`).set('authorization', who.creditor.bearer).expect(200)
  expect(body).toMatchObject({ status: 'active', voluntary: true, breakNotice: null })
  expect((body as Agreement).installments.map(({ overdueDays }) => overdueDays)).toEqual([0, 0, 0])
  testApp.clock.moveTo(SOME_DAY)
})

test('an ordinary sheet of a debt whose term ends meanwhile is signed by nobody', async () => {
  const who = await situation(testApp)
  const lastDay = await makeDebt(testApp, who.creditor, { debtor: personInput({ cpf: who.cpf }), dueOn: '2021-11-21' })
  const ask = { offerSheetId: ((await askFor(who, lastDay).expect(201)).body as OfferSheet).id, optionId: 'installments-3' }
  const agreement = (await form(who, ask).expect(201)).body as Agreement
  const signature = await signatureFor(testApp, who, agreement)
  testApp.clock.advance(13 * 3_600_000)
  const cookie = await signInWithCode(testApp, who.cpf)
  const refused = await http.post(`/v1/me/agreements/${agreement.id}/signature`).set('cookie', cookie).send(signature).expect(409)
  expect(refused.body.code).toBe('debt_barred')
  expect((await form({ ...who, cookie }, ask).expect(409)).body.code).toBe('debt_barred')
  testApp.clock.advance(-13 * 3_600_000)
})

test('somebody else’s barred debt and sheet are not there', async () => {
  const [who, other] = [await barredSituation(), await barredSituation()]
  expect((await askFor(who, other.barred).expect(404)).body.code).toBe('not_found')
  const ask = { offerSheetId: (await sheetFor(other)).id, optionId: 'cash', voluntaryConsent: true }
  expect((await form(who, ask).expect(404)).body.code).toBe('not_found')
})

test('the books are in order', () => expectBooksInOrder(testApp))
