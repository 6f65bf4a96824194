import { expect, test } from 'vitest'
import { hookOf, META, setChannelAccount, TWILIO, ZENVIA } from '../builders/channel.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http } = testApp
const rows = rowsOf(testApp.db)
const creditor = await makeCreditor(testApp)
const put = (channel: string, body: object) => http.put(`/v1/channel-accounts/${channel}`).set('authorization', creditor.bearer).send(body)
const read = (channel: string) => http.get(`/v1/channel-accounts/${channel}`).set('authorization', creditor.bearer)
const submit = (body: object, bearer = creditor.bearer) => http.post('/v1/channel-accounts/whatsapp/templates').set('authorization', bearer).send(body)

const template = { name: 'lembrete', language: 'pt_BR', category: 'utility', body: 'Olá, {{1}}. Aqui é {{2}}.', examples: ['Ana', 'Lojas Aurora'] }

test('an account is shown without its secrets, which lie sealed', async () => {
  const other = await makeCreditor(testApp)
  const account = await setChannelAccount(testApp, other, 'whatsapp', META)
  expect(account).toMatchObject({ channel: 'whatsapp', provider: 'meta', baseUrl: 'https://graph.facebook.com', account: META.phoneNumberId, businessAccountId: META.businessAccountId, apiVersion: 'v23.0', ratePerSecond: 80 })
  const { text } = await http.get('/v1/channel-accounts/whatsapp').set('authorization', other.bearer).expect(200)
  expect(text).not.toMatch(/mentira/)
  const [row] = await rows<{ text: string }>('select channel_accounts::text as text from channel_accounts where creditor_id = $1', [other.creditorId])
  expect(row!.text).not.toMatch(/mentira/)
  expect(JSON.stringify(await rows("select data from outbox_events where type like 'channel_account%'"))).not.toMatch(/mentira|webhook/)
})

test('the address for news stays while an account stands; forgotten, it is gone', async () => {
  const first = await setChannelAccount(testApp, creditor, 'sms', TWILIO)
  testApp.clock.advance(1_000)
  expect(await setChannelAccount(testApp, creditor, 'sms', TWILIO)).toEqual(first)
  const second = await setChannelAccount(testApp, creditor, 'sms', { ...ZENVIA, ratePerSecond: 100 })
  expect(second).toMatchObject({ provider: 'zenvia', account: null, sender: 'aurora', ratePerSecond: 100, webhookUrl: first.webhookUrl })
  expect((await read('sms').expect(200)).body).toEqual(second)
  await http.delete('/v1/channel-accounts/sms').set('authorization', creditor.bearer).expect(204)
  await http.delete('/v1/channel-accounts/sms').set('authorization', creditor.bearer).expect(404)
  await read('sms').expect(404)
  await http.post(hookOf(first)).type('json').send('{}').expect(404)
})

test('mail goes under the creditor’s name', async () => {
  const { body } = await put('email', { provider: 'smtp', fromName: 'Aurora, atendimento', replyTo: 'acordos@aurora.exemplo.test' }).expect(200)
  expect(body).toMatchObject({ fromName: 'Aurora, atendimento', replyTo: 'acordos@aurora.exemplo.test', webhookUrl: null, baseUrl: null })
})

test.each([
  ['sms', META, '/provider'],
  ['email', TWILIO, '/provider'],
  ['voice', { ...ZENVIA, sender: '+551130000000' }, '/provider'],
  ['email', { provider: 'smtp', fromName: 'Sua dívida de R$ 500' }, '/fromName'],
  ['email', { provider: 'smtp', fromName: 'Banco Central, intimação' }, '/fromName'],
  ['voice', { ...TWILIO, sender: `MG${'0'.repeat(32)}` }, '/sender'],
])('refuses for %s what does not serve it', async (channel, input, pointer) => {
  const { body } = await put(channel, input).expect(422)
  expect(body).toMatchObject({ code: 'channel_account_invalid', errors: expect.arrayContaining([expect.objectContaining({ pointer })]) })
})

test.each([
  ['push', TWILIO],
  ['sms', { ...TWILIO, accountSid: 'AC1' }],
  ['sms', { ...ZENVIA, webhookToken: 'curto' }],
  ['sms', { ...TWILIO, baseUrl: 'ftp://exemplo.test' }],
  ['sms', { ...TWILIO, ratePerSecond: 0 }],
  ['sms', { ...TWILIO, provider: 'pombo' }],
  ['email', { provider: 'smtp', fromName: 'Duas\nlinhas' }],
])('refuses what no account for %s looks like', async (channel, input) => {
  await put(channel, input).expect(400)
})

test('nobody else’s account is read or set', async () => {
  await http.get('/v1/channel-accounts/email').expect(401)
  await http.put('/v1/channel-accounts/sms').send(TWILIO).expect(401)
  const stranger = await makeCreditor(testApp)
  await http.get('/v1/channel-accounts/email').set('authorization', stranger.bearer).expect(404)
})

test('a template needs an account, and counts as approved where its provider approved it', async () => {
  const other = await makeCreditor(testApp)
  expect((await submit(template, other.bearer).expect(409)).body.code).toBe('whatsapp_account_missing')
  await setChannelAccount(testApp, other, 'whatsapp', TWILIO)
  expect((await submit(template, other.bearer).expect(422)).body.errors).toMatchObject([{ pointer: '/providerTemplateId' }])
  const { body } = await submit({ ...template, providerTemplateId: `HX${'0'.repeat(32)}` }, other.bearer).expect(201)
  expect(body).toMatchObject({ name: 'lembrete', status: 'approved', providerTemplateId: `HX${'0'.repeat(32)}` })
  const { body: list } = await http.get('/v1/channel-accounts/whatsapp/templates').set('authorization', other.bearer).expect(200)
  expect(list).toEqual({ data: [body], nextCursor: null })
})

test('at Meta a template waits for its reviewers', async () => {
  await setChannelAccount(testApp, creditor, 'whatsapp', META)
  const { body } = await submit(template).expect(201)
  expect(body).toMatchObject({ status: 'waiting', reason: null })
  expect(await rows("select data from pgboss.job where name = 'submit-whatsapp-template'")).toMatchObject([{ data: { creditorId: creditor.creditorId, name: 'lembrete', language: 'pt_BR' } }])
})

test.each([
  [{ body: 'Olá, {{2}}.', examples: ['Ana'] }, '/body'],
  [{ examples: ['Ana'] }, '/examples'],
  [{ fields: ['nome'] }, '/fields'],
  [{ providerTemplateId: 'x' }, '/providerTemplateId'],
])('refuses a template with %o', async (change, pointer) => {
  await setChannelAccount(testApp, creditor, 'whatsapp', META)
  expect((await submit({ ...template, ...change }).expect(422)).body).toMatchObject({ code: 'whatsapp_template_invalid', errors: [{ pointer }] })
})

test('the key for push is everybody’s to read', async () => {
  const { body } = await http.get('/v1/push-key').expect(200)
  expect(Buffer.from(body.publicKey as string, 'base64url')).toHaveLength(65)
})
