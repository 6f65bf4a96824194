import { importIndexFile } from '@repactua/api/modules/indices/index.ts'
import type { TableCode } from '@repactua/shared/contract/indices.ts'
import { expect, test } from 'vitest'
import { makeCreditor, makeOperator } from '../builders/creditor.ts'
import { startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, platform } = testApp
const rows = rowsOf(testApp.db)
const operator = await makeOperator(testApp)

const put = (place: string, body: object, bearer = operator) => http.put(`/v1/indices/${place}`).set('authorization', bearer).send(body)
const auditOf = async (code: string) => (await rows<{ payload: string }>('select payload from audit_entries where subject = $1 order by sequence', [`index_${code}`])).map(({ payload }) => JSON.parse(payload).data.months)
const importFile = (text: string, code: TableCode = 'inpc') => platform.transact({ kind: 'system' }, { nobody: true }, (work) => importIndexFile(work, code, text))

test('an operator sets months in any order, anybody reads them, and holes are named', async () => {
  await put('ipca/2026-09', { percent: '0.48' }).expect(201)
  const { body } = await put('ipca/2026-07', { percent: '0.26' }).expect(201)
  expect(body).toMatchObject({ code: 'ipca', missing: ['2026-08'], data: [{ month: '2026-07', percent: '0.260000' }, { month: '2026-09', percent: '0.480000' }] })
  expect((await http.get('/v1/indices/ipca').expect(200)).body).toEqual(body)
  expect((await http.get('/v1/indices/igpm').expect(200)).body).toEqual({ code: 'igpm', data: [], missing: [] })
})

test('the same again changes nothing; another value replaces it, and the audit chain keeps both', async () => {
  await put('selic/2026-09', { percent: '1.05' }).expect(201)
  await put('selic/2026-09', { percent: '1.050000' }).expect(200)
  expect(await auditOf('selic')).toEqual([[{ month: '2026-09', percent: '1.050000' }]])
  const { body } = await put('selic/2026-09', { percent: '1.06' }).expect(200)
  expect(body.data).toMatchObject([{ month: '2026-09', percent: '1.060000' }])
  expect((await auditOf('selic')).at(-1)).toEqual([{ month: '2026-09', percent: '1.060000', before: '1.050000' }])
})

test('parallel twins set a month once', async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => put('igpm/2026-08', { percent: '0.3' })))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201])
  expect(await auditOf('igpm')).toHaveLength(1)
})

test.each([
  ['too many digits', 'ipca/2026-09', { percent: '0.1234567' }, '/percent', 'wrong_format'],
  ['a rate as a number', 'ipca/2026-09', { percent: 0.48 }, '/percent', 'wrong_type'],
  ['a comma', 'ipca/2026-09', { percent: '0,48' }, '/percent', 'wrong_format'],
  ['a month to come', 'ipca/2026-12', { percent: '0.48' }, '/percent', 'date_in_future'],
  ['legal interest below zero', 'legal_interest/2026-09', { percent: '-0.1' }, '/percent', 'too_small'],
  ['legal interest before its law', 'legal_interest/2024-07', { percent: '0.1' }, '/percent', 'too_early'],
])('refuses %s', async (_name, place, body, pointer, code) => {
  expect((await put(place, body).expect(400)).body).toMatchObject({ code: 'invalid_request', errors: [{ pointer, code }] })
})

test('refuses a month that does not exist and an index that nobody publishes', async () => {
  await put('ipca/2026-13', { percent: '0.48' }).expect(400)
  await put('gold/2026-09', { percent: '0.48' }).expect(400)
  await http.get('/v1/indices/gold').expect(400)
})

test('a creditor and a stranger set no index', async () => {
  const { bearer } = await makeCreditor(testApp)
  expect((await put('ipca/2026-06', { percent: '0.48' }, bearer).expect(403)).body.code).toBe('scope_missing')
  await http.put('/v1/indices/ipca/2026-06').send({ percent: '0.48' }).expect(401)
})

test('a file goes in whole or not at all, and twice is once', async () => {
  const file = '[{"data":"01/07/2026","valor":"0,30"},{"data":"01/08/2026","valor":"0,31"}]'
  expect(await importFile(file)).toEqual({ created: 2, changed: 0, unchanged: 0 })
  expect(await importFile(file)).toEqual({ created: 0, changed: 0, unchanged: 2 })
  expect(await importFile('2026-08;0,32\n2026-09;0,33')).toEqual({ created: 1, changed: 1, unchanged: 0 })
  await expect(importFile('2026-05;0,1\n2026-06;x')).rejects.toMatchObject({ code: 'invalid_request', details: { errors: [{ pointer: '/2', code: 'wrong_format' }] } })
  expect((await http.get('/v1/indices/inpc').expect(200)).body.data.map(({ month }: { month: string }) => month)).toEqual(['2026-07', '2026-08', '2026-09'])
})

test('a file with a month twice, or out of order, is refused with its line', async () => {
  await expect(importFile('2026-05;0,1\n2026-05;0,2')).rejects.toMatchObject({ code: 'invalid_request', details: { errors: [{ pointer: '/2', code: 'repeated' }] } })
  await expect(importFile('2026-05;0,1\n2026-04;0,2')).rejects.toMatchObject({ code: 'invalid_request', details: { errors: [{ pointer: '/2', code: 'out_of_order' }] } })
})

const legalTable = async () => (await http.get('/v1/indices/legal_interest').expect(200)).body.data.map(({ month, percent, derived }: Record<string, string>) => [month, percent, derived])

test('both factors of a month bring the legal rate of the next one, marked as derived, until it is published', async () => {
  expect(await importFile('[{"data":"01/07/2024","valor":"1,00907122"},{"data":"01/08/2024","valor":"1,00867512"}]', 'selic_factor')).toEqual({ created: 2, changed: 0, unchanged: 0 })
  expect(await legalTable()).toEqual([])
  await importFile('2024-07;0,30\n2024-08;0,19', 'ipca15')
  expect(await legalTable()).toEqual([['2024-08', '0.605306', true], ['2024-09', '0.676227', true]])
  expect((await auditOf('legal_interest')).at(-1)).toEqual([{ month: '2024-08', percent: '0.605306', derived: true }, { month: '2024-09', percent: '0.676227', derived: true }])
  expect((await http.get('/v1/indices/selic_factor').expect(200)).body.data[0]).toMatchObject({ month: '2024-07', percent: '1.00907122' })
  await put('legal_interest/2024-08', { percent: '0.605306' }).expect(201)
  expect(await legalTable()).toEqual([['2024-08', '0.605306', undefined], ['2024-09', '0.676227', true]])
})

test('factors that contradict a published rate are refused, and nothing of them stays', async () => {
  await put('legal_interest/2025-01', { percent: '0.5' }).expect(201)
  await put('ipca15/2024-12', { percent: '0.34' }).expect(201)
  const { body } = await put('selic_factor/2024-12', { percent: '1.00925' }).expect(400)
  expect(body.errors).toMatchObject([{ pointer: '/2025-01', code: 'contradicts_legal_interest' }])
  expect((await http.get('/v1/indices/selic_factor').expect(200)).body.data.map(({ month }: { month: string }) => month)).not.toContain('2024-12')
})

test('twins that bring one factor each at the same time miss no rate', async () => {
  const answers = await Promise.all([put('ipca15/2025-06', { percent: '0.26' }), put('selic_factor/2025-06', { percent: '1.0109' })])
  expect(answers.map(({ status }) => status)).toEqual([201, 201])
  expect(await legalTable()).toContainEqual(['2025-07', '0.827848', true])
})
