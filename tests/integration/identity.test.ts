import type { Challenge } from '@repactua/shared/contract/identity.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import { expect, test } from 'vitest'
import { makeCreditor } from '../builders/creditor.ts'
import { codeFor, mailFor, makePerson, newCpf } from '../builders/person.ts'
import { startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp({ RATE_LIMIT: 'on', TRUST_PROXY: '1' })
const { http, clock } = testApp
const rows = rowsOf(testApp.db)
const creditor = await makeCreditor(testApp)

const SECOND = 1_000
const MINUTE = 60 * SECOND
let networks = 0
const newNetwork = () => `198.51.${++networks}.7`

const askFor = (cpf: string, address: string) => http.post('/v1/sign-in-challenges').set('x-forwarded-for', address).send({ cpf })
const enter = (challengeId: string, code: string, address = newNetwork()) =>
  http.post('/v1/sessions').set('x-forwarded-for', address).send({ challengeId, code })

async function challengeFor(cpf: string, address = newNetwork()): Promise<Challenge> {
  return (await askFor(cpf, address).expect(202)).body as Challenge
}

const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

test('a person signs in with the code of the mail', async () => {
  const { cpf, email } = await makePerson(testApp, creditor.creditorId, { name: 'ROSA DE EXEMPLO' })
  const now = clock.now().getTime()
  const challenge = await challengeFor(cpf)
  expect(challenge).toEqual({
    challengeId: expect.stringMatching(/^challenge_/),
    expiresAt: new Date(now + 5 * MINUTE).toISOString(),
    resendAfter: new Date(now + 30 * SECOND).toISOString(),
  })
  const mail = await mailFor(testApp, challenge.challengeId)
  expect(mail).toMatchObject({ to: email, subject: 'Seu código Repactua' })
  expect(mail!.text).toMatch(/^Olá, Rosa\.\n\nSeu código é \d{6}\n/)
  expect(mail!.subject + mail!.text).not.toMatch(/d[ií]vid|d[ée]bito|acordo|R\$|https?:|www\./i)
  const answer = await enter(challenge.challengeId, mail!.text.match(/\d{6}/)![0]).expect(201)
  expect(answer.body).toEqual({
    firstName: 'Rosa',
    idleExpiresAt: new Date(now + 15 * MINUTE).toISOString(),
    expiresAt: new Date(now + 8 * 60 * MINUTE).toISOString(),
  })
})

test('a single creditor cannot draw the code to an address of its own, and two that agree can correct it', async () => {
  const { cpf } = await makePerson(testApp, creditor.creditorId, { email: 'antiga@exemplo.test' })
  clock.advance(MINUTE)
  const second = await makeCreditor(testApp)
  await makePerson(testApp, second.creditorId, { cpf, email: 'nova@exemplo.test' })
  const addressee = async () => (await mailFor(testApp, (await challengeFor(cpf)).challengeId))?.to
  expect(await addressee()).toBe('antiga@exemplo.test')
  const third = await makeCreditor(testApp)
  await makePerson(testApp, third.creditorId, { cpf, email: 'nova@exemplo.test' })
  expect(await addressee()).toBe('nova@exemplo.test')
})

test('a known and an unknown CPF get the same answer by the same statements, and only the known one gets mail', async () => {
  const { cpf: known } = await makePerson(testApp, creditor.creditorId)
  const [one, two] = [await watch(() => askFor(known, newNetwork())), await watch(() => askFor(newCpf(), newNetwork()))]
  expect(one.statements).toEqual(two.statements)
  expect(one.statements.length).toBeGreaterThan(3)
  expect(shapeOf(one.answer)).toEqual(shapeOf(two.answer))
  expect(await mailFor(testApp, (two.answer.body as Challenge).challengeId)).toBeNull()
  const refused = await enter((two.answer.body as Challenge).challengeId, '000000').expect(422)
  expect(refused.body.code).toBe('code_invalid')
})

test('too soon is refused alike for a known and an unknown CPF', async () => {
  const { cpf: known } = await makePerson(testApp, creditor.creditorId)
  const refusals = await Promise.all([known, newCpf()].map(async (cpf) => {
    const address = newNetwork()
    await askFor(cpf, address).expect(202)
    return askFor(cpf, address).expect(429)
  }))
  expect(shapeOf(refusals[0]!)).toEqual(shapeOf(refusals[1]!))
  expect(refusals[0]!.body).toMatchObject({ code: 'resend_too_soon' })
  expect(refusals[0]!.headers['retry-after']).toBe('30')
})

test('the pauses are 30, 60 and 120 seconds, and after five codes the day is over', async () => {
  const [cpf, address] = [newCpf(), newNetwork()]
  const start = clock.now().getTime()
  for (const pause of [30, 60, 120, 120]) {
    const { resendAfter } = await challengeFor(cpf, address)
    expect(Date.parse(resendAfter) - clock.now().getTime()).toBe(pause * SECOND)
    clock.advance(pause * SECOND - 1)
    expect((await askFor(cpf, address).expect(429)).body.code).toBe('resend_too_soon')
    clock.advance(1)
  }
  const last = await challengeFor(cpf, address)
  expect(Date.parse(last.resendAfter)).toBe(start + 24 * 60 * MINUTE)
  clock.advance(10 * MINUTE)
  const refused = await askFor(cpf, address).expect(429)
  expect(refused.body.code).toBe('too_many_requests')
  expect(Number(refused.headers['retry-after'])).toBe((start + 24 * 60 * MINUTE - clock.now().getTime()) / SECOND)
  await askFor(cpf, newNetwork()).expect(202)
  clock.moveTo(new Date(start + 24 * 60 * MINUTE))
  await askFor(cpf, address).expect(202)
})

test('addresses of one network share a quota', async () => {
  const cpf = newCpf()
  await askFor(cpf, '2001:db8:1:1::1').expect(202)
  expect((await askFor(cpf, '2001:db8:1:1:ffff::2').expect(429)).body.code).toBe('resend_too_soon')
  await askFor(cpf, '2001:db8:1:2::1').expect(202)
})

test('of two requests at once for one CPF, one is too soon', async () => {
  const [cpf, address] = [newCpf(), newNetwork()]
  const answers = await Promise.all([askFor(cpf, address), askFor(cpf, address)])
  expect(answers.map(({ status }) => status).sort()).toEqual([202, 429])
})

test('the same Idempotency-Key asks for one code', async () => {
  const [cpf, address] = [newCpf(), newNetwork()]
  const ask = () => askFor(cpf, address).set('idempotency-key', 'sign-in-1')
  const [first, again] = [await ask().expect(202), await ask().expect(202)]
  expect(again.body).toEqual(first.body)
  expect(await rows('select 1 from challenges where id = $1', [readId(first.body.challengeId as string)])).toHaveLength(1)
})

test('a CPF with wrong check digits is a field error', async () => {
  const refused = await askFor('529.982.247-26', newNetwork()).expect(400)
  expect(refused.body).toMatchObject({ code: 'invalid_request', errors: [{ pointer: '/cpf', code: 'invalid_cpf' }] })
})

test('three wrong codes spend the challenge, even in parallel, and not the person', async () => {
  const { cpf } = await makePerson(testApp, creditor.creditorId)
  const { challengeId } = await challengeFor(cpf)
  const code = await codeFor(testApp, challengeId)
  const answers = await atOnce(challengeId, Array.from({ length: 5 }, () => enter(challengeId, other(code))))
  expect(answers.map(({ body }) => body.code as string).sort()).toEqual([...Array<string>(2).fill('code_attempts_exceeded'), ...Array<string>(3).fill('code_invalid')])
  expect((await enter(challengeId, code).expect(422)).body.code).toBe('code_attempts_exceeded')
  const next = await challengeFor(cpf)
  await enter(next.challengeId, await codeFor(testApp, next.challengeId)).expect(201)
})

test('a code is valid for five minutes', async () => {
  const { cpf } = await makePerson(testApp, creditor.creditorId)
  const { challengeId } = await challengeFor(cpf)
  const code = await codeFor(testApp, challengeId)
  clock.advance(5 * MINUTE)
  expect((await enter(challengeId, code).expect(422)).body.code).toBe('code_expired')
  expect(await mailFor(testApp, challengeId)).toBeNull()
})

test('a new code ends the old one of the same network, and of no other', async () => {
  const { cpf } = await makePerson(testApp, creditor.creditorId)
  const [home, elsewhere] = [newNetwork(), newNetwork()]
  const first = await challengeFor(cpf, home)
  const code = await codeFor(testApp, first.challengeId)
  clock.advance(30 * SECOND)
  const second = await challengeFor(cpf, home)
  expect((await enter(first.challengeId, code, home).expect(422)).body.code).toBe('code_expired')
  await challengeFor(cpf, elsewhere)
  await enter(second.challengeId, await codeFor(testApp, second.challengeId), home).expect(201)
})

test('a job that is tried again sends a new code and ends the one before', async () => {
  const { cpf } = await makePerson(testApp, creditor.creditorId)
  const { challengeId } = await challengeFor(cpf)
  const lost = await codeFor(testApp, challengeId)
  const code = await codeFor(testApp, challengeId)
  if (lost !== code) await enter(challengeId, lost).expect(422)
  await enter(challengeId, code).expect(201)
})

test('of two requests at once with the right code, one opens a session', async () => {
  const { cpf } = await makePerson(testApp, creditor.creditorId)
  const { challengeId } = await challengeFor(cpf)
  const code = await codeFor(testApp, challengeId)
  const answers = await atOnce(challengeId, [enter(challengeId, code), enter(challengeId, code)])
  expect(answers.map(({ status, body }) => [status, body.code]).sort()).toEqual([[201, undefined], [422, 'code_used']])
  expect(await rows('select 1 from sessions where cpf_index = $1', [testApp.platform.keys.cpfIndex(cpf)])).toHaveLength(1)
})

test('a challenge that does not exist is a wrong code', async () => {
  const refused = await enter('challenge_0192f3c1-8a5e-7c3d-9b1e-2f6a7c8d9e0f', '123456').expect(422)
  expect(refused.body.code).toBe('code_invalid')
})

test('twenty wrong codes within an hour close a network, and only that one', async () => {
  const { cpf } = await makePerson(testApp, creditor.creditorId)
  const address = newNetwork()
  const nowhere = 'challenge_0192f3c1-8a5e-7c3d-9b1e-2f6a7c8d9e0f'
  for (let i = 0; i < 20; i++) await enter(nowhere, '123456', address).expect(422)
  const { challengeId } = await challengeFor(cpf)
  const code = await codeFor(testApp, challengeId)
  const refused = await enter(challengeId, code, address).expect(429)
  expect(refused.body.code).toBe('too_many_requests')
  expect(refused.headers['retry-after']).toBe('3600')
  await enter(challengeId, code).expect(201)
})

/** Sends requests about one challenge and holds its row until all of them have come to it. */
async function atOnce<T>(challengeId: string, requests: readonly PromiseLike<T>[]): Promise<T[]> {
  await rows('begin')
  await rows('select 1 from challenges where id = $1 for update', [readId(challengeId)])
  const answers = Promise.all(requests)
  await expect.poll(waiting, { interval: 5 }).toBe(requests.length)
  await rows('rollback')
  return answers
}

async function waiting(): Promise<unknown> {
  const { rows: found } = await testApp.platform.pool.query<{ count: number }>("select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
  return found[0]?.count
}

/** The SQL that a request runs, without its values. */
async function watch<T>(run: () => PromiseLike<T>): Promise<{ answer: T; statements: string[] }> {
  const statements: string[] = []
  const client = await testApp.platform.pool.connect()
  const prototype = Object.getPrototypeOf(client) as { query: (...args: unknown[]) => unknown }
  const { query } = prototype
  client.release()
  prototype.query = function (this: unknown, ...args: unknown[]) {
    const [statement] = args as [string | { text?: string }]
    statements.push(typeof statement === 'string' ? statement : (statement.text ?? 'none'))
    return query.apply(this, args)
  }
  try {
    return { answer: await run(), statements }
  } finally {
    prototype.query = query
  }
}

/** What an onlooker can tell two answers apart by: all but ids, instants and counters. */
function shapeOf({ status, headers, body }: { status: number; headers: Record<string, string>; body: Record<string, unknown> }) {
  const fields = Object.entries(body).map(([name, value]) => [name, String(value).replace(/[0-9a-f-]{36}|\d{4}-\d\d-\d\dT[\d:.]+Z/g, '*')])
  return { status, headers: { ...headers, date: '*' }, fields }
}
