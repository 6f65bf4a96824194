import { expect, test } from 'vitest'
import { makeCreditor, type TestCreditor } from '../builders/creditor.ts'
import { debtInput, makeDebt, newExternalId } from '../builders/debt.ts'
import { personInput } from '../builders/person.ts'
import { startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock } = testApp
const rows = rowsOf(testApp.db)

const get = (path: string, { bearer }: TestCreditor) => http.get(path).set('authorization', bearer)
const post = (path: string, { bearer }: TestCreditor) => http.post(path).set('authorization', bearer)
const put = (externalId: string, { bearer }: TestCreditor, body: object) => http.put(`/v1/debts/${externalId}`).set('authorization', bearer).send(body)
const withdraw = (externalId: string, creditor: TestCreditor, body: object = { reason: 'paid_elsewhere' }) => post(`/v1/debts/${externalId}/withdrawal`, creditor).send(body)
const setStatus = (externalId: string, status: string) => rows('update debts set status = $2 where external_id = $1', [externalId, status])
const newsOf = ({ creditorId }: TestCreditor) => rows<{ type: string; data: Record<string, unknown> }>('select type, data from outbox_events where creditor_id = $1 order by id', [creditorId])
const auditOf = async ({ creditorId }: TestCreditor) => (await rows<{ action: string }>('select action from audit_entries where creditor_id = $1 order by sequence', [creditorId])).map(({ action }) => action)

test('a new debt is answered with its balance to the cent, and read again', async () => {
  const creditor = await makeCreditor(testApp)
  const externalId = newExternalId()
  const { body } = await put(externalId, creditor, debtInput({ contractNumber: 'C-1', segment: 'loja', tags: ['b', 'a'] })).expect(201)
  expect(body).toMatchObject({
    externalId, status: 'open', product: 'retail', contractNumber: 'C-1', originalCreditor: null, principalCents: 98_000, dueOn: '2026-03-10',
    overdueDays: 256, prescribesOn: '2031-03-10', charges: { lateFeeBps: 200, defaultInterestMonthlyBps: 100, interestMethod: 'simple' },
    segment: 'loja', tags: ['a', 'b'], withdrawal: null, createdAt: clock.now().toISOString(), updatedAt: clock.now().toISOString(),
    balance: {
      asOf: '2026-11-21', totalCents: 108_323,
      components: [
        { kind: 'principal', cents: 98_000 },
        { kind: 'late_fine', cents: 1_960, rateBps: 200, rule: 'late-fine' },
        { kind: 'default_interest', cents: 8_363, rateBps: 100, days: 256, rule: 'default-interest-bank' },
      ],
    },
  })
  expect((await get(`/v1/debts/${externalId}`, creditor).expect(200)).body).toEqual(body)
})

test('the same content again changes nothing; other content is a change that names its fields', async () => {
  const creditor = await makeCreditor(testApp)
  const input = debtInput({ tags: ['a', 'b'] })
  const externalId = newExternalId()
  const { body: first } = await put(externalId, creditor, input).expect(201)
  clock.advance(1_000)
  const same = { ...input, tags: ['b', 'a'], debtor: { ...input.debtor, cpf: input.debtor.cpf.replace(/^(...)(...)(...)/, '$1.$2.$3-') } }
  expect((await put(externalId, creditor, same).expect(200)).body).toEqual(first)
  expect(await auditOf(creditor)).toEqual(['debt.created'])
  const { body: second } = await put(externalId, creditor, { ...input, principalCents: 98_001 }).expect(200)
  expect(second).toMatchObject({ id: first.id, principalCents: 98_001, createdAt: first.createdAt, updatedAt: clock.now().toISOString() })
  expect(await auditOf(creditor)).toEqual(['debt.created', 'debt.changed'])
  expect((await newsOf(creditor)).at(-1)).toEqual({ type: 'debt.changed', data: { debtId: first.id, externalId, principalCents: 98_001, dueOn: '2026-03-10', fields: ['principalCents'] } })
})

test('a new contact reaches the debtor and leaves the debt as it is', async () => {
  const creditor = await makeCreditor(testApp)
  const input = debtInput()
  const debt = await makeDebt(testApp, creditor, input)
  clock.advance(1_000)
  const { body } = await put(debt.externalId, creditor, { ...input, debtor: { ...input.debtor, name: 'Rosa Nova' } }).expect(200)
  expect(body).toEqual(debt)
  const found = await post('/v1/debt-lookups', creditor).send({ cpf: input.debtor.cpf }).expect(200)
  expect(found.body.debtor.name).toBe('Rosa Nova')
  expect(await auditOf(creditor)).toEqual(['debt.created', 'debtor.changed'])
})

test('parallel twins make one debt', async () => {
  const creditor = await makeCreditor(testApp)
  const input = debtInput()
  const externalId = newExternalId()
  const answers = await Promise.all(Array.from({ length: 6 }, () => put(externalId, creditor, input)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201])
  expect(new Set(answers.map(({ body }) => body.id as string)).size).toBe(1)
  expect(await auditOf(creditor)).toEqual(['debt.created'])
})

const refusals: [string, object, string, string, RegExp?][] = [
  ['a CPF with wrong check digits', { debtor: personInput({ cpf: '529.982.247-26' }) }, '/debtor/cpf', 'invalid_cpf'],
  ['a phone that is none', { debtor: personInput({ phone: '(20) 91234-5678' }) }, '/debtor/phone', 'invalid_phone'],
  ['a birth date to come', { debtor: personInput({ birthDate: '2026-11-22' }) }, '/debtor/birthDate', 'date_in_future'],
  ['an unknown field', { colour: 'red' }, '/colour', 'unknown_field'],
  ['negative money', { principalCents: -1 }, '/principalCents', 'too_small'],
  ['no money', { principalCents: 0 }, '/principalCents', 'too_small'],
  ['money beyond all bounds', { principalCents: 1_000_000_000_001 }, '/principalCents', 'too_large'],
  ['money as a float', { principalCents: 980.5 }, '/principalCents', 'wrong_type'],
  ['money as text', { principalCents: '98000' }, '/principalCents', 'wrong_type'],
  ['31 February', { dueOn: '2026-02-31' }, '/dueOn', 'wrong_format'],
  ['a due date before 1900', { dueOn: '0001-01-01' }, '/dueOn', 'wrong_format'],
  ['a due date in eleven years', { dueOn: '2037-11-22' }, '/dueOn', 'date_in_future'],
  ['a fine above the law', { charges: { lateFeeBps: 201, defaultInterestMonthlyBps: 100 } }, '/charges/lateFeeBps', 'late_fee_above_law', /2,01%.*2%.*CDC, art\. 52/],
  ['interest above Súmula 379', { charges: { lateFeeBps: 200, defaultInterestMonthlyBps: 101 } }, '/charges/defaultInterestMonthlyBps', 'default_interest_above_law', /Súmula 379/],
  ['a product of its own', { product: 'gold' }, '/product', 'not_allowed'],
]
test.each(refusals)('refuses %s and writes nothing', async (_name, wrong, pointer, code, words) => {
  const creditor = await makeCreditor(testApp)
  const { body } = await put(newExternalId(), creditor, { ...debtInput(), ...wrong }).expect(400).expect('content-type', /problem\+json/)
  expect(body).toMatchObject({ code: 'invalid_request', errors: [{ pointer, code }] })
  if (words) expect(body.errors[0].message).toMatch(words)
  expect(await rows('select from debtors where creditor_id = $1', [creditor.creditorId])).toEqual([])
})

test('the usury law, and not Súmula 379, binds a shop', async () => {
  const shop = await makeCreditor(testApp, { regime: 'non_financial' })
  await put(newExternalId(), shop, debtInput({ charges: { lateFeeBps: 200, defaultInterestMonthlyBps: 135 } })).expect(201)
  const { body } = await put(newExternalId(), shop, debtInput({ charges: { lateFeeBps: 200, defaultInterestMonthlyBps: 136 } })).expect(400)
  expect(body.errors[0].message).toMatch(/22\.626/)
})

test('all that is wrong is told at once', async () => {
  const creditor = await makeCreditor(testApp)
  const wrong = debtInput({ debtor: personInput({ cpf: '11111111111' }), dueOn: '2036-11-22', charges: { lateFeeBps: 300, defaultInterestMonthlyBps: 500 } })
  const { body } = await put(newExternalId(), creditor, wrong).expect(400)
  expect(body.errors.map(({ code }: { code: string }) => code)).toEqual(['invalid_cpf', 'date_in_future', 'late_fee_above_law', 'default_interest_above_law'])
})

test('what is no JSON, no JSON type or no id is refused as such', async () => {
  const creditor = await makeCreditor(testApp)
  const send = (type: string, body: string) => http.put('/v1/debts/X-1').set('authorization', creditor.bearer).set('content-type', type).send(body)
  expect((await send('application/json', '{"product": ').expect(400)).body.code).toBe('invalid_json')
  expect((await send('application/json', '').expect(400)).body.code).toBe('invalid_json')
  expect((await send('text/csv', 'a,b').expect(415)).body.code).toBe('unsupported_media_type')
  expect((await put('a%20b', creditor, debtInput()).expect(400)).body.code).toBe('invalid_request')
  expect((await send('application/json', JSON.stringify(debtInput({ description: 'x'.repeat(300_000) }))).expect(413)).body.code).toBe('body_too_large')
})

test('control characters and doubled blanks are taken out of texts', async () => {
  const creditor = await makeCreditor(testApp)
  const debt = await makeDebt(testApp, creditor, { description: ' Sofá\u0007  de \t canto\n' })
  expect(debt.description).toBe('Sofá de canto')
})

test('a debt of one CPF is never given to another', async () => {
  const creditor = await makeCreditor(testApp)
  const debt = await makeDebt(testApp, creditor)
  const { body } = await put(debt.externalId, creditor, debtInput()).expect(409)
  expect(body.code).toBe('debtor_mismatch')
  expect(await rows('select from debtors where creditor_id = $1', [creditor.creditorId])).toHaveLength(1)
})

test.each([
  ['in_agreement', 'debt_in_agreement'],
  ['settled', 'debt_not_open'],
])('the money of a debt that is %s rests; its description does not', async (status, code) => {
  const creditor = await makeCreditor(testApp)
  const input = debtInput()
  const debt = await makeDebt(testApp, creditor, input)
  await setStatus(debt.externalId, status)
  for (const change of [{ principalCents: 1 }, { dueOn: '2026-03-11' }, { product: 'service' }, { charges: { lateFeeBps: 0, defaultInterestMonthlyBps: 0 } }]) {
    expect((await put(debt.externalId, creditor, { ...input, ...change }).expect(409)).body.code).toBe(code)
  }
  const described = await put(debt.externalId, creditor, { ...input, description: 'Outra' }).expect(200)
  expect(described.body).toMatchObject({ status, description: 'Outra' })
})

test('the list goes on where the page ended, and is narrowed by its filters', async () => {
  const creditor = await makeCreditor(testApp)
  const ids: string[] = []
  for (const segment of ['norte', 'sul', 'norte']) {
    clock.advance(1_000)
    ids.unshift((await makeDebt(testApp, creditor, { segment })).id)
  }
  const first = (await get('/v1/debts?limit=2', creditor).expect(200)).body
  await makeDebt(testApp, creditor)
  const second = (await get(`/v1/debts?limit=2&cursor=${first.nextCursor}`, creditor).expect(200)).body
  expect([...first.data, ...second.data].map(({ id }: { id: string }) => id)).toEqual(ids)
  expect(second.nextCursor).toBeNull()
  const idsOf = async (query: string) => (await get(`/v1/debts?${query}`, creditor).expect(200)).body.data.map(({ id }: { id: string }) => id)
  expect(await idsOf('segment=sul')).toEqual([ids[1]])
  expect(await idsOf('segment=norte&product=retail&status=open')).toEqual([ids[0], ids[2]])
  expect(await idsOf('product=school')).toEqual([])
})

test.each(['limit=0', 'limit=201', 'limit=x', 'cursor=x', 'status=gone', 'colour=red'])('the list refuses ?%s', async (query) => {
  const creditor = await makeCreditor(testApp)
  await get(`/v1/debts?${query}`, creditor).expect(400)
})

test('a withdrawal is for good, and the same again answers the same', async () => {
  const creditor = await makeCreditor(testApp)
  const input = debtInput()
  const debt = await makeDebt(testApp, creditor, input)
  const body = { reason: 'sold', note: 'Cedida em novembro' }
  const first = await withdraw(debt.externalId, creditor, body).expect(200)
  expect(first.body).toMatchObject({ id: debt.id, status: 'withdrawn', withdrawal: { ...body, at: clock.now().toISOString() } })
  clock.advance(1_000)
  expect((await withdraw(debt.externalId, creditor, body).expect(200)).body).toMatchObject({ withdrawal: first.body.withdrawal })
  expect((await withdraw(debt.externalId, creditor).expect(409)).body.code).toBe('debt_not_open')
  expect(await auditOf(creditor)).toEqual(['debt.created', 'debt.withdrawn'])
  expect(JSON.stringify(await newsOf(creditor))).not.toContain('Cedida')
  expect((await put(debt.externalId, creditor, { ...input, principalCents: 1 }).expect(409)).body.code).toBe('debt_not_open')
  expect((await put(debt.externalId, creditor, input).expect(200)).body.status).toBe('withdrawn')
})

test('a withdrawal is refused without a reason, in an agreement, of nothing', async () => {
  const creditor = await makeCreditor(testApp)
  const { externalId } = await makeDebt(testApp, creditor)
  await withdraw(externalId, creditor, {}).expect(400)
  await setStatus(externalId, 'in_agreement')
  expect((await withdraw(externalId, creditor).expect(409)).body.code).toBe('debt_in_agreement')
  expect((await withdraw('none', creditor).expect(404)).body.code).toBe('not_found')
})

test('the Idempotency-Key of a withdrawal replays its answer', async () => {
  const creditor = await makeCreditor(testApp)
  const { externalId } = await makeDebt(testApp, creditor)
  const send = (reason: string) => withdraw(externalId, creditor, { reason }).set('idempotency-key', 'w-1')
  const first = await send('error').expect(200)
  expect((await send('error').expect(200).expect('idempotent-replayed', 'true')).body).toEqual(first.body)
  expect((await send('other').expect(422)).body.code).toBe('idempotency_key_reused')
})

test('a look-up finds the debts of a CPF, with or without its mask', async () => {
  const creditor = await makeCreditor(testApp)
  const debtor = personInput()
  const older = await makeDebt(testApp, creditor, { debtor, dueOn: '2025-01-10' })
  const newer = await makeDebt(testApp, creditor, { debtor })
  await makeDebt(testApp, creditor)
  const masked = debtor.cpf.replace(/^(...)(...)(...)(..)$/, '$1.$2.$3-$4')
  for (const cpf of [debtor.cpf, masked]) {
    const { body } = await post('/v1/debt-lookups', creditor).send({ cpf }).expect(200)
    const [, middle, last] = /^\d{3}(\d{3})(\d{3})/.exec(debtor.cpf) ?? []
    expect(body.debtor).toMatchObject({ name: debtor.name, cpfMasked: `•••.${middle}.${last}-••` })
    expect(body.debts).toEqual([older, newer])
  }
})

test('a look-up of nobody is empty; of a wrong CPF refused', async () => {
  const creditor = await makeCreditor(testApp)
  const nobody = await post('/v1/debt-lookups', creditor).send({ cpf: '529.982.247-25' }).expect(200)
  expect(nobody.body).toEqual({ debtor: null, debts: [] })
  expect((await post('/v1/debt-lookups', creditor).send({ cpf: '529.982.247-26' }).expect(400)).body.errors).toMatchObject([{ pointer: '/cpf', code: 'invalid_cpf' }])
  await post('/v1/debt-lookups', creditor).send({ cpf: 'x' }).expect(400)
})

test('to another creditor the debt is not there, by no door', async () => {
  const [mine, other] = [await makeCreditor(testApp), await makeCreditor(testApp)]
  const debtor = personInput()
  const { externalId } = await makeDebt(testApp, mine, { debtor })
  await get(`/v1/debts/${externalId}`, other).expect(404)
  await withdraw(externalId, other).expect(404)
  expect((await get('/v1/debts', other).expect(200)).body).toEqual({ data: [], nextCursor: null })
  expect((await post('/v1/debt-lookups', other).send({ cpf: debtor.cpf }).expect(200)).body).toEqual({ debtor: null, debts: [] })
  await put(externalId, other, debtInput()).expect(201)
  expect((await get(`/v1/debts/${externalId}`, mine)).body.status).toBe('open')
})

test('row-level security holds in raw SQL: neither read nor written across creditors', async () => {
  const [mine, other] = [await makeCreditor(testApp), await makeCreditor(testApp)]
  await makeDebt(testApp, mine)
  const as = (creditorId: string, sql: string) => testApp.platform.transact({ kind: 'system' }, { creditorId }, ({ tx }) => tx.$client.query(sql))
  for (const table of ['debts', 'debtors']) {
    expect((await as(mine.creditorId, `select from ${table}`)).rowCount).toBe(1)
    expect((await as(other.creditorId, `select from ${table}`)).rowCount).toBe(0)
    expect((await as(other.creditorId, `update ${table} set updated_at = now()`)).rowCount).toBe(0)
    await expect(as(other.creditorId, `delete from ${table}`)).rejects.toThrow('permission denied')
  }
  await expect(as(other.creditorId, `update debts set creditor_id = '${mine.creditorId}'`)).resolves.toMatchObject({ rowCount: 0 })
})

test('each door asks for its scope', async () => {
  const creditor = await makeCreditor(testApp)
  const tokenFor = async (scope: string) => {
    const { body } = await http.post('/v1/oauth/token').auth(creditor.clientId, creditor.clientSecret).type('form').send({ grant_type: 'client_credentials', scope }).expect(200)
    return { ...creditor, bearer: `Bearer ${body.access_token as string}` }
  }
  const [reader, writer] = [await tokenFor('debts:read'), await tokenFor('debts:write')]
  expect((await put('X', reader, debtInput()).expect(403)).body.code).toBe('scope_missing')
  expect((await withdraw('X', reader).expect(403)).body.code).toBe('scope_missing')
  await get('/v1/debts', writer).expect(403)
  await post('/v1/debt-lookups', writer).send({ cpf: '52998224725' }).expect(403)
  await http.get('/v1/debts').expect(401)
  await http.get('/v1/me/debts').expect(401)
})
