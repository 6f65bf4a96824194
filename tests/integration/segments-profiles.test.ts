import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { profilesOf } from '@repactua/api/modules/segments/index.ts'
import { afterEach, expect, test } from 'vitest'
import { signedAgreement, situation, type Situation } from '../builders/agreement.ts'
import { makeCreditor, type TestCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput } from '../builders/person.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock, platform } = testApp
const rows = rowsOf(testApp.db)
let references = 0

afterEach(() => clock.moveTo(SOME_DAY))

const debtorsOf = async ({ creditorId }: TestCreditor) =>
  (await rows<{ id: string }>('select id from debtors where creditor_id = $1 order by id', [creditorId])).map(({ id }) => id)
const profiles = (creditor: TestCreditor, ids: readonly string[]) =>
  platform.transact({ kind: 'system' }, { creditorId: creditor.creditorId }, (work) => profilesOf(work, creditor.creditorId, ids))
const only = async (creditor: TestCreditor) => {
  const [id] = await debtorsOf(creditor)
  return (await profiles(creditor, [id!])).get(id!)!
}
const pay = ({ creditor }: Situation, { id }: Agreement, paidAt: string, amountCents: number) =>
  http.post('/v1/payments').set('authorization', creditor.bearer).send({ agreementId: id, amountCents, paidAt, method: 'pix', externalReference: `S${++references}` }).expect(201)

test('one late debt and nothing else', async () => {
  const { creditor } = await situation(testApp)
  const [debtorId] = await debtorsOf(creditor)
  expect(await only(creditor)).toEqual({
    debtorId, state: 'SP', hasEmail: true, hasPhone: true, reachedBy: [], readBy: [], debtCount: 1, principalCents: 98_000n, overdueDays: 256,
    products: ['retail'], segments: [], tags: [], debtBand: null, paidOnTimeCount: 0, paidLateCount: 0, delayCount: 1, longestDelayDays: 256,
    agreementsKept: 0, agreementsBroken: 0, agreementsWithdrawn: 0, hasBrokenAgreement: false, hasRunningAgreement: false,
    daysSincePayment: null, daysSinceAnswer: null, uploaded: null,
    isFirstDelay: true, band: 'medium', bandSource: 'computed', importance: 'low', graceDays: 2, rulesVersion: 1,
  })
})

test('a plan paid on time, then late, then not at all', async () => {
  const who = await situation(testApp)
  const agreement = await signedAgreement(testApp, who)
  expect(agreement.installments.map(({ dueOn }) => dueOn)).toEqual(['2026-12-10', '2027-01-11', '2027-02-10'])
  expect(await only(who.creditor)).toMatchObject({ debtCount: 0, principalCents: 0n, overdueDays: 0, delayCount: 1, longestDelayDays: 256, hasRunningAgreement: true, daysSinceAnswer: 0 })
  clock.moveTo('2026-12-10T15:00:00.000Z')
  await pay(who, agreement, '2026-12-10T14:00:00.000Z', 29_400)
  expect(await only(who.creditor)).toMatchObject({ paidOnTimeCount: 1, paidLateCount: 0, delayCount: 1, daysSincePayment: 0, daysSinceAnswer: 19, isFirstDelay: true })
  clock.moveTo('2027-01-15T15:00:00.000Z')
  await pay(who, agreement, '2027-01-15T14:00:00.000Z', 40_000)
  expect(await only(who.creditor)).toMatchObject({ paidOnTimeCount: 1, paidLateCount: 1, delayCount: 2, overdueDays: 0 })
  clock.moveTo('2027-02-20T15:00:00.000Z')
  expect(await only(who.creditor)).toMatchObject({ paidOnTimeCount: 1, paidLateCount: 1, delayCount: 3, overdueDays: 10, longestDelayDays: 256, daysSincePayment: 36, isFirstDelay: false })
  await rows("update agreements set status = 'broken', broken_at = now() where creditor_id = $1", [who.creditor.creditorId])
  expect(await only(who.creditor)).toMatchObject({ delayCount: 2, overdueDays: 0, agreementsBroken: 1, hasBrokenAgreement: true, hasRunningAgreement: false })
})

test('what is due on a day without a bank is on time on the next one; the delay counts from the due date', async () => {
  const who = await situation(testApp)
  const agreement = await signedAgreement(testApp, who)
  // A Saturday: payable on Monday.
  await rows("update installments set due_on = '2026-12-12' where creditor_id = $1 and number = 1", [who.creditor.creditorId])
  clock.moveTo('2026-12-14T15:00:00.000Z')
  expect(await only(who.creditor)).toMatchObject({ delayCount: 1, overdueDays: 0 })
  clock.moveTo('2026-12-15T15:00:00.000Z')
  expect(await only(who.creditor)).toMatchObject({ delayCount: 2, overdueDays: 3 })
  await pay(who, agreement, '2026-12-14T14:00:00.000Z', 29_400)
  expect(await only(who.creditor)).toMatchObject({ paidOnTimeCount: 1, delayCount: 1, overdueDays: 0 })
})

test('kept and withdrawn agreements are told apart, and a payment that went back is none', async () => {
  const who = await situation(testApp)
  const agreement = await signedAgreement(testApp, who, 'cash')
  const paid = await pay(who, agreement, SOME_DAY, agreement.totalCents)
  expect(await only(who.creditor)).toMatchObject({ agreementsKept: 1, paidOnTimeCount: 1, delayCount: 1, longestDelayDays: 256, hasRunningAgreement: false, daysSincePayment: 0 })
  await http.post(`/v1/payments/${paid.body.id as string}/reversal`).set('authorization', who.creditor.bearer).send({ amountCents: agreement.totalCents, reversedAt: SOME_DAY, externalReference: 'S-back', reason: 'med' }).expect(200)
  expect(await only(who.creditor)).toMatchObject({ agreementsKept: 0, paidOnTimeCount: 0, hasRunningAgreement: true, daysSincePayment: null })
  await rows("update agreements set status = 'withdrawn', withdrawn_at = now() where creditor_id = $1", [who.creditor.creditorId])
  expect(await only(who.creditor)).toMatchObject({ agreementsWithdrawn: 1, agreementsBroken: 0, hasRunningAgreement: false })
})

test('debts: paid in time, paid late, and what says nothing of the person', async () => {
  const creditor = await makeCreditor(testApp)
  const debtor = personInput({ phone: undefined! })
  const owe = (overrides: object) => makeDebt(testApp, creditor, { debtor, ...overrides })
  const end = (externalId: string, reason: string) => http.post(`/v1/debts/${externalId}/withdrawal`).set('authorization', creditor.bearer).send({ reason }).expect(200)
  // A Friday that is a holiday: in time on Monday. This is Saturday.
  await end((await owe({ dueOn: '2026-11-20' })).externalId, 'paid_elsewhere')
  expect(await only(creditor)).toMatchObject({ paidOnTimeCount: 1, delayCount: 0, debtCount: 0 })
  await end((await owe({ dueOn: '2026-11-11' })).externalId, 'paid_elsewhere')
  expect(await only(creditor)).toMatchObject({ paidOnTimeCount: 1, paidLateCount: 1, delayCount: 1, longestDelayDays: 10 })
  await end((await owe({ dueOn: '2026-01-11' })).externalId, 'error')
  await owe({ dueOn: '2019-01-10' })
  const paused = await owe({ dueOn: '2025-01-10', tags: ['no'] })
  await http.put(`/v1/debts/${paused.externalId}/hold`).set('authorization', creditor.bearer).send({ reason: 'court' }).expect(200)
  expect(await only(creditor)).toMatchObject({ paidOnTimeCount: 1, paidLateCount: 1, delayCount: 1, longestDelayDays: 10, overdueDays: 0, debtCount: 0, tags: [] })
  await owe({ dueOn: '2026-12-01', principalCents: 70_000, product: 'school', segment: 'gold', tags: ['a', 'b'], riskBand: 'low' })
  await owe({ dueOn: '2026-11-01', principalCents: 50_000, segment: 'gold', tags: ['b', 'c'], riskBand: 'high' })
  const profile = await only(creditor)
  expect(profile).toMatchObject({ debtCount: 2, principalCents: 120_000n, overdueDays: 20, delayCount: 2, products: ['retail', 'school'], segments: ['gold'], debtBand: 'high', band: 'high', bandSource: 'debts', importance: 'medium', hasPhone: false })
  expect([...profile.tags].sort()).toEqual(['a', 'b', 'c'])
})

test('by which channels a person was reached of late', async () => {
  const { creditor } = await situation(testApp)
  const [debtorId] = await debtorsOf(creditor)
  const message = (id: string, channel: string, delivered: boolean, read: boolean) => rows(
    `insert into messages (creditor_id, id, debtor_id, cpf_index, purpose, step_key, template_key, values_sealed, channels, debt_ids, not_before, not_after, status, channel, sent_at, delivered_at, read_at, created_at)
    select creditor_id, $1::uuid, id, cpf_index, 'service', $1::text, 'x', '', '{email}', '{}', now(), now(), 'sent', $2, now(), case when $3 then now() end, case when $4 then now() end, now() from debtors where id = $5`,
    [id, channel, delivered, read, debtorId])
  await message('01a19467-e800-7000-8000-000000000001', 'email', true, true)
  await message('01a19467-e800-7000-8000-000000000002', 'sms', true, false)
  await message('01a19467-e800-7000-8000-000000000003', 'push', false, false)
  await message('01900000-0000-7000-8000-000000000004', 'whatsapp', true, true)
  expect(await only(creditor)).toMatchObject({ reachedBy: ['email', 'sms'], readBy: ['email'] })
})

test('a creditor learns nothing of another, and many people are read at once', async () => {
  const mine = await situation(testApp)
  const other = await makeCreditor(testApp)
  await makeDebt(testApp, other, { debtor: personInput({ cpf: mine.cpf }), dueOn: '2026-11-10' })
  await makeDebt(testApp, other)
  await signedAgreement(testApp, mine)
  const [mineId] = await debtorsOf(mine.creditor)
  const found = await profiles(other, [...(await debtorsOf(other)), mineId!])
  expect([...found.values()].map(({ delayCount, overdueDays, hasRunningAgreement, daysSinceAnswer }) => [overdueDays, delayCount, hasRunningAgreement, daysSinceAnswer]).sort()).toEqual([[11, 1, false, null], [256, 1, false, null]])
  expect((await profiles(mine.creditor, [])).size).toBe(0)
})
