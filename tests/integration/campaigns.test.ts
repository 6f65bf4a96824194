import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { OfferOption, OfferSheet } from '@repactua/shared/contract/offers.ts'
import { watchAllArrears } from '@repactua/api/modules/agreements/index.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { expect, test } from 'vitest'
import { formAgreement, signatureFor, signedAgreement, type Situation } from '../builders/agreement.ts'
import { campaign, campaignPolicy, stateOf } from '../builders/campaign.ts'
import { makeCreditor, type TestCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput, signInWithCode } from '../builders/person.ts'
import { makeDraft, publishPolicy } from '../builders/policy.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock } = testApp
const rows = rowsOf(testApp.db)

// R$ 980,00 and R$ 103,23 of charges: 80 % and 40 % of the principal, and all charges.
const IN_CAMPAIGN = 78_400 + 10_323
const USUAL = 39_200 + 10_323

async function owing(creditor: TestCreditor, principalCents = 98_000): Promise<Situation> {
  const debtor = personInput()
  const debt = await makeDebt(testApp, creditor, { debtor, principalCents })
  return { creditor, cpf: debtor.cpf, debt, cookie: await signInWithCode(testApp, debtor.cpf) }
}

async function campaignCreditor(overrides: Parameters<typeof campaign>[0] = {}): Promise<TestCreditor> {
  clock.moveTo(SOME_DAY)
  const creditor = await makeCreditor(testApp)
  await publishPolicy(testApp, creditor, campaignPolicy(campaign(overrides)))
  return creditor
}

/** The same person with a new session: the one before ended while the clock moved on. */
const again = async (who: Situation): Promise<Situation> => ({ ...who, cookie: await signInWithCode(testApp, who.cpf) })

async function sheetFor({ cookie, debt }: Situation): Promise<OfferSheet> {
  return (await http.post('/v1/me/offer-sheets').set('cookie', cookie).send({ debtIds: [debt.id], dueDay: 10 }).expect(201)).body as OfferSheet
}

const cashOf = ({ options }: OfferSheet): OfferOption => options.find(({ id }) => id === 'cash')!
const form = (who: Situation, sheet: OfferSheet) => http.post('/v1/me/agreements').set('cookie', who.cookie).send({ offerSheetId: sheet.id, optionId: 'cash' })
const sign = (who: Situation, agreementId: string, body: object) => http.post(`/v1/me/agreements/${agreementId}/signature`).set('cookie', who.cookie).send(body)
const cancel = ({ creditor }: Situation, agreementId: string) =>
  http.post(`/v1/agreements/${agreementId}/cancellation`).set('authorization', creditor.bearer).send({ reason: 'creditor_decision' })

test('an option of a campaign says so, its signature spends the budget, and the list shows what is left', async () => {
  const creditor = await campaignCreditor()
  const who = await owing(creditor)
  const cash = cashOf(await sheetFor(who))
  expect(cash).toMatchObject({ discountCents: IN_CAMPAIGN, campaigns: [{ code: 'FIM-DE-ANO', name: 'Fim de ano', endsOn: '2026-11-30' }], parts: [{ campaign: 'FIM-DE-ANO' }] })
  const agreement = await signedAgreement(testApp, who, 'cash')
  expect(await stateOf(testApp, creditor)).toEqual({
    code: 'FIM-DE-ANO', name: 'Fim de ano', startsOn: '2026-11-20', endsOn: '2026-11-30',
    budgetCents: 10_000_000, spentCents: IN_CAMPAIGN, leftCents: 10_000_000 - IN_CAMPAIGN, running: true,
  })
  const [event] = await rows<{ data: object }>("select data from outbox_events where creditor_id = $1 and type = 'agreement.signed'", [creditor.creditorId])
  expect(event!.data).toMatchObject({ agreementId: agreement.id, campaigns: [{ code: 'FIM-DE-ANO', cents: IN_CAMPAIGN }] })
})

test('signing twice spends once', async () => {
  const creditor = await campaignCreditor()
  const who = await owing(creditor)
  const agreement = await formAgreement(testApp, who, 'cash')
  const body = await signatureFor(testApp, who, agreement)
  const answers = await Promise.all([1, 2, 3].map(() => sign(who, agreement.id, body)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect((await stateOf(testApp, creditor))?.spentCents).toBe(IN_CAMPAIGN)
})

test('a budget that no longer holds the discount: the waiting agreement is refused whole, new sheets offer the usual', async () => {
  const creditor = await campaignCreditor({ discountBudgetCents: IN_CAMPAIGN + 500 })
  const [first, second, third] = [await owing(creditor), await owing(creditor), await owing(creditor)]
  const waiting = await formAgreement(testApp, second, 'cash')
  const body = await signatureFor(testApp, second, waiting)
  const oldSheet = await sheetFor(third)
  await signedAgreement(testApp, first, 'cash')

  const refused = await sign(second, waiting.id, body).expect(409)
  expect(refused.body).toMatchObject({ code: 'campaign_budget_spent', action: 'Volte às suas dívidas e veja as opções de hoje.' })
  expect((await form(third, oldSheet).expect(409)).body.code).toBe('campaign_budget_spent')
  expect((await http.post(`/v1/me/agreements/${waiting.id}/signature-challenges`).set('cookie', second.cookie).expect(409)).body.code).toBe('campaign_budget_spent')
  expect(await traces(readId(waiting.id))).toEqual({ status: 'awaiting_signature', debts: 'open', installments: 0, signatures: 0, spendings: 0, codes: 0 })

  // R$ 5,00 are left, which is less than any offer here would take: the campaign runs and is not offered.
  expect(await stateOf(testApp, creditor)).toMatchObject({ leftCents: 500, running: true })
  expect(cashOf(await sheetFor(second))).toMatchObject({ discountCents: USUAL, campaigns: [], parts: [{ campaign: null }] })
  const mine = await http.get('/v1/me/debts').set('cookie', second.cookie).expect(200)
  expect(JSON.stringify(mine.body)).toContain(`"discountCents":${USUAL}`)
  await signedAgreement(testApp, second, 'cash')
  expect((await stateOf(testApp, creditor))?.leftCents).toBe(500)
})

test('a budget spent to the last cent no longer runs', async () => {
  const creditor = await campaignCreditor({ discountBudgetCents: IN_CAMPAIGN })
  await signedAgreement(testApp, await owing(creditor), 'cash')
  expect(await stateOf(testApp, creditor)).toMatchObject({ leftCents: 0, running: false })
  expect(cashOf(await sheetFor(await owing(creditor))).campaigns).toEqual([])
})

test('a cancellation before any payment gives the budget back, once; after a payment it does not', async () => {
  const creditor = await campaignCreditor()
  const [early, late] = [await owing(creditor), await owing(creditor)]
  const unpaid = await signedAgreement(testApp, early, 'cash')
  const partlyPaid = await signedAgreement(testApp, late, 'cash')
  const payment = { agreementId: partlyPaid.id, amountCents: 1_000, paidAt: clock.now().toISOString(), method: 'pix', externalReference: 'CAMPAIGN-1' }
  await http.post('/v1/payments').set('authorization', creditor.bearer).send(payment).expect(201)
  await cancel(early, unpaid.id).expect(200)
  await cancel(early, unpaid.id).expect(200)
  await cancel(late, partlyPaid.id).expect(200)
  expect((await stateOf(testApp, creditor))?.spentCents).toBe(IN_CAMPAIGN)
  const spendings = await rows('select agreement_id, kind, cents from campaign_spendings where creditor_id = $1 order by created_at, kind desc', [creditor.creditorId])
  expect(spendings).toHaveLength(3)
  expect(spendings).toContainEqual({ agreement_id: readId(unpaid.id), kind: 'returned', cents: BigInt(-IN_CAMPAIGN) })
  await signedAgreement(testApp, early, 'cash')
  expect((await stateOf(testApp, creditor))?.spentCents).toBe(2 * IN_CAMPAIGN)
})

test('an agreement that is broken before any payment gives the budget back', async () => {
  const creditor = await campaignCreditor()
  const agreement = await signedAgreement(testApp, await owing(creditor), 'cash')
  for (const day of ['2026-12-15', '2026-12-31']) {
    clock.moveTo(`${day}T15:00:00.000Z`)
    await watchAllArrears({ platform: testApp.platform, logger: createLogger('silent') })
  }
  expect(await rows('select status from agreements where id = $1', [readId(agreement.id)])).toEqual([{ status: 'broken' }])
  expect(await rows('select spent_cents::int as spent from campaigns where creditor_id = $1', [creditor.creditorId])).toEqual([{ spent: 0 }])
})

test('an agreement that was never signed gives nothing back', async () => {
  const creditor = await campaignCreditor()
  const who = await owing(creditor)
  const waiting = await formAgreement(testApp, who, 'cash')
  await cancel(who, waiting.id).expect(200)
  expect((await stateOf(testApp, creditor))?.spentCents).toBe(0)
})

test('a sheet of the last day stands and is signed to the end of the second day after', async () => {
  const creditor = await campaignCreditor({ endsOn: '2026-11-21' })
  const [inTime, tooLate] = [await owing(creditor), await owing(creditor)]
  clock.moveTo('2026-11-22T02:59:59.000Z')
  const [sheet, other] = [await sheetFor(await again(inTime)), await sheetFor(await again(tooLate))]
  expect(sheet.standsUntil >= '2026-11-23').toBe(true)
  clock.moveTo('2026-11-22T03:00:00.000Z')
  expect(await stateOf(testApp, creditor)).toMatchObject({ running: false })
  expect(cashOf(await sheetFor(await again(tooLate)))).toMatchObject({ campaigns: [], parts: [{ campaign: null }] })

  clock.moveTo('2026-11-24T02:59:00.000Z')
  const signer = await again(inTime)
  const { body: formed } = await form(signer, sheet).expect(201)
  const body = await signatureFor(testApp, signer, formed as Agreement)
  clock.moveTo('2026-11-24T02:59:59.000Z')
  await sign(signer, formed.id as string, body).expect(200)
  expect((await stateOf(testApp, creditor))?.spentCents).toBe(IN_CAMPAIGN)

  clock.moveTo(new Date(Date.parse(other.expiresAt) + 1))
  expect((await form(await again(tooLate), other).expect(409)).body.code).toBe('offer_sheet_expired')
})

test('a campaign runs from the first moment of its first day', async () => {
  const creditor = await campaignCreditor({ startsOn: '2026-11-22' })
  const who = await owing(creditor)
  clock.moveTo('2026-11-22T02:59:59.999Z')
  expect(cashOf(await sheetFor(await again(who))).campaigns).toEqual([])
  clock.moveTo('2026-11-22T03:00:00.000Z')
  expect(cashOf(await sheetFor(await again(who))).campaigns).toHaveLength(1)
})

test('a later version raises the budget, or lowers it to what is spent and not under it', async () => {
  const creditor = await campaignCreditor({ discountBudgetCents: IN_CAMPAIGN })
  await signedAgreement(testApp, await owing(creditor), 'cash')
  await publishPolicy(testApp, creditor, campaignPolicy(campaign({ discountBudgetCents: IN_CAMPAIGN + 1 })))
  expect(await stateOf(testApp, creditor)).toMatchObject({ spentCents: IN_CAMPAIGN, leftCents: 1, running: true })
  await publishPolicy(testApp, creditor, campaignPolicy(campaign({ code: 'OUTRA' }), campaign({ discountBudgetCents: IN_CAMPAIGN })))
  expect(await stateOf(testApp, creditor)).toMatchObject({ leftCents: 0, running: false })

  const { id } = await makeDraft(testApp, creditor, campaignPolicy(campaign({ code: 'OUTRA', discountBudgetCents: 1 }), campaign({ discountBudgetCents: IN_CAMPAIGN - 1 })))
  const { body } = await http.post(`/v1/policies/${id}/publication`).set('authorization', creditor.bearer).expect(409)
  expect(body).toMatchObject({ code: 'campaign_budget_below_spent', errors: [{ pointer: '/campaigns/1/discountBudgetCents' }] })
  expect(await stateOf(testApp, creditor, 'OUTRA')).toMatchObject({ budgetCents: 10_000_000 })
})

test('a sheet outlives the version that named its campaign, and still spends the budget', async () => {
  const creditor = await campaignCreditor()
  const who = await owing(creditor)
  const agreement = await formAgreement(testApp, who, 'cash')
  await publishPolicy(testApp, creditor)
  expect(await stateOf(testApp, creditor)).toMatchObject({ running: false })
  await sign(who, agreement.id, await signatureFor(testApp, who, agreement)).expect(200)
  expect((await stateOf(testApp, creditor))?.spentCents).toBe(IN_CAMPAIGN)
})

test('nobody sees or spends another creditor’s campaign of the same code', async () => {
  const [mine, other] = [await campaignCreditor(), await campaignCreditor({ discountBudgetCents: 1 })]
  await signedAgreement(testApp, await owing(mine), 'cash')
  expect(await stateOf(testApp, other)).toMatchObject({ budgetCents: 1, spentCents: 0 })
  expect((await http.get('/v1/campaigns').set('authorization', (await makeCreditor(testApp)).bearer).expect(200)).body.data).toEqual([])
  await http.get('/v1/campaigns').expect(401)
})

test('no hand can pass the budget, and what was spent is never changed', async () => {
  const creditor = await campaignCreditor()
  await signedAgreement(testApp, await owing(creditor), 'cash')
  const change = (sql: string) => testApp.platform.transact({ kind: 'system' }, { creditorId: creditor.creditorId }, ({ tx }) => tx.$client.query(sql))
  await expect(change('update campaigns set spent_cents = budget_cents + 1')).rejects.toThrow('campaigns_within_budget')
  await expect(change('update campaign_spendings set cents = 1')).rejects.toThrow('permission denied')
  await expect(change('delete from campaign_spendings')).rejects.toThrow('permission denied')
})

async function traces(agreementId: string) {
  const [row] = await rows<Record<string, unknown>>(`
    select a.status, (select string_agg(distinct d.status, ',') from debts d join agreement_debts x on x.debt_id = d.id where x.agreement_id = a.id) as debts,
      (select count(*)::int from installments i where i.agreement_id = a.id) as installments,
      (select count(*)::int from signatures s where s.agreement_id = a.id) as signatures,
      (select count(*)::int from campaign_spendings s where s.agreement_id = a.id) as spendings,
      (select count(*)::int from challenges c where c.agreement_id = a.id and c.used_at is not null) as codes
    from agreements a where a.id = $1`, [agreementId])
  return row
}

test('the books are in order', () => expectBooksInOrder(testApp))
