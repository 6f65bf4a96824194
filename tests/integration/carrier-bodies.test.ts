import { createServer, type IncomingHttpHeaders } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { carrierFor, offerTemplate, type Channel, type ChannelContent } from '@repactua/api/modules/channels/index.ts'
import type { AccountChannel, ChannelAccountInput } from '@repactua/shared/contract/channels.ts'
import { afterAll, expect, test } from 'vitest'
import { META, setChannelAccount, TWILIO, ZENVIA } from '../builders/channel.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

interface Seen {
  method: string
  path: string
  headers: IncomingHttpHeaders
  body: string
}

const testApp = await startApp({ PUBLIC_URL: 'https://repactua.exemplo.test' })
const { platform } = testApp
const rows = rowsOf(testApp.db)
const seen: Seen[] = []
const provider = createServer((request, response) => void text(request).then((body) => {
  seen.push({ method: request.method!, path: request.url!, headers: request.headers, body })
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ sid: 'SM1', id: 'm1', status: 'PENDING', messages: [{ id: 'wamid.1' }] }))
}))
provider.listen(0, '127.0.0.1')
await once(provider, 'listening')
afterAll(() => void provider.close())
const baseUrl = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`
const attemptId = '0192f3c1-8a5e-7c3d-9b1e-2f6a7c8d9e10'

const accountOf = async (channel: AccountChannel, input: object) => {
  const creditor = await makeCreditor(testApp)
  return { creditor, account: await setChannelAccount(testApp, creditor, channel, { ...input, baseUrl } as ChannelAccountInput) }
}
const sent = async <C extends Channel>(creditorId: string, channel: C, to: string, content: ChannelContent[C]): Promise<Seen> => {
  const open = await carrierFor({ platform, mailer: { send: () => Promise.resolve(), close: () => undefined } }, creditorId, channel)
  expect(await open!.carrier.send({ attemptId, to, content })).toMatchObject({ kind: 'accepted' })
  return seen.at(-1)!
}
const approve = ({ bearer }: { bearer: string }, template: object) =>
  testApp.http.post('/v1/channel-accounts/whatsapp/templates').set('authorization', bearer).send({ language: 'en_US', category: 'utility', body: '{{1}} {{2}}', examples: ['a', 'b'], ...template }).expect(201)
const basic = `Basic ${Buffer.from(`${TWILIO.accountSid}:${TWILIO.authToken}`).toString('base64')}`

// https://www.twilio.com/docs/messaging/api/message-resource, "Create a Message": From, Body and To of its example.
test('a message as Twilio’s documentation posts it', async () => {
  const { creditor, account } = await accountOf('sms', { ...TWILIO, sender: '+15557122661' })
  const { method, path, headers, body } = await sent(creditor.creditorId, 'sms', '+15558675310', { text: 'Hi there' })
  expect([method, path, headers.authorization, headers['content-type']]).toEqual(['POST', `/2010-04-01/Accounts/${TWILIO.accountSid}/Messages.json`, basic, 'application/x-www-form-urlencoded'])
  expect(body).toBe(`To=%2B15558675310&From=%2B15557122661&Body=Hi+there&StatusCallback=${encodeURIComponent(`${account.webhookUrl}?attempt=${attemptId}`)}`)
})

test('a messaging service stands in its own field', async () => {
  const { creditor } = await accountOf('sms', { ...TWILIO, sender: `MG${'a'.repeat(32)}` })
  const form = new URLSearchParams((await sent(creditor.creditorId, 'sms', '+15558675310', { text: 'Hi there' })).body)
  expect([form.get('MessagingServiceSid'), form.has('From')]).toEqual([`MG${'a'.repeat(32)}`, false])
})

// https://www.twilio.com/docs/content/send-templates-created-with-the-content-template-builder: ContentSid and ContentVariables.
test('a template as Twilio’s documentation sends it', async () => {
  const { creditor } = await accountOf('whatsapp', { ...TWILIO, sender: '+15005550006' })
  await approve(creditor, { name: 'order', providerTemplateId: 'HXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX' })
  const form = new URLSearchParams((await sent(creditor.creditorId, 'whatsapp', '+18551234567', { templateName: 'order', language: 'en_US', parameters: ['Name', '12345'], text: '' })).body)
  expect(Object.fromEntries(form)).toMatchObject({ To: 'whatsapp:+18551234567', From: 'whatsapp:+15005550006', ContentSid: 'HXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX', ContentVariables: '{"1":"Name","2":"12345"}' })
  expect(form.has('Body')).toBe(false)
})

// https://www.twilio.com/docs/voice/api/call-resource, "Create a Call with TwiML": Twiml, To and From of its example.
test('a call as Twilio’s documentation posts it, in Portuguese', async () => {
  const { creditor } = await accountOf('voice', { ...TWILIO, sender: '+15017122661' })
  const { path, body } = await sent(creditor.creditorId, 'voice', '+14155551212', { text: 'Ahoy, <World> & all!' })
  expect(path).toBe(`/2010-04-01/Accounts/${TWILIO.accountSid}/Calls.json`)
  expect(Object.fromEntries(new URLSearchParams(body))).toMatchObject({ Twiml: '<Response><Say language="pt-BR">Ahoy, &lt;World&gt; &amp; all!</Say></Response>', To: '+14155551212', From: '+15017122661' })
})

// https://zenvia.github.io/zenvia-openapi-spec/v2, the samples of the SMS and WhatsApp channels, with externalId.
test.each(['sms', 'whatsapp'] as const)('a text as Zenvia’s sample posts it, %s', async (channel) => {
  const { creditor } = await accountOf(channel, { ...ZENVIA, sender: 'sender-identifier' })
  const content = { templateName: null, language: 'pt_BR', parameters: [], text: 'Some text message' }
  const { path, headers, body } = await sent(creditor.creditorId, channel, '+5511912345678', content)
  expect([path, headers['x-api-token'], headers['content-type']]).toEqual([`/v2/channels/${channel}/messages`, ZENVIA.apiToken, 'application/json'])
  expect(JSON.parse(body)).toEqual({ externalId: attemptId, from: 'sender-identifier', to: '5511912345678', contents: [{ type: 'text', text: 'Some text message' }] })
})

// The same document, content type "template": its templateId and fields.
test('a template as Zenvia’s schema has it', async () => {
  const { creditor } = await accountOf('whatsapp', { ...ZENVIA, sender: 'sender-identifier' })
  await approve(creditor, { name: 'order', providerTemplateId: 'c2c3e42d-6fb7-4ad6-897a-dd7613469f58', fields: ['user', 'protocol'] })
  const { body } = await sent(creditor.creditorId, 'whatsapp', '+5511912345678', { templateName: 'order', language: 'en_US', parameters: ['John Smith', '34534252'], text: '' })
  expect(JSON.parse(body)).toMatchObject({ contents: [{ type: 'template', templateId: 'c2c3e42d-6fb7-4ad6-897a-dd7613469f58', fields: { user: 'John Smith', protocol: '34534252' } }] })
})

// https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-message-templates#text-based and /reference/messages#text-object.
test('a template and a text as Meta’s documentation posts them', async () => {
  const { creditor } = await accountOf('whatsapp', META)
  const { creditorId } = creditor
  await approve(creditor, { name: 'order_confirmation', examples: ['Ana', '12345'] })
  await offerTemplate(platform, { creditorId, name: 'order_confirmation', language: 'en_US' })
  expect([seen.at(-1)!.path, JSON.parse(seen.at(-1)!.body)]).toEqual([`/v23.0/${META.businessAccountId}/message_templates`, {
    name: 'order_confirmation', language: 'en_US', category: 'UTILITY', components: [{ type: 'BODY', text: '{{1}} {{2}}', example: { body_text: [['Ana', '12345']] } }],
  }])
  await rows("update whatsapp_templates set status = 'approved' where creditor_id = $1", [creditorId])
  const { path, headers, body } = await sent(creditorId, 'whatsapp', '+16505551234', { templateName: 'order_confirmation', language: 'en-US', parameters: ['Jessica', 'SKBUP2-4CPIG9'], text: '' })
  expect([path, headers.authorization]).toEqual([`/v23.0/${META.phoneNumberId}/messages`, `Bearer ${META.accessToken}`])
  expect(JSON.parse(body)).toEqual({
    messaging_product: 'whatsapp', recipient_type: 'individual', to: '16505551234', type: 'template',
    template: { name: 'order_confirmation', language: { code: 'en_US' }, components: [{ type: 'body', parameters: [{ type: 'text', text: 'Jessica' }, { type: 'text', text: 'SKBUP2-4CPIG9' }] }] },
    biz_opaque_callback_data: attemptId,
  })
  const free = await sent(creditorId, 'whatsapp', '+16505551234', { templateName: null, language: 'en_US', parameters: [], text: 'As requested' })
  expect(JSON.parse(free.body)).toEqual({ messaging_product: 'whatsapp', recipient_type: 'individual', to: '16505551234', type: 'text', text: { preview_url: false, body: 'As requested' }, biz_opaque_callback_data: attemptId })
})
