import { once } from 'node:events'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { makeCreditor, type TestCreditor } from '../builders/creditor.ts'
import { debtLine, fileOf, importsOf, manyLine, NDJSON } from '../builders/debt-import.ts'
import { personInput } from '../builders/person.ts'
import { startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, platform } = testApp
const rows = rowsOf(testApp.db)
const { errorsOf, importFile, send } = importsOf(testApp)

const left = async (table: string, { creditorId }: TestCreditor) => (await rows(`select from ${table} where creditor_id = $1`, [creditorId])).length

test.each<[string, object | string, string, string]>([
  ['cut JSON', '{"externalId": "A-1", "debtor"', '', 'invalid_json'],
  ['a list', '[]', '', 'wrong_type'],
  ['null', 'null', '', 'wrong_type'],
  ['a line beyond 16 kB', { ...debtLine(), description: 'x'.repeat(17_000) }, '', 'import_line_too_long'],
  ['an unknown field', { ...debtLine(), colour: 'red' }, '/colour', 'unknown_field'],
  ['__proto__', '{"__proto__": {}, "externalId": "A"}', '/__proto__', 'unknown_field'],
  ['money as a float', { ...debtLine(), principalCents: 980.5 }, '/principalCents', 'wrong_type'],
  ['31 February', { ...debtLine(), dueOn: '2026-02-31' }, '/dueOn', 'wrong_format'],
  ['a wrong CPF', debtLine({ debtor: personInput({ cpf: '52998224726' }) }), '/debtor/cpf', 'invalid_cpf'],
  ['a fine above the law', debtLine({ charges: { lateFeeBps: 1_000, defaultInterestMonthlyBps: 0 } }), '/charges/lateFeeBps', 'late_fee_above_law'],
])('a line with %s is refused and the next one is not', async (_name, broken, pointer, code) => {
  const creditor = await makeCreditor(testApp)
  const done = await importFile(creditor, fileOf([broken, '', debtLine()]))
  expect(done).toMatchObject({ received: 2, accepted: 1, rejected: 1 })
  const errors = await errorsOf(creditor, done.id)
  expect(errors).toContainEqual(expect.objectContaining({ line: 1, pointer, code }))
  expect(new Set(errors.map((error) => error.line))).toEqual(new Set([1]))
})

test('twenty thousand lines, broken ones among them; the same file again changes nothing', { timeout: 120_000 }, async () => {
  const creditor = await makeCreditor(testApp)
  const good = Array.from({ length: 20_000 }, (_, i) => manyLine(i))
  const file = Buffer.concat([
    Buffer.from(fileOf(good.slice(0, 7_000))),
    Buffer.from('{"externalId":"CUT-1","debtor":{"cpf":\n'),
    Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d, 0x0a]),
    Buffer.from(`${'x'.repeat(40_000)}\n\r\n`),
    Buffer.from(fileOf(good.slice(7_000)).trimEnd()),
  ])
  const first = await importFile(creditor, file)
  expect(first).toMatchObject({ status: 'completed', received: 20_003, processed: 20_003, accepted: 20_000, unchanged: 0, rejected: 3 })
  expect((await errorsOf(creditor, first.id)).map((error) => [error.line, error.code])).toEqual([[7_001, 'invalid_json'], [7_002, 'invalid_utf8'], [7_003, 'import_line_too_long']])
  expect([await left('debts', creditor), await left('debtors', creditor)]).toEqual([20_000, 10_000])
  testApp.clock.advance(60_000)
  const second = await importFile(creditor, gzipSync(file), { 'content-encoding': 'gzip' })
  expect(second).toMatchObject({ received: 20_003, accepted: 0, unchanged: 20_000, rejected: 3 })
  expect(await rows('select from debts where creditor_id = $1 and updated_at > created_at', [creditor.creditorId])).toEqual([])
})

test('CSV says the same, with its own delimiter, quotes and line numbers', async () => {
  const creditor = await makeCreditor(testApp)
  const [cpf, other] = [personInput().cpf, personInput().cpf]
  const csv = [
    '\ufeffexternalId;cpf;name;birthDate;email;phone;state;city;product;contractNumber;description;originalCreditor;principalCents;dueOn;lateFeeBps;defaultInterestMonthlyBps;segment;tags',
    `CSV-1;${cpf};"Rosa; de Exemplo";1985-04-12;rosa@exemplo.test;(11) 91234-5678;SP;São Paulo;retail;C-1;"Sofá ""grande""";;98000;2026-03-10;200;100;loja;a|b`,
    `CSV-2;${other};Caio Exemplo;;;;;;retail;;;;980,00;2026-03-10;200;100;;`,
    `CSV-3;${other};"Caio;;;;`,
    `CSV-4;${other};Caio Exemplo;;;;;;retail;;;;98000`,
    `CSV-5;${other};Caio Exemplo;;;;;;school;;;;150000;2026-02-31;200;100;;`,
    `CSV-6;${other};Caio Exemplo;;;;;;school;;;;150000;2026-02-10;200;100;;`,
  ].join('\r\n')
  const done = await importFile(creditor, csv, { 'content-type': 'text/csv; charset=utf-8' })
  expect(done).toMatchObject({ received: 6, accepted: 2, rejected: 4 })
  expect((await errorsOf(creditor, done.id)).map((error) => [error.line, error.externalId, error.pointer, error.code])).toEqual([
    [3, 'CSV-2', '/principalCents', 'wrong_type'], [4, undefined, '', 'invalid_csv'], [5, undefined, '', 'invalid_csv'], [6, 'CSV-5', '/dueOn', 'wrong_format'],
  ])
  const { body } = await http.get('/v1/debts/CSV-1').set('authorization', creditor.bearer).expect(200)
  expect(body).toMatchObject({ description: 'Sofá "grande"', contractNumber: 'C-1', originalCreditor: null, principalCents: 98_000, segment: 'loja', tags: ['a', 'b'] })
})

test.each([
  ['an empty file', '', {}, 422, 'import_empty'],
  ['blank lines', '\n\r\n  \n', {}, 422, 'import_empty'],
  ['a header alone', 'externalId,cpf,name,product,principalCents,dueOn,lateFeeBps,defaultInterestMonthlyBps\n', { 'content-type': 'text/csv' }, 422, 'import_empty'],
  ['CSV without its header', 'CSV-1,52998224725,Rosa,retail,98000,2026-03-10,200,100\n', { 'content-type': 'text/csv' }, 400, 'invalid_request'],
  ['JSON', '{}', { 'content-type': 'application/json' }, 415, 'unsupported_media_type'],
  ['what is no gzip', '{}\n', { 'content-encoding': 'gzip' }, 400, 'invalid_request'],
  ['half an archive', gzipSync('{}\n'.repeat(1_000)).subarray(0, 20), { 'content-encoding': 'gzip' }, 400, 'invalid_request'],
  ['another encoding', '{}\n', { 'content-encoding': 'br' }, 415, 'unsupported_media_type'],
] as const)('%s is refused as a whole and leaves nothing', async (_name, body, headers, status, code) => {
  const creditor = await makeCreditor(testApp)
  const answer = await send(creditor, body as string | Buffer, headers as unknown as Record<string, string>).expect(status).expect('content-type', /problem\+json/)
  expect(answer.body.code).toBe(code)
  for (const table of ['debt_imports', 'debt_import_rows', 'debt_import_errors']) expect(await left(table, creditor)).toBe(0)
})

test('a connection that is cut leaves nothing half-written, and the next file comes in', async () => {
  const creditor = await makeCreditor(testApp)
  await testApp.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = testApp.app.server.address() as AddressInfo
  const upload = request({ port, method: 'POST', path: '/v1/debt-imports', headers: { authorization: creditor.bearer, 'content-type': NDJSON } })
  upload.on('error', () => undefined)
  const busy = () => platform.bulkPool.totalCount - platform.bulkPool.idleCount
  upload.write(fileOf(Array.from({ length: 4_000 }, (_, i) => manyLine(i))))
  await once(upload, 'drain')
  await expect.poll(busy, { timeout: 10_000 }).toBe(1)
  upload.destroy()
  await expect.poll(busy, { timeout: 10_000 }).toBe(0)
  for (const table of ['debt_imports', 'debt_import_rows', 'debt_import_errors']) expect(await left(table, creditor)).toBe(0)
  expect(await importFile(creditor, fileOf([debtLine()]))).toMatchObject({ status: 'completed', accepted: 1 })
})
