import { forgetSimulations } from '@repactua/api/modules/simulations/index.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import { expect, test } from 'vitest'
import { makeCreditor, type TestCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput } from '../builders/person.ts'
import { band, grant, makeDraft, publishPolicy, rule } from '../builders/policy.ts'
import { ACCEPTANCE, simulationsOf } from '../builders/simulation.ts'
import { startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock } = testApp
const rows = rowsOf(testApp.db)
const { read, request, simulate, work } = simulationsOf(testApp)

const get = (path: string, { bearer }: TestCreditor) => http.get(path).set('authorization', bearer)
const ONE_AT_A_TIME = { debtsAPage: 1, pagesAJob: 100 }

/** 40 % off in cash within 5 days; one band of 2 to 3 times without the late charges: R$ 980,00 of R$ 1.083,23. */
const plain = rule({ grant: grant({ installments: [band(2, 3, { discount: { lateFineBps: 10_000, defaultInterestBps: 10_000, principalBps: 0 } })] }) })

test('a draft is held against the portfolio beside the policy in force', async () => {
  const creditor = await makeCreditor(testApp)
  const inForce = await publishPolicy(testApp, creditor, { rules: [plain] })
  const draft = await makeDraft(testApp, creditor, { name: 'Nova', rules: [{ ...plain, name: 'Só escola', when: { products: ['school'] } }] })
  for (const product of ['school', 'retail', 'retail'] as const) await makeDebt(testApp, creditor, { product })
  const { id, result, ...rest } = await simulate(creditor, draft.id)
  expect(rest).toMatchObject({ policyId: draft.id, inForcePolicyId: inForce.id, status: 'completed', asOf: '2026-11-21', progress: { done: 3, total: 3 }, acceptance: { ...ACCEPTANCE.acceptance, planTaken: 'longest' } })
  expect(result).toMatchObject({ debts: 3, barred: 0 })
  expect(result!.draft).toMatchObject({
    policy: { id: draft.id, name: 'Nova', version: null, status: 'draft' },
    reached: { debts: 1, balanceCents: 108_323 },
    unreached: { debts: 2, balanceCents: 216_646 },
    withoutOffer: { debts: 0 },
    cash: { debts: 1, discountCents: 49_523, totalCents: 58_800 },
    plans: { debts: 1, discountCents: 10_323, totalCents: 98_000 },
  })
  expect(result!.draft.rules).toEqual([{
    name: 'Só escola',
    debts: 1,
    balanceCents: 108_323,
    withoutOffer: { debts: 0, balanceCents: 0 },
    offers: [
      { kind: 'cash', count: null, dueOn: '2026-11-26', debts: 1, balanceCents: 108_323, discountCents: 49_523, totalCents: 58_800 },
      { kind: 'installments', count: { min: 2, max: 3 }, dueOn: null, debts: 1, balanceCents: 108_323, discountCents: 10_323, totalCents: 98_000 },
    ],
    plans: { debts: 1, balanceCents: 108_323, discountCents: 10_323, totalCents: 98_000 },
  }])
  expect(result!.inForce).toMatchObject({ policy: { id: inForce.id, version: 1 }, reached: { debts: 3 }, unreached: { debts: 0 }, cash: { totalCents: 176_400 } })
  expect((await get(`/v1/policies/${draft.id}/simulations`, creditor).expect(200)).body).toEqual({ data: [{ id, ...rest }], nextCursor: null })
})

test('cash comes in month by month as the stated rates say, redone by hand', async () => {
  const creditor = await makeCreditor(testApp)
  const draft = await makeDraft(testApp, creditor, { rules: [plain] })
  await makeDebt(testApp, creditor)
  const { result } = await simulate(creditor, draft.id)
  // Cash 588.00 x 10 %; 980.00 in three on the 10th: 326.67, 326.67, 326.66, each x 20 % x 80 %.
  expect(result!.draft.expected).toEqual({
    cashInCents: 5_880 + 15_680,
    discountCents: Math.round(49_523 * 0.1 + 10_323 * 0.2),
    months: [
      { month: '2026-11', cashDueCents: 58_800, installmentsDueCents: 0, expectedCents: 5_880 },
      { month: '2026-12', cashDueCents: 0, installmentsDueCents: 32_667, expectedCents: 5_227 },
      { month: '2027-01', cashDueCents: 0, installmentsDueCents: 32_667, expectedCents: 5_226 },
      { month: '2027-02', cashDueCents: 0, installmentsDueCents: 32_666, expectedCents: 5_227 },
    ],
  })
  expect(result!.inForce).toBeNull()
})

test('barred debts and debts that wait for an index are counted apart; those not open not at all', async () => {
  const creditor = await makeCreditor(testApp, { regime: 'non_financial' })
  const draft = await makeDraft(testApp, creditor, { rules: [plain] })
  await makeDebt(testApp, creditor, { dueOn: '2020-01-10' })
  await makeDebt(testApp, creditor, { charges: { lateFeeBps: 200, defaultInterestMonthlyBps: 100, correctionIndex: 'ipca' } })
  const gone = await makeDebt(testApp, creditor)
  await http.post(`/v1/debts/${gone.externalId}/withdrawal`).set('authorization', creditor.bearer).send({ reason: 'paid_elsewhere' }).expect(200)
  const { result } = await simulate(creditor, draft.id)
  expect(result).toMatchObject({ debts: 2, barred: 1, draft: { indexMissing: 1, nothingOwed: 0, reached: { debts: 0 }, unreached: { debts: 0 } } })
})

test('a rule sees the person behind a debt', async () => {
  const creditor = await makeCreditor(testApp)
  const several = rule({ name: 'Várias', when: { debtCount: { min: 2 } } })
  const state = rule({ name: 'Rio', when: { states: ['RJ'], hasBrokenAgreement: false } })
  const draft = await makeDraft(testApp, creditor, { rules: [several, state] })
  const person = personInput()
  for (const debtor of [person, person, personInput({ state: 'RJ' }), personInput({ state: 'SP' })]) await makeDebt(testApp, creditor, { debtor })
  const { result } = await simulate(creditor, draft.id)
  expect(result!.draft.rules.map(({ name, debts }) => [name, debts])).toEqual([['Várias', 2], ['Rio', 1]])
  expect(result!.draft.unreached.debts).toBe(1)
})

test('an empty portfolio is counted too', async () => {
  const creditor = await makeCreditor(testApp)
  const draft = await makeDraft(testApp, creditor)
  expect(await simulate(creditor, draft.id)).toMatchObject({ status: 'completed', progress: { done: 0, total: 0 }, result: { debts: 0, draft: { expected: { cashInCents: 0, months: [] } } } })
})

test('killed in the middle, it goes on where it stopped and counts nothing twice', async () => {
  const creditor = await makeCreditor(testApp)
  const draft = await makeDraft(testApp, creditor, { rules: [plain] })
  for (let i = 0; i < 5; i++) await makeDebt(testApp, creditor)
  const whole = await simulate(creditor, draft.id)
  const { body: { id } } = await request(creditor, draft.id).expect(202)
  await work(creditor, id, { debtsAPage: 2, pagesAJob: 1 })
  expect(await read(creditor, id)).toMatchObject({ status: 'running', progress: { done: 2, total: 5 }, result: null })
  // What the last page keeps is lost with its process: the database refuses it once.
  await rows("create function lose() returns trigger language plpgsql as $$ begin if new.done = 4 then raise exception 'gone' using errcode = '57P01'; end if; return new; end $$")
  await rows('create trigger lose before update on simulations for each row execute function lose()')
  await expect(work(creditor, id, { debtsAPage: 2, pagesAJob: 100 })).rejects.toThrow()
  await rows('drop trigger lose on simulations')
  expect(await read(creditor, id)).toMatchObject({ status: 'running', progress: { done: 2 } })
  // What comes in meanwhile is left to the next simulation.
  clock.advance(1_000)
  await makeDebt(testApp, creditor)
  await work(creditor, id, ONE_AT_A_TIME)
  expect((await read(creditor, id)).result).toEqual(whole.result)
})

test('after its share of pages a run hands on to a new job; two at once count nothing twice', async () => {
  const creditor = await makeCreditor(testApp)
  const draft = await makeDraft(testApp, creditor, { rules: [plain] })
  for (let i = 0; i < 4; i++) await makeDebt(testApp, creditor)
  const { body: { id } } = await request(creditor, draft.id).expect(202)
  const jobs = () => rows("select 1 from pgboss.job where name = 'simulate-policy' and data->>'simulationId' = $1", [readId(id)])
  expect(await jobs()).toHaveLength(1)
  await work(creditor, id, { debtsAPage: 1, pagesAJob: 2 })
  expect(await jobs()).toHaveLength(2)
  await Promise.all([work(creditor, id, ONE_AT_A_TIME), work(creditor, id, ONE_AT_A_TIME)])
  await work(creditor, id, ONE_AT_A_TIME)
  expect((await read(creditor, id)).result).toMatchObject({ debts: 4, draft: { reached: { debts: 4 } } })
  const news = await rows<{ type: string }>("select type from outbox_events where creditor_id = $1 and type like 'simulation.%' order by created_at, type desc", [creditor.creditorId])
  expect(news.map(({ type }) => type)).toEqual(['simulation.requested', 'simulation.completed'])
})

test('one simulation at a time; with one Idempotency-Key it is the same one', async () => {
  const creditor = await makeCreditor(testApp)
  const draft = await makeDraft(testApp, creditor)
  const first = await request(creditor, draft.id).set('idempotency-key', 'sim').expect(202)
  const again = await request(creditor, draft.id).set('idempotency-key', 'sim').expect(202).expect('idempotent-replayed', 'true')
  expect(again.body).toEqual(first.body)
  expect((await request(creditor, draft.id).expect(409)).body.code).toBe('simulation_running')
  await work(creditor, first.body.id)
  await request(creditor, draft.id).expect(202)
})

test('what shows no sign of life for an hour gives way to the next', async () => {
  const creditor = await makeCreditor(testApp)
  const draft = await makeDraft(testApp, creditor)
  const { body: { id: lost } } = await request(creditor, draft.id).expect(202)
  clock.advance(61 * 60_000)
  const { body: { id } } = await request(creditor, draft.id).expect(202)
  expect(await read(creditor, lost)).toMatchObject({ status: 'failed', result: null })
  await work(creditor, lost)
  expect(await read(creditor, lost)).toMatchObject({ status: 'failed' })
  await work(creditor, id)
  expect(await read(creditor, id)).toMatchObject({ status: 'completed' })
})

test('more than all, a strange policy, a result that is not there yet: refused', async () => {
  const [creditor, other] = [await makeCreditor(testApp), await makeCreditor(testApp)]
  const draft = await makeDraft(testApp, creditor)
  const above = { acceptance: { cashBps: 6_000, installmentsBps: 4_001 } }
  expect((await request(creditor, draft.id, above).expect(422)).body.code).toBe('acceptance_above_all')
  expect((await request(creditor, draft.id, { acceptance: { cashBps: -1, installmentsBps: 0 } }).expect(400)).body.code).toBe('invalid_request')
  expect((await request(other, draft.id).expect(404)).body.code).toBe('not_found')
  const { body: { id } } = await request(creditor, draft.id).expect(202)
  expect((await get(`/v1/simulations/${id}/results.csv`, creditor).expect(409)).body.code).toBe('simulation_not_completed')
  for (const path of [`/v1/simulations/${id}`, `/v1/simulations/${id}/results.csv`, `/v1/policies/${draft.id}/simulations`]) await get(path, other).expect(404)
  await http.get(`/v1/simulations/${id}`).expect(401)
})

test('the file for a spreadsheet holds the same figures and runs no formula', async () => {
  const creditor = await makeCreditor(testApp)
  const draft = await makeDraft(testApp, creditor, { name: '=cmd|A1', rules: [{ ...plain, name: '@SUM(1;2) "x"' }] })
  await makeDebt(testApp, creditor)
  const { id } = await simulate(creditor, draft.id)
  const { text, headers } = await get(`/v1/simulations/${id}/results.csv`, creditor).expect(200)
  expect(headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="simulacao-${readId(id)}.csv"` })
  const lines = text.replace('\ufeff', '').split('\r\n')
  expect(lines[0]).toBe('lado;politica;secao;regra;oferta;mes;dividas;saldo;desconto;total;a_vista_a_vencer;parcelas_a_vencer;previsto')
  expect(lines[1]).toBe(';;carteira;Dívidas em aberto;;;1;;;;;;')
  expect(lines).toContain(`simulada;'=cmd|A1;oferta;"'@SUM(1;2) ""x""";à vista até 26/11/2026;;1;1083,23;495,23;588,00;;;`)
  expect(lines).toContain(`simulada;'=cmd|A1;mes;;;2026-12;;;;;0,00;326,67;52,27`)
})

test('the result is never changed, and gone with its simulation after ninety days', async () => {
  const creditor = await makeCreditor(testApp)
  const draft = await makeDraft(testApp, creditor)
  const { id } = await simulate(creditor, draft.id)
  const may = await rows("select privilege_type from information_schema.role_table_grants where grantee = 'repactua_app' and table_name = 'simulation_results' order by 1")
  expect(may.map(({ privilege_type: right }) => right)).toEqual(['DELETE', 'INSERT', 'SELECT'])
  clock.advance(89 * 86_400_000)
  await forgetSimulations(testApp.platform)
  expect(await read(creditor, id)).toMatchObject({ status: 'completed' })
  clock.advance(2 * 86_400_000)
  await forgetSimulations(testApp.platform)
  await get(`/v1/simulations/${id}`, creditor)
  expect(await rows('select from simulation_results where simulation_id = $1', [readId(id)])).toEqual([])
})
