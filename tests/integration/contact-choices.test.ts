import type { ContactChoiceInput, ContactChoices } from '@repactua/shared/contract/contact-choices.ts'
import { INSTALLATION } from '@repactua/api/platform/audit/record-change.ts'
import { showId } from '@repactua/api/platform/ids.ts'
import { afterEach, expect, test } from 'vitest'
import { situation } from '../builders/agreement.ts'
import { makeCreditor, type TestCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput, signInWithCode } from '../builders/person.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock } = testApp
const rows = rowsOf(testApp.db)

afterEach(() => clock.moveTo(SOME_DAY))

type Who = { cookie: string }
const idOf = ({ creditorId }: TestCreditor) => showId('creditor', creditorId)
const read = async ({ cookie }: Who) => (await http.get('/v1/me/contact-choices').set('cookie', cookie).expect(200)).body as ContactChoices
const put = ({ cookie }: Who, input: object) => http.put('/v1/me/contact-choices').set('cookie', cookie).send(input)
const choose = async (who: Who, input: ContactChoiceInput) => (await put(who, input).expect(200)).body as ContactChoices
const off = ({ choices }: Pick<ContactChoices, 'choices'>) => choices.filter(({ allowed }) => !allowed).map(({ channel, purpose }) => `${channel} ${purpose}`)
const browser = (name: string) => ({ endpoint: `https://push.exemplo.test/${name}`, keys: { p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4', auth: 'BTBZMqHH6r4Tts7J_aSIgg' } })

test('at first every channel may be used but WhatsApp, which takes a yes', async () => {
  const who = await situation(testApp)
  const choices = await read(who)
  expect(off(choices)).toEqual(['whatsapp collection', 'whatsapp service'])
  expect(choices).toMatchObject({ pausedUntil: null, pushEndpoints: [], creditors: [{ creditor: { id: idOf(who.creditor) } }] })
})

test('what is turned off for all is off for each; what is turned off for one is on for all', async () => {
  const [creditor, other] = [await makeCreditor(testApp), await makeCreditor(testApp)]
  const debtor = personInput({ email: 'marina@exemplo.test', phone: '(11) 91234-4321' })
  for (const one of [creditor, other]) await makeDebt(testApp, one, { debtor })
  const who = { cookie: await signInWithCode(testApp, debtor.cpf) }
  expect((await read(who)).addresses).toEqual([{ kind: 'email', masked: 'm•••@exemplo.test' }, { kind: 'phone', masked: '(11) •••••-4321' }])
  await choose(who, { channel: 'email', purpose: 'collection', allowed: false })
  const one = await choose(who, { creditorId: idOf(other), channel: 'sms', purpose: 'service', allowed: false })
  expect(off(one)).toEqual(['email collection', 'whatsapp collection', 'whatsapp service'])
  const own = (id: string) => off(one.creditors.find(({ creditor }) => creditor.id === id)!)
  expect(own(idOf(creditor))).not.toContain('sms service')
  expect(own(idOf(other))).toEqual(expect.arrayContaining(['email collection', 'sms service']))
})

test('a wide stop gives way for one channel alone, and a yes to WhatsApp is kept', async () => {
  const who = await situation(testApp)
  const cpfIndex = testApp.platform.keys.cpfIndex(who.cpf)
  await rows('insert into contact_choices (creditor_id, id, cpf_index, wish, source, created_at) values ($1, $2, $3, $4, $5, now())', [INSTALLATION, testApp.platform.newId(), cpfIndex, 'stop', 'reply'])
  await choose(who, { channel: 'whatsapp', purpose: 'service', allowed: true })
  const after = await choose(who, { channel: 'whatsapp', purpose: 'service', allowed: true })
  expect(after.choices.filter(({ allowed }) => allowed)).toEqual([{ channel: 'whatsapp', purpose: 'service', allowed: true }])
  const standing = await rows<{ wish: string }>("select wish from contact_choices where cpf_index = $1 and ended_at is null and channel = 'whatsapp' and purpose = 'service'", [cpfIndex])
  expect(standing).toEqual([{ wish: 'allow' }])
})

test('a pause ends by itself after thirty days, or when the person ends it', async () => {
  const who = await situation(testApp)
  const pause = async () => (await http.put('/v1/me/contact-pause').set('cookie', who.cookie).expect(200)).body as ContactChoices
  expect((await pause()).pausedUntil).toBe('2026-12-21T15:00:00.000Z')
  clock.advance(60_000)
  expect((await pause()).pausedUntil).toBe('2026-12-21T15:01:00.000Z')
  expect(await rows('select until from contact_choices where until is not null and ended_at is null')).toHaveLength(1)
  expect(off(await read(who))).not.toContain('email collection')
  expect((await http.delete('/v1/me/contact-pause').set('cookie', who.cookie).expect(200)).body).toMatchObject({ pausedUntil: null })
  await http.delete('/v1/me/contact-pause').set('cookie', who.cookie).expect(200)
})

test('a creditor that does not know the person is not found, and nobody chooses without a session', async () => {
  const [who, stranger] = [await situation(testApp), await makeCreditor(testApp)]
  const choice = { channel: 'email', purpose: 'collection', allowed: false } as const
  expect((await put(who, { creditorId: idOf(stranger), ...choice }).expect(404)).body.code).toBe('not_found')
  await put(who, { ...choice, channel: 'fax' }).expect(400)
  expect((await http.put('/v1/me/contact-choices').send(choice).expect(401)).body.code).toBe('session_required')
})

test('a browser takes pushes until it is dropped; the same again is one, and of many the oldest go', async () => {
  const who = await situation(testApp)
  const keep = (name: string) => http.put('/v1/me/push-subscriptions').set('cookie', who.cookie).send(browser(name))
  await keep('a').expect(200)
  expect((await keep('a').expect(200)).body.pushEndpoints).toEqual([browser('a').endpoint])
  for (const name of 'bcdefghijk') {
    clock.advance(1_000)
    await keep(name).expect(200)
  }
  expect((await read(who)).pushEndpoints).toEqual([...'kjihgfedcb'].map((name) => browser(name).endpoint))
  const drop = () => http.delete('/v1/me/push-subscriptions').set('cookie', who.cookie).send({ endpoint: browser('k').endpoint })
  await drop().expect(200)
  expect((await drop().expect(200)).body.pushEndpoints).toHaveLength(9)
  expect(await rows('select id from push_subscriptions where subscription_sealed::text like $1', ['%push.exemplo%'])).toEqual([])
})

test('nobody takes over a browser by naming its address, and none lies in plain http', async () => {
  const [who, other] = [await situation(testApp), await situation(testApp)]
  await http.put('/v1/me/push-subscriptions').set('cookie', who.cookie).send(browser('shared')).expect(200)
  expect((await http.put('/v1/me/push-subscriptions').set('cookie', other.cookie).send(browser('shared')).expect(200)).body.pushEndpoints).toEqual([])
  expect((await read(who)).pushEndpoints).toEqual([browser('shared').endpoint])
  await http.put('/v1/me/push-subscriptions').set('cookie', who.cookie).send({ ...browser('x'), endpoint: 'http://push.exemplo.test/x' }).expect(400)
})

test('each choice is told as it is written down', () => expectBooksInOrder(testApp))
