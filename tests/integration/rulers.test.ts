import { expect, test } from 'vitest'
import type { RulerInput, RulerStep } from '@repactua/shared/contract/rulers.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { publishRuler, rulerInput, step } from '../builders/ruler.ts'
import { startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http } = testApp
const rows = rowsOf(testApp.db)

test('a draft is made, published, and told of', async () => {
  const creditor = await makeCreditor(testApp)
  const auth = { authorization: creditor.bearer }
  const { body: draft } = await http.post('/v1/rulers').set(auth).send(rulerInput()).expect(201)
  expect(draft).toMatchObject({ code: 'padrao', version: null, status: 'draft', pausedAt: null, publishedAt: null })
  const { body: published } = await http.post(`/v1/rulers/${draft.id}/publication`).set(auth).expect(200)
  expect(published).toMatchObject({ id: draft.id, version: 1, status: 'published', steps: draft.steps })
  expect((await http.post(`/v1/rulers/${draft.id}/publication`).set(auth).expect(200)).body).toEqual(published)
  const events = await rows<{ type: string }>('select type from outbox_events where creditor_id = $1 and subject = $2 order by position', [creditor.creditorId, draft.id])
  expect(events.map(({ type }) => type)).toEqual(['ruler.created', 'ruler.published'])
  expect((await http.get('/v1/rulers').set(auth).expect(200)).body).toEqual({ data: [published], nextCursor: null })
  expect((await http.get(`/v1/rulers/${draft.id}`).set(auth).expect(200)).body).toEqual(published)
})

test('a version takes the place of the one before with the same code, and keeps its pause', async () => {
  const creditor = await makeCreditor(testApp)
  const auth = { authorization: creditor.bearer }
  const first = await publishRuler(testApp, creditor)
  const other = await publishRuler(testApp, creditor, { code: 'escolas' })
  await http.put(`/v1/rulers/${first.id}/pause`).set(auth).send({ paused: true }).expect(200)
  const second = await publishRuler(testApp, creditor)
  expect(second).toMatchObject({ version: 2, status: 'published' })
  expect(second.pausedAt).not.toBeNull()
  const { body: list } = await http.get('/v1/rulers').set(auth).expect(200)
  const standing = Object.fromEntries(list.data.map(({ id, status }: { id: string; status: string }) => [id, status]))
  expect(standing).toEqual({ [second.id]: 'published', [other.id]: 'published', [first.id]: 'superseded' })
  await http.post(`/v1/rulers/${first.id}/publication`).set(auth).expect(409).expect(({ body }) => expect(body.code).toBe('ruler_not_draft'))
  await http.put(`/v1/rulers/${first.id}/pause`).set(auth).send({ paused: false }).expect(409).expect(({ body }) => expect(body.code).toBe('ruler_not_published'))
})

test('a pause and its end, each told once', async () => {
  const creditor = await makeCreditor(testApp)
  const auth = { authorization: creditor.bearer }
  const { id } = await publishRuler(testApp, creditor)
  for (const paused of [true, true, false, false]) {
    const { body } = await http.put(`/v1/rulers/${id}/pause`).set(auth).send({ paused }).expect(200)
    expect(body.pausedAt !== null).toBe(paused)
  }
  const events = await rows<{ type: string }>("select type from outbox_events where creditor_id = $1 and subject = $2 and type like 'ruler.%ed' order by position", [creditor.creditorId, id])
  expect(events.map(({ type }) => type)).toEqual(['ruler.created', 'ruler.published', 'ruler.paused', 'ruler.resumed'])
})

test('without steps of its own a ruler has the built-in ones', async () => {
  const creditor = await makeCreditor(testApp)
  const { body } = await http.post('/v1/rulers').set('authorization', creditor.bearer).send({ code: 'padrao', name: 'Régua padrão' }).expect(201)
  expect(body.steps.length).toBeGreaterThan(10)
  await http.post(`/v1/rulers/${body.id}/publication`).set('authorization', creditor.bearer).expect(200)
})

test('the same key answers the same draft', async () => {
  const creditor = await makeCreditor(testApp)
  const post = () => http.post('/v1/rulers').set('authorization', creditor.bearer).set('idempotency-key', 'ruler-0001').send(rulerInput()).expect(201)
  const { body } = await post()
  expect((await post()).body).toEqual(body)
})

test.each<[string, Partial<RulerStep>[], string, string]>([
  ['a name given twice', [{}, { offsetDays: 9 }], '/steps/1/key', 'step-twice'],
  ['something before an event', [{ anchor: 'offer_not_signed', offsetDays: -1, templateKey: 'offer-not-signed' }], '/steps/0/offsetDays', 'step-before-event'],
  ['a counter-offer on the day on which it is told of', [{ anchor: 'proposal_countered', offsetDays: 0, templateKey: 'proposal-countered' }], '/steps/0/offsetDays', 'step-told-already'],
  ['a reminder that may come after the due date', [{ offsetDays: -1, windowDays: 3 }], '/steps/0/windowDays', 'step-crosses-due-date'],
  ['a day after all prescription', [{ offsetDays: 3_650 }], '/steps/0/offsetDays', 'step-after-prescription'],
  ['debts that come too late for the step', [{ lateAtReceipt: { min: 10 } }], '/steps/0/lateAtReceipt', 'step-unreachable'],
  ['two steps of one day', [{}, { key: 'outro' }], '/steps/1/offsetDays', 'step-shadowed'],
])('%s is refused with its pointer', async (_name, steps, pointer, rule) => {
  const creditor = await makeCreditor(testApp)
  const body: RulerInput = rulerInput({ steps: steps.map((overrides) => step(overrides)) })
  const answer = await http.post('/v1/rulers').set('authorization', creditor.bearer).send(body).expect(422)
  expect(answer.body).toMatchObject({ code: 'ruler_invalid', errors: [{ pointer, code: 'ruler_invalid', rule }] })
})

test('a ruler of another creditor is not there', async () => {
  const mine = await makeCreditor(testApp)
  const theirs = await makeCreditor(testApp)
  const { id } = await publishRuler(testApp, theirs)
  const auth = { authorization: mine.bearer }
  await http.get(`/v1/rulers/${id}`).set(auth).expect(404)
  await http.post(`/v1/rulers/${id}/publication`).set(auth).expect(404)
  await http.put(`/v1/rulers/${id}/pause`).set(auth).send({ paused: true }).expect(404)
})
