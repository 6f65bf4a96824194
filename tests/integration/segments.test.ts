import type { DebtorScoreInput, ProfileRules, Segment, SegmentCondition, SegmentPreview } from '@repactua/shared/contract/segments.ts'
import { BUILT_IN_RULES } from '@repactua/api/core/segments/built-in-rules.ts'
import { profilesOf } from '@repactua/api/modules/segments/index.ts'
import { previewSegment } from '@repactua/api/modules/segments/saved/preview-segment.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import { addDays } from '@repactua/shared/time/local-date.ts'
import { afterEach, expect, test } from 'vitest'
import { secondClient } from '../builders/client.ts'
import { makeCreditor, type TestCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput } from '../builders/person.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock, platform } = testApp
const rows = rowsOf(testApp.db)
const { version: _version, ...RULES } = BUILT_IN_RULES

afterEach(() => clock.moveTo(SOME_DAY))

const save = ({ bearer }: TestCreditor, condition: SegmentCondition, name = 'Primeiro atraso') => http.post('/v1/segments').set('authorization', bearer).send({ name, condition })
// Ids sort by the time of their making.
const saved = async (creditor: TestCreditor, condition: SegmentCondition) => {
  clock.advance(1)
  return (await save(creditor, condition).expect(201)).body as Segment
}
const change = ({ bearer }: TestCreditor, { id }: Segment, body: object) => http.put(`/v1/segments/${id}`).set('authorization', bearer).send(body)
const preview = async ({ bearer }: TestCreditor, { id }: Segment) => (await http.post(`/v1/segments/${id}/preview`).set('authorization', bearer).expect(200)).body as SegmentPreview
const setRules = ({ bearer }: TestCreditor, body: object) => http.put('/v1/profile-rules').set('authorization', bearer).send(body)
const upload = ({ bearer }: TestCreditor, body: object) => http.put('/v1/debtor-scores').set('authorization', bearer).send(body)
const eventsOf = async ({ creditorId }: TestCreditor, like: string) =>
  (await rows<{ type: string }>('select type from outbox_events where creditor_id = $1 and type like $2 order by position', [creditorId, like])).map(({ type }) => type)
const bandsOf = async ({ creditorId }: TestCreditor) => {
  const ids = await rows<{ id: string }>('select id from debtors where creditor_id = $1 order by id', [creditorId])
  const profiles = await platform.transact({ kind: 'system' }, { creditorId }, (work) => profilesOf(work, creditorId, ids.map(({ id }) => id)))
  return ids.map(({ id }) => `${profiles.get(id)!.band} ${profiles.get(id)!.bandSource}`)
}

test('a segment is saved, changed by versions and listed in its newest one', async () => {
  const creditor = await makeCreditor(testApp)
  const first = await saved(creditor, { all: [{ isFirstDelay: true }] })
  const other = await saved(creditor, { not: [{ hasEmail: true }] })
  expect(first).toMatchObject({ version: 1, name: 'Primeiro atraso', condition: { all: [{ isFirstDelay: true }] } })
  const changed = { name: 'Até 30 dias', condition: { all: [{ overdueDays: { max: 30 } }] } }
  for (let twice = 0; twice < 2; twice++) expect((await change(creditor, first, changed).expect(200)).body).toMatchObject({ id: first.id, version: 2, ...changed })
  const { body } = await http.get('/v1/segments?limit=1').set('authorization', creditor.bearer).expect(200)
  expect(body.data.map(({ id, version }: Segment) => [id, version])).toEqual([[other.id, 1]])
  const { body: next } = await http.get(`/v1/segments?limit=1&cursor=${body.nextCursor as string}`).set('authorization', creditor.bearer).expect(200)
  expect(next).toMatchObject({ data: [{ id: first.id, version: 2 }], nextCursor: null })
  expect(await eventsOf(creditor, 'segment.%')).toEqual(['segment.created', 'segment.created', 'segment.changed'])
})

test('a condition takes known fields and known words only; a segment of another is nobody’s', async () => {
  const creditor = await makeCreditor(testApp)
  for (const criterion of [{ cpf: '1' }, { city: ['São Paulo'] }, { birthDate: {} }, { riskBands: ['worst'] }, { overdueDays: { min: -1 } }, { overdueDays: '1 or true' }, { states: [] }]) {
    await save(creditor, { all: [criterion] } as SegmentCondition).expect(400)
  }
  const segment = await saved(creditor, {})
  const other = await makeCreditor(testApp)
  await http.get(`/v1/segments/${segment.id}`).set('authorization', other.bearer).expect(404)
  await change(other, segment, { name: 'x', condition: {} }).expect(404)
  await http.post(`/v1/segments/${segment.id}/preview`).set('authorization', other.bearer).expect(404)
  expect((await http.get('/v1/segments').set('authorization', other.bearer).expect(200)).body.data).toEqual([])
  const reader = await secondClient(testApp, creditor, ['segments:read'])
  expect((await save(reader, {}).expect(403)).body.code).toBe('scope_missing')
})

test('a preview counts people and their debts', async () => {
  const creditor = await makeCreditor(testApp)
  const debtor = personInput()
  await makeDebt(testApp, creditor, { debtor, dueOn: '2026-11-01' })
  await makeDebt(testApp, creditor, { debtor, dueOn: '2026-11-05' })
  await makeDebt(testApp, creditor, { dueOn: '2025-01-10' })
  const segment = await saved(creditor, { all: [{ overdueDays: { max: 30 } }] })
  expect(await preview(creditor, segment)).toMatchObject({ asOf: '2026-11-21', people: 1, debts: 2, population: 2, looked: 2, exact: true, sample: [expect.stringMatching(/^debtor_/)] })
  expect(await preview(creditor, await saved(creditor, {}))).toMatchObject({ people: 2, debts: 3 })
})

test('of a large portfolio some stand for all, the same on each call', async () => {
  const creditor = await makeCreditor(testApp)
  for (let made = 0; made < 6; made++) await makeDebt(testApp, creditor)
  const { id } = await saved(creditor, {})
  const look = () => platform.transact({ kind: 'client', clientId: readId(creditor.clientId), creditorId: creditor.creditorId }, { creditorId: creditor.creditorId }, (work) => previewSegment(work, readId(id), 4))
  const seen = await look()
  expect(seen).toMatchObject({ people: 6, debts: 6, population: 6, looked: 4 })
  expect((await look()).sample).toEqual(seen.sample)
})

test('rules are versions; the same again is none, and those that contradict themselves are refused', async () => {
  const creditor = await makeCreditor(testApp)
  const now = async () => (await http.get('/v1/profile-rules').set('authorization', creditor.bearer).expect(200)).body as ProfileRules
  expect(await now()).toEqual({ ...RULES, version: 1, createdAt: null })
  await makeDebt(testApp, creditor)
  expect(await bandsOf(creditor)).toEqual(['medium computed'])
  const strict = { ...RULES, basePoints: 90 }
  for (let twice = 0; twice < 2; twice++) expect((await setRules(creditor, strict).expect(200)).body).toEqual({ ...strict, version: 2, createdAt: SOME_DAY })
  expect(await bandsOf(creditor)).toEqual(['high computed'])
  expect((await http.get('/v1/profile-rules/1').set('authorization', creditor.bearer).expect(200)).body.basePoints).toBe(40)
  expect((await http.get('/v1/profile-rules/2').set('authorization', creditor.bearer).expect(200)).body.basePoints).toBe(90)
  await http.get('/v1/profile-rules/3').set('authorization', creditor.bearer).expect(404)
  const refused = await setRules(creditor, { ...RULES, graceDays: { low: 0, medium: 1, high: 2 } }).expect(422)
  expect(refused.body).toMatchObject({ code: 'profile_rules_invalid', errors: [{ pointer: '/graceDays' }] })
  for (const factor of ['age', 'sex', 'city', 'postalCode', 'disputes']) await setRules(creditor, { ...RULES, factors: { ...RULES.factors, [factor]: [] } }).expect(400)
  expect(await eventsOf(creditor, 'profile_rules.%')).toEqual(['profile_rules.changed'])
  await http.get('/v1/profile-rules/2').set('authorization', (await makeCreditor(testApp)).bearer).expect(404)
})

test('uploaded bands win until they expire, line by line', async () => {
  const creditor = await makeCreditor(testApp)
  const debtor = personInput()
  await makeDebt(testApp, creditor, { debtor })
  clock.advance(1)
  const debt = await makeDebt(testApp, creditor, { riskBand: 'low' })
  const foreign = await makeDebt(testApp, await makeCreditor(testApp))
  expect(await bandsOf(creditor)).toEqual(['medium computed', 'low debts'])
  const score = { band: 'high', validUntil: '2026-11-30', source: 'Bureau de Exemplo' } as const satisfies Partial<DebtorScoreInput>
  const list = [
    { ...score, cpf: debtor.cpf, score: 312, reasons: ['Atrasos em outras contas'] }, { ...score, externalId: debt.externalId }, { ...score, cpf: debtor.cpf, band: 'low' },
    { ...score, externalId: foreign.externalId }, { ...score }, { ...score, cpf: '111.111.111-11' }, { ...score, externalId: debt.externalId, validUntil: '2026-11-20' },
  ]
  const { body } = await upload(creditor, list).expect(200)
  expect(body).toMatchObject({ received: 7, accepted: 2, unchanged: 0, rejected: 5 })
  expect(body.errors.map(({ index, code }: { index: number; code: string }) => `${index} ${code}`)).toEqual(['2 score_twice', '3 not_found', '4 score_whose', '5 invalid_cpf', '6 score_expired'])
  expect(await bandsOf(creditor)).toEqual(['high uploaded', 'high uploaded'])
  expect((await upload(creditor, list.slice(0, 2)).expect(200)).body).toMatchObject({ accepted: 0, unchanged: 2 })
  expect((await upload(creditor, [{ ...score, cpf: debtor.cpf, band: 'low', validUntil: '2026-11-21' }]).expect(200)).body).toMatchObject({ accepted: 1 })
  expect(await bandsOf(creditor)).toEqual(['low uploaded', 'high uploaded'])
  clock.moveTo(`${addDays('2026-11-21', 1)}T15:00:00.000Z`)
  expect(await bandsOf(creditor)).toEqual(['medium computed', 'high uploaded'])
  expect(await rows('select version, band from debtor_scores where creditor_id = $1 order by debtor_id, version', [creditor.creditorId])).toHaveLength(3)
  expect(await eventsOf(creditor, 'debtor_scores.%')).toEqual(['debtor_scores.uploaded', 'debtor_scores.uploaded'])
})

test('a list has at least one score and at most a thousand, and no field but its own', async () => {
  const creditor = await makeCreditor(testApp)
  const score = { externalId: 'X', band: 'low', validUntil: '2026-11-30', source: 'Bureau' }
  for (const body of [[], [{ ...score, age: 40 }], [{ ...score, band: 'worst' }]]) await upload(creditor, body).expect(400)
  await upload(creditor, Array.from({ length: 1_001 }, () => score)).expect(400)
  expect((await upload(creditor, Array.from({ length: 1_000 }, (_, i) => ({ ...score, externalId: `X-${i}` }))).expect(200)).body.rejected).toBe(1_000)
})
