import type { Experiment, ExperimentInput } from '@repactua/shared/contract/experiments.ts'
import { planRulers } from '@repactua/api/modules/rulers/index.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import { afterEach, expect, test } from 'vitest'
import { makeCreditor, type TestCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { publishRuler, step } from '../builders/ruler.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock, platform } = testApp
const rows = rowsOf(testApp.db)

afterEach(() => clock.moveTo(SOME_DAY))

const WELCOME = step({ key: 'boas-vindas', anchor: 'debt_received', offsetDays: 2, templateKey: 'debt-welcome' })
const HALVES: ExperimentInput = { name: 'Vale a pena escrever?', rulerCode: 'padrao', arms: [{ key: 'com', shareBps: 5_000, templateKey: 'debt-offer', hour: 14 }, { key: 'sem', shareBps: 5_000, nothing: true }], outcomeDays: 10 }
const start = ({ bearer }: TestCreditor, body: object = HALVES) => http.post('/v1/experiments').set('authorization', bearer).send(body)
const read = async ({ bearer }: TestCreditor, id: string) => (await http.get(`/v1/experiments/${id}`).set('authorization', bearer).expect(200)).body as Experiment

async function withRuler() {
  const creditor = await makeCreditor(testApp)
  await publishRuler(testApp, creditor, { steps: [WELCOME] })
  return creditor
}

test('people are drawn into arms for good; the hold-out gets nothing, the others get their arm’s text', async () => {
  const creditor = await withRuler()
  const { body } = await start(creditor).expect(201)
  expect(body).toMatchObject({ status: 'running', rulerCode: 'padrao', steps: null, endedAt: null })
  for (let i = 0; i < 24; i++) await makeDebt(testApp, creditor)
  clock.moveTo('2026-11-23T12:00:00Z')
  await planRulers(platform, { creditorId: creditor.creditorId })
  const { results } = await read(creditor, body.id)
  const [told, heldOut] = results
  expect(told!.entered + heldOut!.entered).toBe(24)
  expect(Math.min(told!.entered, heldOut!.entered)).toBeGreaterThan(2)
  expect([told!.isBaseline, heldOut!.isBaseline, told!.through]).toEqual([false, true, 0])
  const messages = await rows<{ template_key: string; arm: string; hour: string }>("select distinct template_key, arm, to_char(not_before at time zone 'America/Sao_Paulo', 'HH24:MI') as hour from messages where creditor_id = $1", [creditor.creditorId])
  expect(messages).toEqual([{ template_key: 'debt-offer', arm: 'com', hour: '14:00' }])
  expect(await rows('select 1 from messages where creditor_id = $1', [creditor.creditorId])).toHaveLength(told!.entered)
  clock.moveTo('2026-11-24T12:00:00Z')
  await planRulers(platform, { creditorId: creditor.creditorId })
  expect((await read(creditor, body.id)).results.map(({ entered }) => entered)).toEqual([told!.entered, heldOut!.entered])
})

test('outcomes count people whose days are over, against the hold-out, and say when it is too early', async () => {
  const creditor = await withRuler()
  const { creditorId } = creditor
  const { body } = await start(creditor).expect(201)
  const id = readId(body.id as string)
  for (let i = 0; i < 40; i++) await makeDebt(testApp, creditor)
  clock.moveTo('2026-11-23T12:00:00Z')
  await planRulers(platform, { creditorId })
  const optOut = (arm: string, limit: number) => rows(`insert into contact_choices (creditor_id, id, cpf_index, wish, source, created_at)
    select d.creditor_id, gen_random_uuid(), d.cpf_index, 'stop', 'unsubscribe', '2026-11-25' from experiment_people x join debtors d on d.creditor_id = x.creditor_id and d.id = x.debtor_id
    where x.creditor_id = $1 and x.experiment_id = $2 and x.arm = $3 limit ${limit} on conflict do nothing`, [creditorId, id, arm])
  await optOut('com', 1)
  clock.moveTo('2026-12-03T11:59:00Z')
  expect((await read(creditor, body.id)).results.map(({ through }) => through)).toEqual([0, 0])
  clock.moveTo('2026-12-03T12:00:01Z')
  const [told, heldOut] = (await read(creditor, body.id)).results
  expect([told!.through, heldOut!.through]).toEqual([told!.entered, heldOut!.entered])
  const left = told!.shares.find(({ outcome }) => outcome === 'opted_out')!
  expect(left).toMatchObject({ people: 1, shareBps: Math.round(10_000 / told!.through), verdict: 'too_early' })
  expect(left.difference!.fromBps).toBeLessThan(0)
  expect(left.difference!.toBps).toBeGreaterThan(0)
  expect(heldOut!.shares.every(({ verdict, difference }) => verdict === null && difference === null)).toBe(true)
  expect(told!.money).toMatchObject({ paidCents: 0, meanCents: 0, interval: null, difference: null, verdict: 'too_early' })
  await optOut('com', told!.through)
  const later = (await read(creditor, body.id)).results[0]!.shares.find(({ outcome }) => outcome === 'opted_out')!
  expect(later).toMatchObject({ people: told!.through, verdict: 'higher' })
})

test('one at a time, ended once, told of; the same key is the same experiment', async () => {
  const creditor = await withRuler()
  const auth = { authorization: creditor.bearer }
  const begin = () => http.post('/v1/experiments').set(auth).set('idempotency-key', 'exp-0001').send(HALVES).expect(201)
  const { body } = await begin()
  expect((await begin()).body).toEqual(body)
  await start(creditor).expect(409).expect(({ body: refusal }) => expect(refusal.code).toBe('experiment_running'))
  for (let i = 0; i < 2; i++) await http.post(`/v1/experiments/${body.id}/end`).set(auth).expect(200).expect(({ body: ended }) => expect(ended.status).toBe('ended'))
  const { body: next } = await start(creditor).expect(201)
  const events = await rows<{ type: string }>("select type from outbox_events where creditor_id = $1 and type like 'experiment.%' order by position", [creditor.creditorId])
  expect(events.map(({ type }) => type)).toEqual(['experiment.started', 'experiment.ended', 'experiment.started'])
  const { body: list } = await http.get('/v1/experiments').set(auth).expect(200)
  expect(list.data.map(({ id }: { id: string }) => id).sort()).toEqual([body.id, next.id].sort())
})

test.each<[string, Partial<ExperimentInput>, string, string]>([
  ['shares that are no whole', { arms: [{ key: 'um', shareBps: 5_000 }, { key: 'dois', shareBps: 4_000 }] }, '/arms', 'shares'],
  ['an arm named twice', { arms: [{ key: 'um', shareBps: 5_000 }, { key: 'um', shareBps: 5_000 }] }, '/arms/1/key', 'arm-twice'],
  ['two hold-outs', { arms: [{ key: 'um', shareBps: 5_000, nothing: true }, { key: 'dois', shareBps: 5_000, nothing: true }] }, '/arms', 'hold-outs'],
  ['a hold-out with a text', { arms: [{ key: 'um', shareBps: 5_000 }, { key: 'dois', shareBps: 5_000, nothing: true, templateKey: 'debt-offer' }] }, '/arms/1/nothing', 'hold-out-with-more'],
  ['a step that is not there', { steps: ['nenhum'] }, '/steps/0', 'step-unknown'],
  ['a text of service', { arms: [{ key: 'um', shareBps: 5_000 }, { key: 'dois', shareBps: 5_000, templateKey: 'agreement-thanks' }] }, '/arms/1/templateKey', 'template-purpose'],
])('%s', async (_name, overrides, pointer, rule) => {
  const { body } = await start(await withRuler(), { ...HALVES, ...overrides }).expect(422)
  expect(body).toMatchObject({ code: 'experiment_invalid', errors: [{ pointer, rule }] })
})

test('no ruler in force, and an experiment of another', async () => {
  await start(await makeCreditor(testApp)).expect(409).expect(({ body }) => expect(body.code).toBe('ruler_not_published'))
  const { body } = await start(await withRuler()).expect(201)
  const { bearer } = await makeCreditor(testApp)
  await http.get(`/v1/experiments/${body.id}`).set('authorization', bearer).expect(404)
  await http.post(`/v1/experiments/${body.id}/end`).set('authorization', bearer).expect(404)
})
