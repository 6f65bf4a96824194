import { once } from 'node:events'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { cpfCheckDigits } from '@repactua/shared/br/cpf.ts'
import type { DebtImport, ImportError } from '@repactua/shared/contract/debt-imports.ts'
import type { DebtLine } from '@repactua/shared/contract/debts.ts'
import { mergeImport } from '@repactua/api/modules/debts/index.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import { expect, test } from 'vitest'
import { makeCreditor, type TestCreditor } from '../builders/creditor.ts'
import { debtInput, newExternalId } from '../builders/debt.ts'
import { personInput } from '../builders/person.ts'
import { startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, platform } = testApp
const rows = rowsOf(testApp.db)

const NDJSON = 'application/x-ndjson'
const line = (overrides: Partial<DebtLine> = {}): DebtLine => ({ externalId: newExternalId(), ...debtInput(), ...overrides })
const fileOf = (lines: readonly (object | string)[]) => lines.map((one) => `${typeof one === 'string' ? one : JSON.stringify(one)}\n`).join('')

function send({ bearer }: TestCreditor, body: string | Buffer, headers: Record<string, string> = {}) {
  const all = { authorization: bearer, 'content-type': NDJSON, ...headers }
  return http.post('/v1/debt-imports').set(all).serialize((bytes: unknown) => bytes as string).send(body)
}

const read = async ({ bearer }: TestCreditor, id: string) => (await http.get(`/v1/debt-imports/${id}`).set('authorization', bearer).expect(200)).body as DebtImport
const merge = ({ creditorId }: TestCreditor, id: string) => mergeImport(platform, { creditorId, importId: readId(id) })

/** Sends a file, does the job that it asked for, and gives back what came of it. */
async function importFile(creditor: TestCreditor, body: string | Buffer, headers: Record<string, string> = {}): Promise<DebtImport> {
  const { body: queued } = await send(creditor, body, headers).expect(202)
  await merge(creditor, queued.id as string)
  return read(creditor, queued.id as string)
}

async function errorsOf({ bearer }: TestCreditor, id: string): Promise<ImportError[]> {
  const answer = await http.get(`/v1/debt-imports/${id}/errors`).set('authorization', bearer).buffer(true).parse(asText).expect(200).expect('content-type', /x-ndjson/)
  return (answer.body as string).split('\n').filter(Boolean).map((text) => JSON.parse(text) as ImportError)
}

function asText(stream: NodeJS.ReadableStream, done: (error: Error | null, text: string) => void): void {
  let text = ''
  stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  stream.on('end', () => done(null, text))
}

const left = async (table: string, { creditorId }: TestCreditor) => (await rows(`select from ${table} where creditor_id = $1`, [creditorId])).length
const countsOf = ({ received, processed, accepted, unchanged, rejected }: DebtImport) => ({ received, processed, accepted, unchanged, rejected })

test('a file is received, queued in the same transaction, and merged by the job', async () => {
  const creditor = await makeCreditor(testApp)
  const lines = [line({ tags: ['null', 'b'], description: 'Mesa \\ cadeira\t"alta"', contractNumber: '\\N' }), line()]
  const { body } = await send(creditor, fileOf(lines)).expect(202)
  expect(body).toMatchObject({ status: 'queued', received: 2, processed: 0, accepted: 0, unchanged: 0, rejected: 0, completedAt: null })
  expect(await rows('select data from pgboss.job where name = $1 and data->>$2 = $3', ['merge-import', 'importId', readId(body.id)])).toHaveLength(1)
  expect(await left('debts', creditor)).toBe(0)
  await merge(creditor, body.id)
  expect(await read(creditor, body.id)).toMatchObject({ status: 'completed', received: 2, processed: 2, accepted: 2, unchanged: 0, rejected: 0, completedAt: testApp.clock.now().toISOString() })
  const { body: debt } = await http.get(`/v1/debts/${lines[0]!.externalId}`).set('authorization', creditor.bearer).expect(200)
  expect(debt).toMatchObject({ status: 'open', principalCents: 98_000, tags: ['b', 'null'], description: 'Mesa \\ cadeira "alta"', contractNumber: '\\N', balance: { totalCents: 108_323 } })
  expect(await left('debt_import_rows', creditor)).toBe(0)
  const found = await http.post('/v1/debt-lookups').set('authorization', creditor.bearer).send({ cpf: lines[0]!.debtor.cpf }).expect(200)
  expect(found.body).toMatchObject({ debtor: { name: 'Rosa de Exemplo' }, debts: [debt] })
})

test('one import is one audit entry and one event, however often its job runs', async () => {
  const creditor = await makeCreditor(testApp)
  const { id } = await importFile(creditor, fileOf([line(), line()]))
  await Promise.all([merge(creditor, id), merge(creditor, id)])
  const data = { importId: id, received: 2, accepted: 2, unchanged: 0, rejected: 0 }
  expect(await rows('select type, subject, data from outbox_events where creditor_id = $1', [creditor.creditorId])).toEqual([{ type: 'debt_import.completed', subject: id, data }])
  expect(await rows('select action, actor from audit_entries where creditor_id = $1', [creditor.creditorId])).toEqual([{ action: 'debt_import.completed', actor: 'system' }])
})

test('what PUT has put in, a file finds unchanged, and the other way round', async () => {
  const creditor = await makeCreditor(testApp)
  const { externalId, ...input } = line({ tags: ['a'] })
  const put = () => http.put(`/v1/debts/${externalId}`).set('authorization', creditor.bearer).send(input)
  const { body: debt } = await put().expect(201)
  expect(countsOf(await importFile(creditor, fileOf([{ externalId, ...input }])))).toEqual({ received: 1, processed: 1, accepted: 0, unchanged: 1, rejected: 0 })
  expect((await put().expect(200)).body).toEqual(debt)
})

test('a new phone counts as accepted and leaves the debt as it was; the person keeps their id', async () => {
  const creditor = await makeCreditor(testApp)
  const debtor = personInput()
  const two = [line({ debtor }), line({ debtor })]
  await importFile(creditor, fileOf(two))
  const before = await rows('select id, phone_sealed, updated_at from debtors where creditor_id = $1', [creditor.creditorId])
  testApp.clock.advance(1_000)
  const renewed = { ...debtor, phone: '(21) 91234-5678' }
  expect(await importFile(creditor, fileOf([{ ...two[0]!, debtor: renewed }, { ...two[1]!, debtor: renewed }]))).toMatchObject({ accepted: 2, unchanged: 0 })
  const after = await rows('select id, phone_sealed from debtors where creditor_id = $1', [creditor.creditorId])
  expect(after).toHaveLength(1)
  expect(after[0]!['id']).toBe(before[0]!['id'])
  expect(await rows('select from debts where creditor_id = $1 and updated_at > created_at', [creditor.creditorId])).toEqual([])
})

test('lines that PUT would refuse are refused by themselves', async () => {
  const creditor = await makeCreditor(testApp)
  const [closed, agreed, foreign, described] = [line(), line(), line(), line()]
  await importFile(creditor, fileOf([closed, agreed, foreign, described]))
  await rows("update debts set status = 'settled' where external_id = any($1)", [[closed.externalId, described.externalId]])
  await rows("update debts set status = 'in_agreement' where external_id = $1", [agreed.externalId])
  const stranger = personInput()
  const second = await importFile(creditor, fileOf([
    { ...closed, principalCents: 1 }, { ...agreed, dueOn: '2026-03-11' }, { ...foreign, debtor: stranger }, { ...described, description: 'Nova' }, line(),
  ]))
  expect(countsOf(second)).toEqual({ received: 5, processed: 5, accepted: 2, unchanged: 0, rejected: 3 })
  expect((await errorsOf(creditor, second.id)).map(({ line: number, externalId, pointer, code }) => [number, externalId, pointer, code])).toEqual([
    [1, closed.externalId, '', 'debt_not_open'], [2, agreed.externalId, '', 'debt_in_agreement'], [3, foreign.externalId, '/debtor/cpf', 'debtor_mismatch'],
  ])
  expect(await rows('select from debtors where cpf_index = $1', [platform.keys.cpfIndex(stranger.cpf)])).toEqual([])
})

test('of an id that stands in a file twice the first line holds', async () => {
  const creditor = await makeCreditor(testApp)
  const first = line()
  const done = await importFile(creditor, fileOf([first, line(), { ...first, principalCents: 1 }, { ...first, principalCents: 2 }]))
  expect(countsOf(done)).toEqual({ received: 4, processed: 4, accepted: 2, unchanged: 0, rejected: 2 })
  expect(await errorsOf(creditor, done.id)).toMatchObject([3, 4].map((number) => ({ line: number, externalId: first.externalId, code: 'repeated', message: expect.stringContaining('linha 1') as string })))
  expect((await http.get(`/v1/debts/${first.externalId}`).set('authorization', creditor.bearer)).body.principalCents).toBe(98_000)
})

test.each<[string, object | string, string, string]>([
  ['cut JSON', '{"externalId": "A-1", "debtor"', '', 'invalid_json'],
  ['a list', '[]', '', 'wrong_type'],
  ['null', 'null', '', 'wrong_type'],
  ['a line beyond 16 kB', { ...line(), description: 'x'.repeat(17_000) }, '', 'import_line_too_long'],
  ['an unknown field', { ...line(), colour: 'red' }, '/colour', 'unknown_field'],
  ['__proto__', '{"__proto__": {}, "externalId": "A"}', '/__proto__', 'unknown_field'],
  ['money as a float', { ...line(), principalCents: 980.5 }, '/principalCents', 'wrong_type'],
  ['31 February', { ...line(), dueOn: '2026-02-31' }, '/dueOn', 'wrong_format'],
  ['a wrong CPF', line({ debtor: personInput({ cpf: '52998224726' }) }), '/debtor/cpf', 'invalid_cpf'],
  ['a fine above the law', line({ charges: { lateFeeBps: 1_000, defaultInterestMonthlyBps: 0 } }), '/charges/lateFeeBps', 'late_fee_above_law'],
])('a line with %s is refused and the next one is not', async (_name, broken, pointer, code) => {
  const creditor = await makeCreditor(testApp)
  const done = await importFile(creditor, fileOf([broken, '', line()]))
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

test('a job that is killed between its batches goes on where it stopped, and two at once do the work of one', async () => {
  const creditor = await makeCreditor(testApp)
  const scattered = [line(), '\n'.repeat(20_000), line(), '\n'.repeat(20_000), line(), line()]
  const { body } = await send(creditor, fileOf(scattered)).expect(202)
  const key = { creditorId: creditor.creditorId, importId: readId(body.id) }
  await expect(mergeImport(dyingAfter(3), key)).rejects.toThrow('killed')
  expect(await read(creditor, body.id)).toMatchObject({ status: 'running', received: 4, processed: 2 })
  await Promise.all([mergeImport(platform, key), mergeImport(platform, key)])
  expect(await read(creditor, body.id)).toMatchObject({ status: 'completed', processed: 4, accepted: 4 })
  expect([await left('debts', creditor), await left('debt_import_rows', creditor)]).toEqual([4, 0])
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
  expect(await importFile(creditor, fileOf([line()]))).toMatchObject({ status: 'completed', accepted: 1 })
})

test('an import is its creditor’s alone', async () => {
  const [mine, other] = [await makeCreditor(testApp), await makeCreditor(testApp)]
  const { id } = await importFile(mine, fileOf([line(), 'x']))
  for (const path of [`/v1/debt-imports/${id}`, `/v1/debt-imports/${id}/errors`]) {
    expect((await http.get(path).set('authorization', other.bearer).expect(404)).body.code).toBe('not_found')
    await http.get(path).expect(401)
  }
  await http.get('/v1/debt-imports/import_1').set('authorization', mine.bearer).expect(400)
  await http.post('/v1/debt-imports').set('content-type', NDJSON).send('{}').expect(401)
  const as = (creditorId: string, table: string) => platform.transact({ kind: 'system' }, { creditorId }, ({ tx }) => tx.$client.query(`select from ${table}`))
  for (const table of ['debt_imports', 'debt_import_errors']) {
    expect((await as(mine.creditorId, table)).rowCount).toBe(1)
    expect((await as(other.creditorId, table)).rowCount).toBe(0)
  }
})

test('nothing personal lies open in staging or among the errors', async () => {
  const creditor = await makeCreditor(testApp)
  const debtor = personInput({ name: 'Nome Muito Próprio', phone: '(11) 98765-4321' })
  await send(creditor, fileOf([line({ debtor }), line({ debtor: { ...debtor, phone: '000000000' } })])).expect(202)
  const all = JSON.stringify([
    await rows("select r::text from debt_import_rows r where creditor_id = $1", [creditor.creditorId]),
    await rows("select e::text from debt_import_errors e where creditor_id = $1", [creditor.creditorId]),
  ])
  for (const secret of [debtor.cpf, 'Nome Muito', debtor.email!, '987654321', '000000000']) expect(all).not.toContain(secret)
})

/** Two debts a person, all of them invented. */
function manyLine(i: number): DebtLine {
  const nine = String(300_000_000 + Math.floor(i / 2))
  return line({ externalId: `MANY-${i}`, debtor: { cpf: nine + cpfCheckDigits(nine), name: 'Caio de Exemplo' } })
}

/** The platform of a worker that dies before its n-th transaction in bulk is done. */
function dyingAfter(transactions: number): typeof platform {
  let count = 0
  const bulkPool = new Proxy(platform.bulkPool, {
    get(pool, name) {
      if (name === 'connect' && ++count > transactions) throw new Error('killed')
      const value = Reflect.get(pool, name) as unknown
      return typeof value === 'function' ? value.bind(pool) as unknown : value
    },
  })
  return { ...platform, bulkPool }
}
