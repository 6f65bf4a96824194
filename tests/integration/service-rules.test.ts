import type { Debt, MyDebts } from '@repactua/shared/contract/debts.ts'
import type { ServiceRestriction, ServiceRule } from '@repactua/shared/contract/service-rules.ts'
import { heedNewsOfServices, tendRestrictions } from '@repactua/api/modules/service-rules/index.ts'
import { relayEvents } from '@repactua/api/modules/webhooks/index.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { afterEach, expect, test } from 'vitest'
import { signedAgreement, situation, type Situation } from '../builders/agreement.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { signInWithCode } from '../builders/person.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { rowsOf } from '../support/rows.ts'
import { takeJobs } from '../support/waiting-jobs.ts'

const testApp = await startApp()
const { http, clock, platform } = testApp
const rows = rowsOf(testApp.db)
const logger = createLogger('silent')

afterEach(() => clock.moveTo(SOME_DAY))

const RULE: ServiceRule = { name: 'clube', product: 'retail', afterDays: 30, noticeDays: 5, limits: 'Os descontos do clube ficam guardados.', comesBack: 'Voltam no mesmo dia, com um acordo assinado ou o pagamento.' }

type Asks = Pick<Situation['creditor'], 'bearer'>
const put = ({ bearer }: Asks, ...rules: ServiceRule[]) => http.put('/v1/service-rules').set('authorization', bearer).send({ rules })
const list = async ({ bearer }: Asks) => (await http.get('/v1/service-restrictions').set('authorization', bearer).expect(200)).body.data as ServiceRestriction[]
const eventsOf = async ({ id }: { id: string }) => (await rows<{ type: string }>('select type from outbox_events where subject = $1 order by position', [id])).map(({ type }) => type.slice('service.'.length))
const messagesOf = async ({ id }: { id: string }) => (await rows<{ key: string }>("select template_key as key from messages where step_key like 'restriction:' || $1 || ':%' order by id", [id.slice('restriction_'.length)])).map(({ key }) => key)
const night = async (at: string) => {
  clock.moveTo(at)
  await tendRestrictions({ platform, logger })
}
const seen = async (who: Situation) => ((await http.get('/v1/me/debts').set('cookie', await signInWithCode(testApp, who.cpf)).expect(200)).body as MyDebts).data[0]!.service

/** What the worker does within a second of each commit. */
async function hear(): Promise<void> {
  while ((await relayEvents(platform)) > 0) continue
  for (const news of await takeJobs(rows, 'hear-news')) await heedNewsOfServices(platform, news)
}

/** Told on a Sunday; five days later it is a Friday, so it begins on the Monday. */
async function noticed(): Promise<{ who: Situation; restriction: ServiceRestriction }> {
  const who = await situation(testApp)
  await put(who.creditor, RULE).expect(200)
  await night('2026-11-22T04:07:00Z')
  return { who, restriction: (await list(who.creditor))[0]! }
}

async function limited() {
  const made = await noticed()
  await night('2026-11-30T04:07:00Z')
  return made
}

test('a notice, then the limit on a day on which it can be mended; the person reads what and how it comes back', async () => {
  const { who, restriction } = await noticed()
  expect(restriction).toMatchObject({ rule: 'clube', state: 'noticed', debtExternalId: who.debt.externalId, noticedOn: '2026-11-22', limitsOn: '2026-11-30', limitedAt: null })
  expect(await seen(who)).toEqual([{ state: 'noticed', fromOn: '2026-11-30', limits: RULE.limits, comesBack: RULE.comesBack }])
  await night('2026-11-29T04:07:00Z')
  expect((await list(who.creditor))[0]!.state).toBe('noticed')
  await night('2026-11-30T04:07:00Z')
  await night('2026-11-30T05:07:00Z')
  expect(await seen(who)).toMatchObject([{ state: 'limited' }])
  expect(await list(who.creditor)).toHaveLength(1)
  expect(await eventsOf(restriction)).toEqual(['limit_noticed', 'limited'])
  expect(await messagesOf(restriction)).toEqual(['service-limited'])
})

test('a signature gives it back within a second (CDC 51, XVIII), once', async () => {
  const { who, restriction } = await limited()
  await signedAgreement(testApp, { ...who, cookie: await signInWithCode(testApp, who.cpf) })
  expect(await seen(who)).toBeUndefined()
  await hear()
  await hear()
  await night('2026-12-01T04:07:00Z')
  expect((await list(who.creditor))[0]).toMatchObject({ state: 'restored', cause: 'agreement', restoreBy: '2026-11-30' })
  expect(await eventsOf(restriction)).toEqual(['limit_noticed', 'limited', 'restored'])
  expect(await messagesOf(restriction)).toEqual(['service-limited', 'service-restored'])
})

test('a dispute or a pause calls it off, and after it there is a new notice', async () => {
  const { who, restriction } = await noticed()
  await http.put(`/v1/debts/${who.debt.externalId}/hold`).set('authorization', who.creditor.bearer).send({ reason: 'hardship' }).expect(200)
  await hear()
  expect(await eventsOf(restriction)).toEqual(['limit_noticed', 'limit_called_off'])
  await night('2026-11-30T04:07:00Z')
  expect(await list(who.creditor)).toHaveLength(1)
  await http.delete(`/v1/debts/${who.debt.externalId}/hold`).set('authorization', who.creditor.bearer).expect(204)
  await night('2026-12-01T04:07:00Z')
  expect((await list(who.creditor))[0]).toMatchObject({ state: 'noticed', noticedOn: '2026-12-01', limitsOn: '2026-12-07' })
})

test('paid elsewhere gives it back; so does a rule that is gone, in the night', async () => {
  const { who } = await limited()
  await http.post(`/v1/debts/${who.debt.externalId}/withdrawal`).set('authorization', who.creditor.bearer).send({ reason: 'paid_elsewhere' }).expect(200)
  await hear()
  expect((await list(who.creditor))[0]).toMatchObject({ state: 'restored', cause: 'taken_back' })
  const other = await limited()
  clock.advance(1_000)
  await put(other.who.creditor).expect(200)
  await night('2026-12-01T04:07:00Z')
  expect((await list(other.who.creditor))[0]).toMatchObject({ state: 'restored', cause: 'rule_ended' })
})

test('energy: fifteen days of notice, back within one day, and never after ninety days', async () => {
  const creditor = await makeCreditor(testApp)
  const rule = { ...RULE, name: 'luz', product: 'energy' as const, noticeDays: 15, limits: 'O fornecimento fica reduzido.' }
  await put(creditor, rule).expect(200)
  const owed = (dueOn: string): Promise<Debt> => makeDebt(testApp, creditor, { product: 'energy', dueOn })
  const late = await owed('2026-10-20')
  await owed('2026-09-01')
  await night('2026-11-22T04:07:00Z')
  expect(await list(creditor)).toMatchObject([{ debtId: late.id, limitsOn: '2026-12-07' }])
  await night('2026-12-07T04:07:00Z')
  await http.post(`/v1/debts/${late.externalId}/withdrawal`).set('authorization', creditor.bearer).send({ reason: 'paid_elsewhere' }).expect(200)
  await hear()
  expect((await list(creditor))[0]).toMatchObject({ state: 'restored', restoreBy: '2026-12-08' })
})

test('refused: below the law, a name twice, anything of teaching, another creditor sees nothing', async () => {
  const { who } = await noticed()
  const errorsOf = async (...rules: ServiceRule[]) => {
    const { body } = await put(who.creditor, ...rules).expect(422)
    expect(body.code).toBe('service_rules_refused')
    return (body.errors as { pointer: string; code: string }[]).map(({ pointer, code }) => [pointer, code])
  }
  expect(await errorsOf({ ...RULE, product: 'telecom' })).toEqual([['/rules/0/noticeDays', 'notice_below_law']])
  expect(await errorsOf(RULE, { ...RULE, product: 'water', noticeDays: 29 })).toEqual([['/rules/1/name', 'name_twice'], ['/rules/1/noticeDays', 'notice_below_law']])
  expect(await errorsOf({ ...RULE, product: 'energy', noticeDays: 15, afterDays: 91 })).toEqual([['/rules/0/afterDays', 'limit_after_window']])
  expect(await errorsOf({ ...RULE, product: 'school', limits: 'A Transferência fica guardada.' })).toEqual([['/rules/0/limits', 'school_penalty']])
  expect(await errorsOf({ ...RULE, limits: 'Seu nome vai para o Serasa.' })).toEqual([['/rules/0/limits', 'threat']])
  expect(await errorsOf({ ...RULE, product: 'telecom', noticeDays: 15, comesBack: 'Pague agora mesmo.' })).toEqual([['/rules/0/comesBack', 'false_urgency']])
  expect((await put(who.creditor, RULE).expect(200)).body).toEqual({ rules: [RULE] })
  expect((await http.get('/v1/service-rules').set('authorization', who.creditor.bearer).expect(200)).body).toEqual({ rules: [RULE] })
  expect(await rows('select id from service_rules where creditor_id = $1', [who.creditor.creditorId])).toHaveLength(1)
  const other = await makeCreditor(testApp)
  expect(await list(other)).toEqual([])
  expect((await http.get('/v1/service-rules').set('authorization', other.bearer).expect(200)).body).toEqual({ rules: [] })
})

test('at the end the books say the same', async () => {
  await hear()
  await expectBooksInOrder(testApp)
})
