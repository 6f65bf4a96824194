import { beforeEach, expect, test } from 'vitest'
import { makeCreditor } from '../builders/creditor.ts'
import { codeFor, makePerson, signInWithCode } from '../builders/person.ts'
import { startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock } = testApp
const rows = rowsOf(testApp.db)
const { creditorId } = await makeCreditor(testApp)

const MINUTE = 60_000
const me = (cookie: string) => http.get('/v1/me').set('cookie', cookie)
const signOut = (cookie: string) => http.delete('/v1/sessions/current').set('cookie', cookie)

let cpf = ''
beforeEach(async () => {
  cpf = (await makePerson(testApp, creditorId, { name: 'Rosa de Exemplo' })).cpf
})

test('a person sees who is signed in, and until when', async () => {
  const now = clock.now().getTime()
  const answer = await me(await signInWithCode(testApp, cpf)).expect(200)
  expect(answer.body).toEqual({
    firstName: 'Rosa',
    cpfMasked: `•••.${cpf.slice(3, 6)}.${cpf.slice(6, 9)}-••`,
    session: { idleExpiresAt: new Date(now + 15 * MINUTE).toISOString(), expiresAt: new Date(now + 480 * MINUTE).toISOString(), idleSeconds: 900 },
  })
  expect(answer.headers['cache-control']).toBe('no-store')
})

test('a demo names the bank where codes are paid in play', async () => {
  const demo = await startApp({ DEMO_BANK_URL: 'http://localhost:1081/' })
  const person = await makePerson(demo, (await makeCreditor(demo)).creditorId)
  const answer = await demo.http.get('/v1/me').set('cookie', await signInWithCode(demo, person.cpf)).expect(200)
  expect(answer.body.demoBankUrl).toBe('http://localhost:1081')
})

test('without a live session nobody is let in', async () => {
  for (const cookie of ['', 'session=', 'session=made-up']) {
    expect((await me(cookie).expect(401)).body.code).toBe('session_required')
  }
})

test('the cookie is out of reach of scripts and other sites, and ends with the browser', async () => {
  const cookie = await openedCookie(testApp)
  expect(cookie).toMatch(/^session=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
})

test('under https the cookie is bound to the host', async () => {
  const secure = await startApp({ PUBLIC_URL: 'https://negocie.exemplo.test' })
  const person = await makePerson(secure, (await makeCreditor(secure)).creditorId)
  cpf = person.cpf
  expect(await openedCookie(secure)).toMatch(/^__Host-session=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
})

test('signing out ends every session of the person at once, and of nobody else', async () => {
  const [phone, library] = [await signInWithCode(testApp, cpf), await signInWithCode(testApp, cpf)]
  const neighbour = await signInWithCode(testApp, (await makePerson(testApp, creditorId)).cpf)
  const answer = await signOut(library).expect(204)
  expect(answer.get('Set-Cookie')![0]).toMatch(/^session=; .*Expires=Thu, 01 Jan 1970/)
  await me(library).expect(401)
  await me(phone).expect(401)
  await me(neighbour).expect(200)
  await signOut(library).expect(204)
})

test('signing out without a session is no error', async () => {
  await http.delete('/v1/sessions/current').expect(204)
})

test('a session that is used lives on, and one that idles fifteen minutes ends', async () => {
  const cookie = await signInWithCode(testApp, cpf)
  clock.advance(14 * MINUTE)
  expect((await me(cookie).expect(200)).body.session.idleExpiresAt).toBe(new Date(clock.now().getTime() + 15 * MINUTE).toISOString())
  clock.advance(15 * MINUTE - 1)
  await me(cookie).expect(200)
  clock.advance(15 * MINUTE)
  await me(cookie).expect(401)
  await me(cookie).expect(401)
})

test('its last sight is written at most every thirty seconds', async () => {
  const cookie = await signInWithCode(testApp, cpf)
  const signedInAt = clock.now()
  clock.advance(29_999)
  await me(cookie).expect(200)
  expect(await lastSeen()).toEqual(signedInAt)
  clock.advance(1)
  await me(cookie).expect(200)
  expect(await lastSeen()).toEqual(clock.now())
})

test('after eight hours a session ends, however busy', async () => {
  const cookie = await signInWithCode(testApp, cpf)
  for (let minutes = 10; minutes < 480; minutes += 10) {
    clock.advance(10 * MINUTE)
    await me(cookie).expect(200)
  }
  clock.advance(10 * MINUTE)
  await me(cookie).expect(401)
})

test('an opened session is an audit entry without anything personal', async () => {
  await signInWithCode(testApp, cpf)
  const [entry] = await rows<{ payload: string }>("select actor, action, subject, payload from audit_entries where action = 'session.opened' order by sequence desc limit 1")
  expect(entry).toMatchObject({ actor: 'debtor', subject: expect.stringMatching(/^challenge_/) })
  expect(entry!.payload).not.toContain(cpf)
})

async function openedCookie(app: typeof testApp): Promise<string> {
  const { body } = await app.http.post('/v1/sign-in-challenges').send({ cpf }).expect(202)
  const code = await codeFor(app, body.challengeId as string)
  const answer = await app.http.post('/v1/sessions').send({ challengeId: body.challengeId, code }).expect(201)
  return answer.get('Set-Cookie')![0]!
}

async function lastSeen(): Promise<Date | undefined> {
  const [session] = await rows<{ last_seen_at: Date }>('select last_seen_at from sessions where cpf_index = $1', [testApp.platform.keys.cpfIndex(cpf)])
  return session?.last_seen_at
}
