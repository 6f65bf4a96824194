import type { DebtImport } from '@repactua/shared/contract/debt-imports.ts'
import { mergeImport } from '@repactua/api/modules/debts/index.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import { expect, test } from 'vitest'
import { makeCreditor, type TestCreditor } from '../builders/creditor.ts'
import { debtLine, fileOf, importsOf, NDJSON } from '../builders/debt-import.ts'
import { personInput } from '../builders/person.ts'
import { startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, platform } = testApp
const rows = rowsOf(testApp.db)
const { errorsOf, importFile, merge, read, send } = importsOf(testApp)

const left = async (table: string, { creditorId }: TestCreditor) => (await rows(`select from ${table} where creditor_id = $1`, [creditorId])).length
const countsOf = ({ received, processed, accepted, unchanged, rejected }: DebtImport) => ({ received, processed, accepted, unchanged, rejected })

test('a file is received, queued in the same transaction, and merged by the job', async () => {
  const creditor = await makeCreditor(testApp)
  const lines = [debtLine({ tags: ['null', 'b'], description: 'Mesa \\ cadeira\t"alta"', contractNumber: '\\N' }), debtLine()]
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

test('with one Idempotency-Key a file is one import, and another file is refused', async () => {
  const creditor = await makeCreditor(testApp)
  const file = fileOf([debtLine(), debtLine()])
  const sendOnce = (body: string) => send(creditor, body, { 'idempotency-key': 'portfolio-1' })
  const first = await sendOnce(file).expect(202)
  await merge(creditor, first.body.id)
  const again = await sendOnce(file).expect(202).expect('idempotent-replayed', 'true')
  expect(again.body).toEqual(first.body)
  expect((await sendOnce(fileOf([debtLine()])).expect(422)).body.code).toBe('idempotency_key_reused')
  expect(await left('debt_imports', creditor)).toBe(1)
})

test('parallel twins of a file with one key make one import', async () => {
  const creditor = await makeCreditor(testApp)
  const file = fileOf([debtLine()])
  const answers = await Promise.all([1, 2, 3].map(() => send(creditor, file, { 'idempotency-key': 'twins' })))
  for (const { status, body } of answers) expect(status === 202 || body.code === 'idempotency_in_flight').toBe(true)
  expect(await left('debt_imports', creditor)).toBe(1)
})

test('one import is one audit entry and one event, however often its job runs', async () => {
  const creditor = await makeCreditor(testApp)
  const { id } = await importFile(creditor, fileOf([debtLine(), debtLine()]))
  await Promise.all([merge(creditor, id), merge(creditor, id)])
  const data = { importId: id, received: 2, accepted: 2, unchanged: 0, rejected: 0 }
  expect(await rows('select type, subject, data from outbox_events where creditor_id = $1', [creditor.creditorId])).toEqual([{ type: 'debt_import.completed', subject: id, data }])
  expect(await rows('select action, actor from audit_entries where creditor_id = $1', [creditor.creditorId])).toEqual([{ action: 'debt_import.completed', actor: 'system' }])
})

test('what PUT has put in, a file finds unchanged, and the other way round', async () => {
  const creditor = await makeCreditor(testApp)
  const { externalId, ...input } = debtLine({ tags: ['a'] })
  const put = () => http.put(`/v1/debts/${externalId}`).set('authorization', creditor.bearer).send(input)
  const { body: debt } = await put().expect(201)
  expect(countsOf(await importFile(creditor, fileOf([{ externalId, ...input }])))).toEqual({ received: 1, processed: 1, accepted: 0, unchanged: 1, rejected: 0 })
  expect((await put().expect(200)).body).toEqual(debt)
})

test('a new phone counts as accepted and leaves the debt as it was; the person keeps their id', async () => {
  const creditor = await makeCreditor(testApp)
  const debtor = personInput()
  const two = [debtLine({ debtor }), debtLine({ debtor })]
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
  const [closed, agreed, foreign, described] = [debtLine(), debtLine(), debtLine(), debtLine()]
  await importFile(creditor, fileOf([closed, agreed, foreign, described]))
  await rows("update debts set status = 'settled' where external_id = any($1)", [[closed.externalId, described.externalId]])
  await rows("update debts set status = 'in_agreement' where external_id = $1", [agreed.externalId])
  const stranger = personInput()
  const second = await importFile(creditor, fileOf([
    { ...closed, principalCents: 1 }, { ...agreed, dueOn: '2026-03-11' }, { ...foreign, debtor: stranger }, { ...described, description: 'Nova' }, debtLine(),
  ]))
  expect(countsOf(second)).toEqual({ received: 5, processed: 5, accepted: 2, unchanged: 0, rejected: 3 })
  expect((await errorsOf(creditor, second.id)).map(({ line: number, externalId, pointer, code }) => [number, externalId, pointer, code])).toEqual([
    [1, closed.externalId, '', 'debt_not_open'], [2, agreed.externalId, '', 'debt_in_agreement'], [3, foreign.externalId, '/debtor/cpf', 'debtor_mismatch'],
  ])
  expect(await rows('select from debtors where cpf_index = $1', [platform.keys.cpfIndex(stranger.cpf)])).toEqual([])
})

test('of an id that stands in a file twice the first line holds', async () => {
  const creditor = await makeCreditor(testApp)
  const first = debtLine()
  const done = await importFile(creditor, fileOf([first, debtLine(), { ...first, principalCents: 1 }, { ...first, principalCents: 2 }]))
  expect(countsOf(done)).toEqual({ received: 4, processed: 4, accepted: 2, unchanged: 0, rejected: 2 })
  expect(await errorsOf(creditor, done.id)).toMatchObject([3, 4].map((number) => ({ line: number, externalId: first.externalId, code: 'repeated', message: expect.stringContaining('linha 1') as string })))
  expect((await http.get(`/v1/debts/${first.externalId}`).set('authorization', creditor.bearer)).body.principalCents).toBe(98_000)
})

test('a job that is killed between its batches goes on where it stopped, and two at once do the work of one', async () => {
  const creditor = await makeCreditor(testApp)
  const scattered = [debtLine(), '\n'.repeat(20_000), debtLine(), '\n'.repeat(20_000), debtLine(), debtLine()]
  const { body } = await send(creditor, fileOf(scattered)).expect(202)
  const key = { creditorId: creditor.creditorId, importId: readId(body.id) }
  await expect(mergeImport(dyingAfter(3), key)).rejects.toThrow('killed')
  expect(await read(creditor, body.id)).toMatchObject({ status: 'running', received: 4, processed: 2 })
  await Promise.all([mergeImport(platform, key), mergeImport(platform, key)])
  expect(await read(creditor, body.id)).toMatchObject({ status: 'completed', processed: 4, accepted: 4 })
  expect([await left('debts', creditor), await left('debt_import_rows', creditor)]).toEqual([4, 0])
})

test('an import is its creditor’s alone', async () => {
  const [mine, other] = [await makeCreditor(testApp), await makeCreditor(testApp)]
  const { id } = await importFile(mine, fileOf([debtLine(), 'x']))
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
  await send(creditor, fileOf([debtLine({ debtor }), debtLine({ debtor: { ...debtor, phone: '000000000' } })])).expect(202)
  const all = JSON.stringify([
    await rows("select r::text from debt_import_rows r where creditor_id = $1", [creditor.creditorId]),
    await rows("select e::text from debt_import_errors e where creditor_id = $1", [creditor.creditorId]),
  ])
  for (const secret of [debtor.cpf, 'Nome Muito', debtor.email!, '987654321', '000000000']) expect(all).not.toContain(secret)
})

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
