import type { RulerSimulation } from '@repactua/shared/contract/rulers.ts'
import { forgetRulers, runRulerSimulation } from '@repactua/api/modules/rulers/index.ts'
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

const STEPS = [
  step({ key: 'boas-vindas', anchor: 'debt_received', offsetDays: 2, templateKey: 'debt-welcome' }),
  step({ key: 'depois', anchor: 'debt_received', offsetDays: 20, windowDays: 5, templateKey: 'debt-offer' }),
]
const ask = ({ bearer }: TestCreditor, rulerId: string, body: object = { days: 60 }) => http.post(`/v1/rulers/${rulerId}/simulations`).set('authorization', bearer).send(body)
const read = async ({ bearer }: TestCreditor, { id, rulerId }: RulerSimulation) => (await http.get(`/v1/rulers/${rulerId}/simulations/${id}`).set('authorization', bearer).expect(200)).body as RulerSimulation
const work = ({ creditorId }: TestCreditor, { id }: RulerSimulation, peopleABatch?: number) => runRulerSimulation(platform, { creditorId, simulationId: readId(id) }, peopleABatch)

async function portfolio(people: number) {
  const creditor = await makeCreditor(testApp)
  const ruler = await publishRuler(testApp, creditor, { steps: STEPS })
  for (let i = 0; i < people; i++) await makeDebt(testApp, creditor)
  return { creditor, ruler }
}

test('a load over months, day by day, and nothing is written of it', async () => {
  const { creditor, ruler } = await portfolio(3)
  const { body } = await ask(creditor, ruler.id).expect(202)
  expect(body).toMatchObject({ rulerId: ruler.id, status: 'queued', from: '2026-11-21', days: 60, paidBps: 0, paidAfterDays: 7, people: 0 })
  await work(creditor, body)
  const { status, people, result } = await read(creditor, body)
  expect([status, people]).toEqual(['completed', 3])
  expect(result).toMatchObject({
    people: 3, reached: 3, messages: 6, heldOut: 0, mostPerPerson: { inWeek: 1, inAll: 2 },
    busiest: { on: '2026-11-23', messages: 3 },
    steps: [{ step: 'boas-vindas', channel: 'email', messages: 3 }, { step: 'depois', channel: 'email', messages: 3 }],
    days: [{ on: '2026-11-23', step: 'boas-vindas', channel: 'email', messages: 3 }, { on: '2026-12-11', step: 'depois', channel: 'email', messages: 3 }],
  })
  expect(await rows('select 1 from messages where creditor_id = $1 union all select 1 from ruler_steps_taken where creditor_id = $1', [creditor.creditorId])).toEqual([])
  const events = await rows<{ type: string }>("select type from outbox_events where creditor_id = $1 and type like 'ruler.simulation%' order by position", [creditor.creditorId])
  expect(events.map(({ type }) => type)).toEqual(['ruler.simulation_requested', 'ruler.simulation_completed'])
})

test('who is assumed to pay gets nothing more', async () => {
  const { creditor, ruler } = await portfolio(2)
  const { body } = await ask(creditor, ruler.id, { days: 60, paidBps: 10_000, paidAfterDays: 3 }).expect(202)
  await work(creditor, body)
  expect((await read(creditor, body)).result).toMatchObject({ reached: 2, messages: 2, mostPerPerson: { inAll: 1 } })
})

test('killed or run by two it counts nobody twice', async () => {
  const { creditor, ruler } = await portfolio(5)
  const { body } = await ask(creditor, ruler.id).expect(202)
  let batches = 0
  const dying = { ...platform, transactInBulk: (...args: Parameters<typeof platform.transactInBulk>) => (++batches > 2 ? Promise.reject(Object.assign(new Error('gone'), { code: '57P01' })) : platform.transactInBulk(...args)) }
  await expect(runRulerSimulation(dying as typeof platform, { creditorId: creditor.creditorId, simulationId: readId(body.id) }, 2)).rejects.toThrow('gone')
  expect(await read(creditor, body)).toMatchObject({ status: 'running', people: 4, result: null })
  await Promise.all([work(creditor, body, 2), work(creditor, body, 2)])
  expect(await read(creditor, body)).toMatchObject({ status: 'completed', people: 5, result: { people: 5, messages: 10 } })
})

test('one at a time; a day that is over; a ruler of another; forgotten after ninety days', async () => {
  const { creditor, ruler } = await portfolio(1)
  const { body } = await ask(creditor, ruler.id).expect(202)
  await ask(creditor, ruler.id).expect(409).expect(({ body: refusal }) => expect(refusal.code).toBe('ruler_simulation_running'))
  await ask(creditor, ruler.id, { from: '2026-11-20', days: 1 }).expect(422)
  const other = await makeCreditor(testApp)
  await ask(other, ruler.id).expect(404)
  await http.get(`/v1/rulers/${ruler.id}/simulations/${body.id}`).set('authorization', other.bearer).expect(404)
  await work(creditor, body)
  const { body: list } = await http.get(`/v1/rulers/${ruler.id}/simulations`).set('authorization', creditor.bearer).expect(200)
  expect(list).toMatchObject({ data: [{ id: body.id, status: 'completed' }], nextCursor: null })
  clock.moveTo('2027-03-01T12:00:00Z')
  await forgetRulers(platform)
  expect(await rows('select 1 from ruler_simulations where creditor_id = $1', [creditor.creditorId])).toEqual([])
})
