import { expect, test } from 'vitest'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { Proposal } from '@repactua/shared/contract/proposals.ts'
import { situation, signatureFor } from '../builders/agreement.ts'
import { bargain, debtorOf, FLOORS, proposalsOf } from '../builders/proposal.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput, signInWithCode } from '../builders/person.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http } = testApp
const { propose, mine, seen } = proposalsOf(testApp)
const rows = rowsOf(testApp.db)
const shop = await bargain(testApp)

test('an offer inside the floors is accepted at once and can be signed', async () => {
  const who = await debtorOf(testApp, shop.creditor)
  const answer = await propose(who, { monthlyCents: 5_000, dueDay: 10, reason: 'Recebo no dia 5' })
  expect(answer).toMatchObject({ decision: 'accepted', optionId: 'proposal', reasons: [{ code: 'fits' }], wish: { monthlyCents: 5_000, dueDay: 10 }, reason: 'Recebo no dia 5', works: null, decideBy: null })
  const option = answer.offerSheet!.options.find(({ id }) => id === 'proposal')!
  expect(option).toMatchObject({ count: 18, totalCents: 88_200, cetYearly: '0.00', monthlyRateBps: 0, interestCents: 0, savingCents: 108_323 - 88_200 })
  expect(option.installments.map(({ amountCents }) => amountCents)).toEqual([...Array<number>(17).fill(5_000), 3_200])
  expect(option.legalChecks.every(({ passed }) => passed)).toBe(true)
  expect(answer.offerSheet!.options.map(({ totalCents }) => totalCents)).toEqual(answer.offerSheet!.options.map(({ totalCents }) => totalCents).toSorted((a, b) => a - b))
  const inputs = await http.get(`/v1/offer-sheets/${answer.offerSheet!.id}/inputs`).set('authorization', shop.creditor.bearer).expect(200)
  expect(inputs.body).toMatchObject({ recomputed: { isSame: true }, inputs: { proposal: { amountsCents: option.installments.map(({ amountCents }) => amountCents) } } })
  const formed = await http.post('/v1/me/agreements').set('cookie', who.cookie).send({ offerSheetId: answer.offerSheet!.id, optionId: 'proposal' }).expect(201)
  const signed = await http.post(`/v1/me/agreements/${formed.body.id}/signature`).set('cookie', who.cookie).send(await signatureFor(testApp, who, formed.body as Agreement)).expect(200)
  expect(signed.body).toMatchObject({ status: 'awaiting_first_payment', totalCents: 88_200, count: 18 })
})

test('the creditor sees what it is worth; the debtor does not', async () => {
  const who = await debtorOf(testApp, shop.creditor)
  const answer = await propose(who, { monthlyCents: 5_000 })
  const view = await seen(shop, answer.id)
  expect(view).toMatchObject({ decision: 'accepted', balanceCents: 108_323, monthlyDiscountRateBps: 100, standing: { optionId: 'cash', totalCents: 58_800 }, needsSecondApproval: false })
  const { plan } = view
  // Both are cut down from the exact value, the share to the hundredth of a per cent.
  expect(plan!.presentValueBps - Math.floor((plan!.presentValueCents * 10_000) / 108_323)).toBeLessThanOrEqual(1)
  expect(plan!.floorDistanceBps).toBe(plan!.presentValueBps - FLOORS.leastPresentValueBps)
  expect(plan!.floorDistanceBps).toBeGreaterThan(0)
  expect(JSON.stringify([answer, await mine(who, answer.id)])).not.toMatch(/presentValue|floor|counterOffers|secondApproval|"monthlyDiscountRate/)
  const listed = await http.get('/v1/proposals?decision=accepted&limit=200').set('authorization', shop.creditor.bearer).expect(200)
  expect((listed.body.data as Proposal[]).find(({ id }) => id === view.id)).toEqual(view)
})

test('what stands for everybody within these payments is the answer', async () => {
  const who = await debtorOf(testApp, shop.creditor)
  const answer = await propose(who, { monthlyCents: 60_000 })
  expect(answer).toMatchObject({ decision: 'accepted', optionId: 'cash', reasons: [{ code: 'fits_standing_option' }] })
  const sheet = await propose(who, { monthlyCents: 44_000, downPaymentCents: 45_000 })
  expect(sheet.optionId).toMatch(/^installments-2$/)
})

test('a little too little is countered by a plan that can be signed; neighbours get the same', async () => {
  const who = await debtorOf(testApp, shop.creditor)
  const [one, other] = [await propose(who, { monthlyCents: 2_500 }), await propose(who, { monthlyCents: 2_873 })]
  for (const answer of [one, other]) {
    expect(answer).toMatchObject({ decision: 'countered', optionId: 'proposal', reasons: [{ code: 'too_long' }] })
    expect(answer.offerSheet!.options.find(({ id }) => id === 'proposal')).toMatchObject({ count: 30, totalCents: 88_200 })
  }
})

test('what is worth less is read by a person, with a deadline at the end of a day', async () => {
  const who = await debtorOf(testApp, shop.creditor)
  const answer = await propose(who, { monthlyCents: 1_500 })
  expect(answer).toMatchObject({ decision: 'in_review', reasons: [{ code: 'person_decides' }], offerSheetId: null, optionId: null, decideBy: '2026-11-25T02:59:59.999Z', decidedAt: null })
  expect(answer.offerSheet).toBeUndefined()
  expect(await seen(shop, answer.id)).toMatchObject({ decision: 'in_review', plan: { count: 59, totalCents: 88_200 } })
})

test('what is worth too little is refused with what would work, which then works', async () => {
  const who = await debtorOf(testApp, shop.creditor)
  const answer = await propose(who, { monthlyCents: 600 })
  expect(answer).toMatchObject({ decision: 'refused', reasons: [{ code: 'too_long' }], works: { monthlyCents: 3_000, downPaymentCents: 0, count: 30 } })
  const { monthlyCents } = answer.works!
  expect(await propose(who, { monthlyCents })).toMatchObject({ decision: 'accepted' })
})

test('a creditor that takes no offers says so plainly, and what its sheet would take', async () => {
  const who = await situation(testApp)
  expect(await propose(who, { monthlyCents: 2_000 })).toMatchObject({ decision: 'refused', reasons: [{ code: 'no_counter_offers', text: 'Esta empresa só aceita as opções de hoje.' }], works: { count: 12 } })
  expect(await propose(who, { monthlyCents: 8_000 })).toMatchObject({ decision: 'accepted', optionId: 'installments-12' })
})

test('a single payment is an offer too', async () => {
  const who = await debtorOf(testApp, shop.creditor)
  expect(await propose(who, { downPaymentCents: 60_000 })).toMatchObject({ decision: 'accepted', optionId: 'cash' })
  expect(await propose(who, { downPaymentCents: 50_000 })).toMatchObject({ decision: 'countered', optionId: 'cash' })
})

test('several debts are one offer; the plan is shared among them', async () => {
  const who = await debtorOf(testApp, shop.creditor)
  const second = await makeDebt(testApp, shop.creditor, { debtor: personInput({ cpf: who.cpf }), principalCents: 49_000 })
  const answer = await propose(who, { debtIds: [who.debt.id, second.id], monthlyCents: 7_000 })
  const option = answer.offerSheet!.options.find(({ id }) => id === answer.optionId)!
  expect(option.parts.map(({ totalCents }) => totalCents)).toEqual([88_200, 44_100])
  expect(answer.debts.map(({ id }) => id).toSorted()).toEqual([who.debt.id, second.id].toSorted())
})

test('five offers a debt and day; the sixth is refused, and the next day takes offers again', async () => {
  const who = await debtorOf(testApp, shop.creditor)
  for (const monthlyCents of [600, 700, 800, 900, 1_000]) await propose(who, { monthlyCents })
  const refused = await http.post('/v1/me/proposals').set('cookie', who.cookie).send({ debtIds: [who.debt.id], monthlyCents: 5_000 }).expect(429)
  expect(refused.body.code).toBe('proposals_of_day_used')
  expect(Number(refused.get('retry-after'))).toBeGreaterThan(0)
  expect((await rows<{ n: bigint }>("select count(*) n from proposals where debtor_id = (select debtor_id from debts where 'debt_' || id = $1)", [who.debt.id]))[0]!.n).toBe(5n)
  testApp.clock.advance(12 * 3_600_000)
  await propose({ ...who, cookie: await signInWithCode(testApp, who.cpf) }, { monthlyCents: 5_000 })
  testApp.clock.moveTo(SOME_DAY)
})

test('somebody else’s debt or offer is not there; another creditor sees nothing', async () => {
  const [who, other] = [await debtorOf(testApp, shop.creditor), await bargain(testApp)]
  await propose({ cookie: other.cookie, debt: who.debt }, { monthlyCents: 5_000 }, 404)
  const answer = await propose(who, { monthlyCents: 5_000 })
  await mine(other, answer.id, 404)
  await seen(other, answer.id, 404)
  expect((await http.get('/v1/me/proposals').set('cookie', other.cookie).expect(200)).body.data).toEqual([])
  expect((await http.get('/v1/me/proposals').set('cookie', who.cookie).expect(200)).body.data).toMatchObject([{ id: answer.id, decision: 'accepted', optionId: 'proposal' }])
})

test('ten offers at once are never more than five', async () => {
  const who = await debtorOf(testApp, shop.creditor)
  const send = (monthlyCents: number) => http.post('/v1/me/proposals').set('cookie', who.cookie).send({ debtIds: [who.debt.id], monthlyCents })
  const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => send(600 + i)))
  const taken = answers.filter(({ status }) => status === 201).length
  expect(taken).toBeLessThanOrEqual(5)
  // Whoever waited too long for the others was told to come back; the rest of the five is still theirs.
  for (let i = taken; i < 5; i += 1) await send(700 + i).expect(201)
  await send(800).expect(429)
})

test('the same key twice is one offer', async () => {
  const who = await debtorOf(testApp, shop.creditor)
  const send = () => http.post('/v1/me/proposals').set({ cookie: who.cookie, 'idempotency-key': `offer-${who.debt.id}` }).send({ debtIds: [who.debt.id], monthlyCents: 5_000 }).expect(201)
  const [first, second] = [await send(), await send()]
  expect(second.body).toEqual(first.body)
  expect(second.get('idempotent-replayed')).toBe('true')
})

test.each([
  ['nothing to pay', {}, 400, 'invalid_request'],
  ['a budget of nought', { monthlyCents: 0 }, 400, 'invalid_request'],
  ['more at first than is owed', { monthlyCents: 5_000, downPaymentCents: 108_323 }, 422, 'down_payment_above_balance'],
  ['a day that the policy does not know', { monthlyCents: 5_000, dueDay: 7 }, 422, 'due_day_not_allowed'],
  ['a first date far away', { monthlyCents: 5_000, firstDueOn: '2027-06-01' }, 422, 'first_due_out_of_window'],
  ['a date that does not exist', { monthlyCents: 5_000, firstDueOn: '2026-11-31' }, 400, 'invalid_request'],
])('%s is refused clearly', async (_name, wish, status, code) => {
  expect(await propose(shop, wish, status)).toMatchObject({ code })
})

test('what was written is sealed, and each offer leaves its news and its audit entry', async () => {
  const who = await debtorOf(testApp, shop.creditor)
  const answer = await propose(who, { monthlyCents: 5_000, reason: 'Perdi o emprego em maio' })
  const stored = await rows<{ whole: string }>('select proposals::text whole from proposals')
  expect(stored.map(({ whole }) => whole).join()).not.toContain('emprego')
  const news = await rows<{ type: string; data: object }>('select type, data from outbox_events where subject = $1', [answer.id])
  expect(news.map(({ type }) => type).toSorted()).toEqual(['proposal.accepted', 'proposal.received'])
  expect(JSON.stringify(news)).not.toContain('emprego')
  expect(await rows('select action from audit_entries where subject = $1 order by sequence', [answer.id])).toEqual([{ action: 'proposal.received' }, { action: 'proposal.accepted' }])
})
