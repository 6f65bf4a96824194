import { planRulers } from '@repactua/api/modules/rulers/index.ts'
import { afterEach, expect, test } from 'vitest'
import { signedAgreement, situation } from '../builders/agreement.ts'
import { makeCreditor, type TestCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput } from '../builders/person.ts'
import { publishRuler, step } from '../builders/ruler.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock, platform } = testApp
const rows = rowsOf(testApp.db)

afterEach(() => clock.moveTo(SOME_DAY))

interface Message { step: string; step_key: string; purpose: string; template_key: string; channels: string[]; debts: number; not_before: Date; not_after: Date; arm: string | null }
const messagesOf = ({ creditorId }: TestCreditor) =>
  rows<Message>('select step, step_key, purpose, template_key, channels, cardinality(debt_ids) as debts, not_before, not_after, arm from messages where creditor_id = $1 order by created_at, step_key', [creditorId])
/** Nine in the morning of a day. */
const at = (day: string) => clock.moveTo(`${day}T12:00:00Z`)
const plan = ({ creditorId }: TestCreditor, peopleABatch?: number) => planRulers(platform, { creditorId }, peopleABatch)
/** A debt that was sent on 21 November 2026, due on the Monday after. */
const freshDebt = (creditor: TestCreditor, debtor = personInput()) => makeDebt(testApp, creditor, { debtor, dueOn: '2026-11-23' })

test('a step goes out on its day, once, however many plan and how often', async () => {
  const creditor = await makeCreditor(testApp)
  const { id } = await publishRuler(testApp, creditor, { steps: [step({ hour: 10, channels: ['whatsapp', 'email'] })] })
  await freshDebt(creditor)
  at('2026-11-25')
  await plan(creditor)
  expect(await messagesOf(creditor)).toEqual([])
  at('2026-11-26')
  await Promise.all([plan(creditor), plan(creditor), plan(creditor)])
  await plan(creditor)
  at('2026-11-27')
  await plan(creditor)
  const [message, ...others] = await messagesOf(creditor)
  expect(others).toEqual([])
  expect(message).toMatchObject({ step: 'd3', purpose: 'collection', template_key: 'debt-reminder', channels: ['whatsapp', 'email'], debts: 1, arm: null })
  // Ten o'clock in São Paulo; good for three days more.
  expect(message!.not_before.toISOString()).toBe('2026-11-26T13:00:00.000Z')
  expect(message!.not_after.toISOString()).toBe('2026-11-30T02:59:59.999Z')
  // A new version does not send it again.
  await publishRuler(testApp, creditor, { steps: [step({ templateKey: 'debt-offer' })] })
  at('2026-11-28')
  await plan(creditor)
  at('2026-11-29')
  await plan(creditor)
  expect(await messagesOf(creditor)).toHaveLength(1)
  expect(await rows('select ruler_id from messages where creditor_id = $1', [creditor.creditorId])).toEqual([{ ruler_id: id.slice(6) }])
})

test('debts at the same step share a message, and a person gets one a day', async () => {
  const creditor = await makeCreditor(testApp)
  await publishRuler(testApp, creditor, { steps: [step(), step({ key: 'depois', offsetDays: 2, templateKey: 'debt-offer' })] })
  const debtor = personInput()
  await freshDebt(creditor, debtor)
  await freshDebt(creditor, debtor)
  at('2026-11-26')
  await plan(creditor)
  expect(await messagesOf(creditor)).toMatchObject([{ step: 'd3', debts: 2 }])
})

test('what was held, or fell on a day without contact, goes out while its window is open', async () => {
  const creditor = await makeCreditor(testApp)
  await publishRuler(testApp, creditor)
  const debt = await freshDebt(creditor)
  await http.put(`/v1/debts/${debt.externalId}/hold`).set('authorization', creditor.bearer).send({ reason: 'payment_search', untilOn: '2026-11-26' }).expect(200)
  at('2026-11-26')
  await plan(creditor)
  expect(await messagesOf(creditor)).toEqual([])
  await http.delete(`/v1/debts/${debt.externalId}/hold`).set('authorization', creditor.bearer).expect(204)
  at('2026-11-27')
  await plan(creditor)
  expect(await messagesOf(creditor)).toHaveLength(1)
})

test('a killed round goes on after the last person, and nobody is left out or told twice', async () => {
  const creditor = await makeCreditor(testApp)
  await publishRuler(testApp, creditor)
  for (let i = 0; i < 5; i++) await freshDebt(creditor)
  at('2026-11-26')
  let batches = 0
  const dying = { ...platform, transactInBulk: (...args: Parameters<typeof platform.transactInBulk>) => (++batches > 2 ? Promise.reject(new Error('killed')) : platform.transactInBulk(...args)) }
  await expect(planRulers(dying as typeof platform, { creditorId: creditor.creditorId }, 2)).rejects.toThrow('killed')
  expect(await messagesOf(creditor)).toHaveLength(4)
  await plan(creditor, 2)
  expect(await messagesOf(creditor)).toHaveLength(5)
  expect(await rows('select people, messages, done_at is not null as done from ruler_rounds where creditor_id = $1', [creditor.creditorId])).toEqual([{ people: 5, messages: 5, done: true }])
})

test('nothing on a Saturday, a holiday, or while the ruler is paused', async () => {
  const creditor = await makeCreditor(testApp)
  const { id } = await publishRuler(testApp, creditor, { steps: [step({ offsetDays: 0, windowDays: 20 })] })
  await freshDebt(creditor)
  await http.put(`/v1/rulers/${id}/pause`).set('authorization', creditor.bearer).send({ paused: true }).expect(200)
  at('2026-11-26')
  await plan(creditor)
  at('2026-11-28')
  await plan(creditor)
  expect(await messagesOf(creditor)).toEqual([])
  await http.put(`/v1/rulers/${id}/pause`).set('authorization', creditor.bearer).send({ paused: false }).expect(200)
  at('2026-11-30')
  await plan(creditor)
  expect(await messagesOf(creditor)).toHaveLength(1)
})

test.each([
  ['a death on another debt of theirs', 'death', 0],
  ['the wrong person', 'wrong_person', 0],
  ['hardship', 'hardship', 0],
  ['a court, of that debt alone', 'court', 1],
] as const)('%s', async (_name, reason, messages) => {
  const creditor = await makeCreditor(testApp)
  await publishRuler(testApp, creditor)
  const debtor = personInput()
  await freshDebt(creditor, debtor)
  const other = await makeDebt(testApp, creditor, { debtor, dueOn: '2026-05-04' })
  await http.put(`/v1/debts/${other.externalId}/hold`).set('authorization', creditor.bearer).send({ reason }).expect(200)
  at('2026-11-26')
  await plan(creditor)
  expect(await messagesOf(creditor)).toHaveLength(messages)
})

test('a barred debt is never written about; one that nobody may be told of neither', async () => {
  const creditor = await makeCreditor(testApp)
  await publishRuler(testApp, creditor, { steps: [step({ key: 'boas-vindas', anchor: 'debt_received', offsetDays: 2 })] })
  // The last day on which it may be collected is the 22nd.
  await makeDebt(testApp, creditor, { dueOn: '2021-11-22' })
  const stopped = await makeDebt(testApp, creditor, { dueOn: '2024-05-10' })
  await rows("insert into contact_choices (creditor_id, id, cpf_index, wish, source, created_at) select creditor_id, gen_random_uuid(), cpf_index, 'stop', 'person', now() from debts where creditor_id = $1 and external_id = $2", [creditor.creditorId, stopped.externalId])
  at('2026-11-23')
  await plan(creditor)
  expect(await messagesOf(creditor)).toEqual([])
})

test('a sheet of offers that was seen, and the end of that once something is signed', async () => {
  const who = await situation(testApp)
  await publishRuler(testApp, who.creditor, { steps: [step({ key: 'oferta', anchor: 'offer_not_signed', offsetDays: 1, templateKey: 'debt-last-days' })] })
  await http.post('/v1/me/offer-sheets').set('cookie', who.cookie).send({ debtIds: [who.debt.id] }).expect(201)
  at('2026-11-23')
  await plan(who.creditor)
  expect(await messagesOf(who.creditor)).toMatchObject([{ step: 'oferta', debts: 1 }])
  const other = await situation(testApp)
  await publishRuler(testApp, other.creditor, { steps: [step({ key: 'oferta', anchor: 'offer_not_signed', offsetDays: 0 })] })
  await signedAgreement(testApp, other)
  await plan(other.creditor)
  expect(await messagesOf(other.creditor)).toEqual([])
})

test('an agreement at risk is told of with the last day to mend it, before its break', async () => {
  const who = await situation(testApp)
  await publishRuler(testApp, who.creditor, { steps: [step({ key: 'risco', anchor: 'agreement_at_risk', offsetDays: 0, templateKey: 'agreement-at-risk' }), step({ key: 'atrasada', anchor: 'payment_late', offsetDays: 7, templateKey: 'installment-overdue' })] })
  const agreement = await signedAgreement(testApp, who)
  expect(agreement.installments.map(({ dueOn }) => dueOn).slice(0, 2)).toEqual(['2026-12-10', '2027-01-11'])
  at('2026-12-21')
  await plan(who.creditor)
  expect(await messagesOf(who.creditor)).toMatchObject([{ step: 'atrasada', purpose: 'service' }])
  at('2027-01-13')
  await plan(who.creditor)
  const [, risk] = await messagesOf(who.creditor)
  expect(risk).toMatchObject({ step: 'risco', purpose: 'service' })
})
