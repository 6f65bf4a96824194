import { planRulers, stillWanted } from '@repactua/api/modules/rulers/index.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import { afterEach, expect, test } from 'vitest'
import { makeCreditor, type TestCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput } from '../builders/person.ts'
import { publishRuler, rulerInput, step } from '../builders/ruler.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock, platform } = testApp
const rows = rowsOf(testApp.db)

afterEach(() => clock.moveTo(SOME_DAY))

const preview = ({ bearer }: TestCreditor, id: string, body: object = {}) => http.post(`/v1/rulers/${id}/preview`).set('authorization', bearer).send(body)
const at = (day: string) => clock.moveTo(`${day}T12:00:00Z`)
const WELCOME = step({ key: 'boas-vindas', anchor: 'debt_received', offsetDays: 2, templateKey: 'debt-welcome', channels: ['whatsapp', 'email'] })

test('a draft shows who would get what, and who is held back by which rule; nothing is written', async () => {
  const creditor = await makeCreditor(testApp)
  const { body: draft } = await http.post('/v1/rulers').set('authorization', creditor.bearer).send(rulerInput({ steps: [WELCOME] })).expect(201)
  const open = await makeDebt(testApp, creditor)
  const held = await makeDebt(testApp, creditor)
  await http.put(`/v1/debts/${held.externalId}/hold`).set('authorization', creditor.bearer).send({ reason: 'court' }).expect(200)
  await makeDebt(testApp, creditor, { debtor: personInput({ email: undefined, phone: undefined } as object) })
  const { body } = await preview(creditor, draft.id, { on: '2026-11-23' }).expect(200)
  expect(body).toMatchObject({
    on: '2026-11-23', isContactDay: true, people: 3, messages: 1, heldOut: 0, unlisted: 0, nextCursor: null,
    steps: [{ step: 'boas-vindas', channel: 'email', messages: 1 }],
  })
  expect(body.held).toEqual(expect.arrayContaining([{ step: 'boas-vindas', rule: 'hold', count: 1 }, { step: 'boas-vindas', rule: 'no_address', count: 1 }]))
  const person = body.data.find(({ debts }: { debts: string[] }) => debts.includes(open.externalId))
  expect(person).toMatchObject({ debts: [open.externalId], message: { step: 'boas-vindas', templateKey: 'debt-welcome', channel: 'email', goodUntil: '2026-11-26', arm: null, heldOut: false }, held: [] })
  expect(JSON.stringify(body)).not.toMatch(/\d{11}/)
  expect(await rows('select 1 from messages where creditor_id = $1 union all select 1 from ruler_steps_taken where creditor_id = $1', [creditor.creditorId])).toEqual([])
  expect((await preview(creditor, draft.id, { on: '2026-11-23', limit: 1 }).expect(200)).body).toMatchObject({ messages: 1, unlisted: 2 })
})

test('what a preview shows is what is planned', async () => {
  const creditor = await makeCreditor(testApp)
  const { id } = await publishRuler(testApp, creditor, { steps: [WELCOME] })
  for (let i = 0; i < 3; i++) await makeDebt(testApp, creditor)
  at('2026-11-23')
  const { body } = await preview(creditor, id).expect(200)
  await planRulers(platform, { creditorId: creditor.creditorId })
  const planned = await rows<{ debtor_id: string }>('select debtor_id from messages where creditor_id = $1', [creditor.creditorId])
  expect(planned.map(({ debtor_id }) => `debtor_${debtor_id}`).sort()).toEqual(body.data.map(({ debtorId }: { debtorId: string }) => debtorId).sort())
  expect((await preview(creditor, id).expect(200)).body).toMatchObject({ messages: 0, data: [] })
})

test('a day that is over, one too far away, and a ruler of another', async () => {
  const creditor = await makeCreditor(testApp)
  const { id } = await publishRuler(testApp, creditor)
  for (const on of ['2026-11-20', '2027-11-23']) await preview(creditor, id, { on }).expect(422).expect(({ body }) => expect(body.code).toBe('preview_day_out_of_reach'))
  await preview(await makeCreditor(testApp), id).expect(404)
})

test('at the moment of sending a message is no longer wanted where something has come between', async () => {
  const creditor = await makeCreditor(testApp)
  const { creditorId, bearer } = creditor
  const { id } = await publishRuler(testApp, creditor, { steps: [WELCOME] })
  const debts = [await makeDebt(testApp, creditor), await makeDebt(testApp, creditor), await makeDebt(testApp, creditor)]
  at('2026-11-23')
  await planRulers(platform, { creditorId })
  const messages = await rows<{ id: string; stepKey: string; debtorId: string; cpfIndex: Buffer; debtIds: string[] }>('select id, step_key as "stepKey", debtor_id as "debtorId", cpf_index as "cpfIndex", debt_ids as "debtIds" from messages where creditor_id = $1', [creditorId])
  const asked = messages.map((one) => ({ ...one, creditorId, purpose: 'collection' as const, templateKey: 'debt-welcome', origin: { rulerId: readId(id), step: 'boas-vindas', arm: null } }))
  const reasons = async () => {
    const found = await platform.transact({ kind: 'system' }, { creditorId }, (work) => stillWanted(work, [...asked, { ...asked[0]!, id: 'other', stepKey: 'reminder:1', origin: null }]))
    return debts.map(({ id: debtId }) => found.get(messages.find(({ debtIds }) => debtIds.includes(readId(debtId)))!.id) ?? null)
  }
  expect(await reasons()).toEqual([null, null, null])
  await http.put(`/v1/debts/${debts[0]!.externalId}/hold`).set('authorization', bearer).send({ reason: 'death' }).expect(200)
  await http.post(`/v1/debts/${debts[1]!.externalId}/withdrawal`).set('authorization', bearer).send({ reason: 'sold' }).expect(200)
  expect(await reasons()).toEqual(['death', 'over', null])
  await http.put(`/v1/rulers/${id}/pause`).set('authorization', bearer).send({ paused: true }).expect(200)
  expect(await reasons()).toEqual(['ruler_paused', 'ruler_paused', 'ruler_paused'])
  await http.put(`/v1/rulers/${id}/pause`).set('authorization', bearer).send({ paused: false }).expect(200)
  await publishRuler(testApp, creditor, { steps: [step()] })
  expect(await reasons()).toEqual(['step_gone', 'step_gone', 'step_gone'])
})
