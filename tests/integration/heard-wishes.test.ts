import type { CreditorContactChoices, HeardWishInput } from '@repactua/shared/contract/contact-choices.ts'
import { afterEach, expect, test } from 'vitest'
import { situation } from '../builders/agreement.ts'
import { secondClient } from '../builders/client.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { clock, http } = testApp
const rows = rowsOf(testApp.db)

afterEach(() => clock.moveTo(SOME_DAY))

type Who = Awaited<ReturnType<typeof situation>>
const post = (bearer: string, body: object) => http.post('/v1/contact-choices').set('authorization', bearer).send(body)
const hear = async ({ creditor, cpf }: Who, wish: Omit<HeardWishInput, 'cpf'>) => (await post(creditor.bearer, { cpf, ...wish }).expect(200)).body as CreditorContactChoices
const off = ({ choices }: CreditorContactChoices) => choices.filter(({ allowed }) => !allowed).map(({ channel, purpose, until }) => [channel, purpose, until].filter(Boolean).join(' '))
const WITHOUT_YES = ['whatsapp collection', 'whatsapp service']
const eventsOf = ({ creditor }: Who) => rows<{ data: object }>("select data from outbox_events where creditor_id = $1 and type = 'contact.chosen' order by position", [creditor.creditorId])

test('a stop that a creditor heard counts for it alone; said twice it is once; the creditor lifts its own word', async () => {
  const who = await situation(testApp)
  expect(off(await hear(who, { wish: 'stop', channel: 'sms' }))).toEqual(['sms collection', 'sms service', ...WITHOUT_YES])
  await hear(who, { wish: 'stop', channel: 'sms' })
  await hear(who, { wish: 'stop', channel: 'sms', purpose: 'service' })
  expect(await eventsOf(who)).toMatchObject([{ data: { wish: 'stop', channel: 'sms', purpose: null, until: null, source: 'creditor' } }])
  const mine = (await http.get('/v1/me/contact-choices').set('cookie', who.cookie).expect(200)).body
  expect(mine.choices).toContainEqual({ channel: 'sms', purpose: 'service', allowed: true })
  expect(mine.creditors[0].choices).toContainEqual({ channel: 'sms', purpose: 'service', allowed: false })
  expect(off(await hear(who, { wish: 'allow', channel: 'sms', purpose: 'service' }))).toEqual(['sms collection', ...WITHOUT_YES])
  expect(off(await hear(who, { wish: 'allow' }))).toEqual(WITHOUT_YES)
  await hear(who, { wish: 'allow' })
  expect(await eventsOf(who)).toHaveLength(3)
})

test('an allow for WhatsApp by its name is the yes that it asks for', async () => {
  const who = await situation(testApp)
  expect(off(await hear(who, { wish: 'allow', channel: 'whatsapp', purpose: 'service' }))).toEqual(['whatsapp collection'])
  expect(off(await hear(who, { wish: 'allow', channel: 'whatsapp' }))).toEqual([])
  await hear(who, { wish: 'allow', channel: 'whatsapp' })
  expect(await eventsOf(who)).toHaveLength(2)
})

test('a stop with a last day ends by itself; another day takes its place, and one channel may be let out of it', async () => {
  const who = await situation(testApp)
  const until = '2026-12-02T02:59:59.999Z'
  await hear(who, { wish: 'stop', purpose: 'collection', untilOn: '2026-11-25' })
  await hear(who, { wish: 'stop', purpose: 'collection', untilOn: '2026-12-01' })
  const paused = await hear(who, { wish: 'stop', purpose: 'collection', untilOn: '2026-12-01' })
  expect(off(paused)).toEqual([`email collection ${until}`, `sms collection ${until}`, 'whatsapp collection', 'whatsapp service', `push collection ${until}`, `voice collection ${until}`])
  expect(await eventsOf(who)).toHaveLength(2)
  expect(off(await hear(who, { wish: 'allow', channel: 'email' }))).not.toContain(`email collection ${until}`)
  clock.moveTo('2026-12-02T03:00:00Z')
  const later = (await testApp.http.post('/v1/oauth/token').auth(who.creditor.clientId, who.creditor.clientSecret).type('form').send({ grant_type: 'client_credentials' })).body.access_token as string
  expect(off((await post(`Bearer ${later}`, { cpf: who.cpf, wish: 'allow' }).expect(200)).body as CreditorContactChoices)).toEqual(WITHOUT_YES)
})

test('what the person stopped, of this creditor or of all, is theirs to lift', async () => {
  const who = await situation(testApp)
  const choose = (choice: object) => http.put('/v1/me/contact-choices').set('cookie', who.cookie).send(choice).expect(200)
  await choose({ channel: 'email', purpose: 'collection', allowed: false })
  await choose({ creditorId: who.creditor.shownId, channel: 'voice', purpose: 'service', allowed: false })
  for (const wish of [{}, { channel: 'email' }, { channel: 'voice', purpose: 'service' }]) {
    expect((await post(who.creditor.bearer, { cpf: who.cpf, wish: 'allow', ...wish }).expect(409)).body).toMatchObject({ code: 'contact_stopped_by_person', action: expect.stringContaining('Avisos') as string })
  }
  expect(off(await hear(who, { wish: 'allow', channel: 'email', purpose: 'service' }))).toEqual(['email collection', ...WITHOUT_YES, 'voice service'])
})

test('who is not known here is not found, and what cannot be is refused', async () => {
  const who = await situation(testApp)
  const stop = { cpf: who.cpf, wish: 'stop' }
  expect((await post((await makeCreditor(testApp)).bearer, stop).expect(404)).body.code).toBe('not_found')
  expect((await post((await secondClient(testApp, who.creditor, ['messages:read'])).bearer, stop).expect(403)).body.code).toBe('scope_missing')
  await http.post('/v1/contact-choices').send(stop).expect(401)
  const pointers = async (body: object) => ((await post(who.creditor.bearer, { ...stop, ...body }).expect(400)).body.errors as { pointer: string }[]).map(({ pointer }) => pointer)
  expect(await pointers({ cpf: '52998224724' })).toEqual(['/cpf'])
  expect(await pointers({ untilOn: '2026-11-20' })).toEqual(['/untilOn'])
  expect(await pointers({ wish: 'allow', untilOn: '2026-12-01' })).toEqual(['/untilOn'])
  expect(await pointers({ channel: 'fax' })).toEqual(['/channel'])
})

test('the same key is answered once', async () => {
  const who = await situation(testApp)
  const once = () => post(who.creditor.bearer, { cpf: who.cpf, wish: 'stop' }).set('idempotency-key', 'heard-1').expect(200)
  await once()
  expect((await once()).headers['idempotent-replayed']).toBe('true')
  expect(await eventsOf(who)).toHaveLength(1)
})

test('each wish is told as it is written down', () => expectBooksInOrder(testApp))
