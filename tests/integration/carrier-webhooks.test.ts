import { createHmac } from 'node:crypto'
import { mailHookUrl, readNews } from '@repactua/api/modules/channels/index.ts'
import { expect, test } from 'vitest'
import { hookOf, META, setChannelAccount, TWILIO, ZENVIA } from '../builders/channel.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { startApp, SOME_DAY } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp({ PUBLIC_URL: 'https://repactua.exemplo.test' })
const { http, platform } = testApp
const rows = rowsOf(testApp.db)
const creditor = await makeCreditor(testApp)
const { creditorId } = creditor
const sms = await setChannelAccount(testApp, creditor, 'sms', TWILIO)
const whatsapp = await setChannelAccount(testApp, creditor, 'whatsapp', META)
const attempt = '0192f3c1-8a5e-7c3d-9b1e-2f6a7c8d9e10'

const news = () => rows<{ id: string; channel: string; read_at: Date | null }>('select id, channel, read_at from carrier_news where creditor_id = $1 order by id', [creditorId])
const jobs = () => rows<{ data: { newsId: string } }>("select data from pgboss.job where name = 'read-carrier-news'")
const read = async (newsId: string) => platform.transact({ kind: 'system' }, { creditorId }, (work) => readNews(work, { creditorId, newsId }))
// Each millisecond has its order.
const readLast = async () => {
  testApp.clock.advance(1)
  return read((await news()).at(-1)!.id)
}

function twilioPost(fields: Record<string, string>, { query = '', token = TWILIO.authToken as string } = {}) {
  const signed = `${sms.webhookUrl}${query}${Object.keys(fields).sort().map((name) => name + fields[name]).join('')}`
  return http.post(`${hookOf(sms)}${query}`).type('form').set('x-twilio-signature', createHmac('sha1', token).update(signed).digest('base64')).send(new URLSearchParams(fields).toString())
}

function metaPost(body: object, { secret = META.appSecret as string, cut = 0 } = {}) {
  const text = JSON.stringify(body)
  return http.post(hookOf(whatsapp)).type('json').set('x-hub-signature-256', `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`).send(text.slice(0, text.length - cut))
}

const metaNews = (field: string, value: object, time = 1_795_272_300) => ({ object: 'whatsapp_business_account', entry: [{ id: META.businessAccountId, time, changes: [{ field, value }] }] })
const metaMessages = (value: object) => metaNews('messages', { messaging_product: 'whatsapp', metadata: { display_phone_number: '551130000000', phone_number_id: META.phoneNumberId }, ...value })

test('a receipt is kept as it came, read once, and leads to its attempt', async () => {
  const answer = await twilioPost({ MessageSid: 'SM1', MessageStatus: 'delivered', To: '+5511912345678' }, { query: `?attempt=${attempt}` }).expect(200)
  expect(answer.text).toBe('<Response></Response>')
  expect(await readLast()).toEqual({ channel: 'sms', receipts: [{ attemptId: attempt, providerMessageId: 'SM1', kind: 'delivered', at: new Date(SOME_DAY) }], inbound: [] })
  expect(await readLast()).toMatchObject({ receipts: [], inbound: [] })
  const [row] = await rows<{ raw: string }>("select encode(raw_sealed, 'escape') as raw from carrier_news where creditor_id = $1", [creditorId])
  expect(row!.raw).not.toContain('5511912345678')
})

test('told again, nothing is new', async () => {
  const before = [await news(), await jobs()]
  await twilioPost({ MessageSid: 'SM1', MessageStatus: 'delivered', To: '+5511912345678' }, { query: `?attempt=${attempt}` }).expect(200)
  expect([await news(), await jobs()]).toEqual(before)
})

test.each([
  ['undelivered to a number that is none', { MessageStatus: 'undelivered', ErrorCode: '30005' }, { kind: 'bounced', reason: 'twilio_30005' }],
  ['undelivered this time', { MessageStatus: 'undelivered', ErrorCode: '30003' }, { kind: 'failed', reason: 'twilio_30003' }],
  ['read', { MessageStatus: 'read' }, { kind: 'read' }],
])('%s', async (name, fields, receipt) => {
  await twilioPost({ MessageSid: `SM ${name}`, ...fields } as Record<string, string>).expect(200)
  expect((await readLast()).receipts).toMatchObject([receipt])
})

test('what is only under way is kept and says nothing', async () => {
  await twilioPost({ MessageSid: 'SM2', MessageStatus: 'queued' }).expect(200)
  expect(await readLast()).toMatchObject({ receipts: [], inbound: [] })
})

test('what a person wrote by SMS', async () => {
  await twilioPost({ MessageSid: 'SM3', SmsStatus: 'received', From: '+5511912345678', To: TWILIO.sender, Body: 'Já paguei' }).expect(200)
  expect((await readLast()).inbound).toMatchObject([{ channel: 'sms', creditorId, from: '+5511912345678', text: 'Já paguei', providerMessageId: 'SM3' }])
})

test('statuses and messages of WhatsApp, several in one', async () => {
  await metaPost(metaMessages({
    statuses: [
      { id: 'wamid.1', status: 'sent', timestamp: '1795272300', recipient_id: '5511912345678', biz_opaque_callback_data: attempt },
      { id: 'wamid.2', status: 'failed', timestamp: '1795272301', errors: [{ code: 131026, title: 'Message undeliverable' }] },
      { id: 'wamid.3', status: 'failed', timestamp: '1795272301', errors: [{ code: 131047, title: 'Re-engagement message' }] },
    ],
    // A mobile from before the ninth digit, as WhatsApp knows it.
    messages: [{ from: '551187654321', id: 'wamid.4', timestamp: '1795272302', type: 'text', text: { body: 'parar' }, context: { id: 'wamid.1' } }, { from: '5511912345678', id: 'wamid.5', timestamp: '1795272303', type: 'image', image: { id: '1' } }],
  })).expect(200)
  const { receipts, inbound } = await readLast()
  expect(receipts).toEqual([
    { attemptId: attempt, providerMessageId: 'wamid.1', kind: 'sent', at: new Date(1_795_272_300_000) },
    { providerMessageId: 'wamid.2', kind: 'bounced', reason: 'meta_131026', at: new Date(1_795_272_301_000) },
    { providerMessageId: 'wamid.3', kind: 'failed', reason: 'meta_131047', at: new Date(1_795_272_301_000) },
  ])
  expect(inbound).toMatchObject([{ channel: 'whatsapp', from: '+5511987654321', text: 'parar', repliesTo: 'wamid.1' }, { from: '+5511912345678', text: '' }])
})

test('another number of the same app is somebody else’s', async () => {
  await metaPost(metaNews('messages', { metadata: { phone_number_id: '999' }, statuses: [{ id: 'wamid.9', status: 'sent', timestamp: '1' }] })).expect(200)
  expect((await readLast()).receipts).toEqual([])
})

test('a template follows its reviewers, by their own clock', async () => {
  const template = { name: 'lembrete', language: 'pt_BR', category: 'utility', body: 'Olá.', examples: [] }
  await http.post('/v1/channel-accounts/whatsapp/templates').set('authorization', creditor.bearer).send(template).expect(201)
  const tell = async (event: string, time: number, reason = 'NONE') => {
    await metaPost(metaNews('message_template_status_update', { event, message_template_id: 1, message_template_name: 'lembrete', message_template_language: 'pt_BR', reason }, time)).expect(200)
    await readLast()
    const { body } = await http.get('/v1/channel-accounts/whatsapp/templates').set('authorization', creditor.bearer).expect(200)
    return (body.data as { status: string; reason: string | null }[])[0]
  }
  expect(await tell('APPROVED', 2_000)).toMatchObject({ status: 'approved', reason: null })
  expect(await tell('PENDING', 1_000)).toMatchObject({ status: 'approved' })
  expect(await tell('FLAGGED', 2_500)).toMatchObject({ status: 'approved' })
  expect(await tell('REJECTED', 3_000, 'SCAM')).toMatchObject({ status: 'rejected', reason: 'scam' })
  expect(await rows("select data from outbox_events where type = 'whatsapp_template.changed' order by position")).toMatchObject([{ data: { status: 'approved' } }, { data: { status: 'rejected' } }])
})

test('Zenvia’s events, by the header that its subscription was given', async () => {
  const other = await makeCreditor(testApp)
  const account = await setChannelAccount(testApp, other, 'sms', ZENVIA)
  const post = (event: object | string, token: string = ZENVIA.webhookToken) => http.post(hookOf(account)).type('json').set('x-webhook-token', token).send(typeof event === 'string' ? event : JSON.stringify(event))
  const last = async () => {
    testApp.clock.advance(1)
    const [row] = await rows<{ id: string }>('select id from carrier_news where creditor_id = $1 order by id desc limit 1', [other.creditorId])
    return platform.transact({ kind: 'system' }, { creditorId: other.creditorId }, (work) => readNews(work, { creditorId: other.creditorId, newsId: row!.id }))
  }
  await post({ id: 'e1', timestamp: '2026-11-21T15:00:01Z', type: 'MESSAGE_STATUS', channel: 'sms', message: { id: 'm1', externalId: attempt, direction: 'OUT' }, messageStatus: { timestamp: '2026-11-21T15:00:00Z', code: 'NOT_DELIVERED', causes: [{ channelErrorCode: '7' }] } }).expect(200)
  expect((await last()).receipts).toEqual([{ attemptId: attempt, providerMessageId: 'm1', kind: 'failed', reason: 'zenvia_7', at: new Date('2026-11-21T15:00:00Z') }])
  await post({ id: 'e2', type: 'MESSAGE', channel: 'sms', direction: 'IN', message: { id: 'm2', from: '5511912345678', to: 'aurora', direction: 'IN', contents: [{ type: 'text', text: 'sim' }], timestamp: '2026-11-21T15:00:02Z' } }).expect(200)
  expect((await last()).inbound).toMatchObject([{ from: '+5511912345678', text: 'sim', creditorId: other.creditorId }])
  await post({ id: 'e3' }, 'outro').expect(403)
  expect((await post('{"id":"e4","typ').expect(400)).body.code).toBe('carrier_news_unreadable')
  expect(await rows('select id from carrier_news where creditor_id = $1', [other.creditorId])).toHaveLength(2)
})

test('a bounce that a mail server pipes in leads to its creditor and attempt', async () => {
  const hook = new URL(mailHookUrl(platform)).pathname
  const dsn = (id: string) => ['Date: Sat, 21 Nov 2026 11:58:00 -0300', 'Content-Type: multipart/report; report-type=delivery-status; boundary=b', '', '--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx', '', 'Action: failed', 'Status: 5.1.1', '', '--b', 'Content-Type: text/rfc822-headers', '', `Message-ID: <${id}@mail.repactua>`, '', '--b--'].join('\r\n')
  const pipe = (text: string) => http.post(hook).set('content-type', 'message/rfc822').send(text)
  await pipe(dsn(`${attempt}.${creditorId}`)).expect(200)
  await pipe(dsn(`${attempt}.${creditorId}`)).expect(200)
  expect((await readLast()).receipts).toMatchObject([{ attemptId: attempt, kind: 'bounced', reason: 'dsn_5.1.1' }])
  expect((await pipe(dsn(`${attempt}.0192f3c1-8a5e-7c3d-9b1e-000000000000`)).expect(400)).body.code).toBe('carrier_news_unreadable')
  await pipe('From: ana@exemplo.test\r\n\r\nOlá').expect(400)
})

test('forged, cut off, too large, of no kind or at no address: refused, and nothing is written', async () => {
  const before = [await news(), await jobs()]
  const body = metaMessages({ statuses: [{ id: 'wamid.x', status: 'read', timestamp: '1' }] })
  expect((await metaPost(body, { secret: 'outro-segredo' }).expect(403)).body.code).toBe('carrier_news_unsigned')
  await metaPost(body, { cut: 5 }).expect(403)
  await http.post(hookOf(whatsapp)).type('json').send('{}').expect(403)
  await twilioPost({ MessageSid: 'SM9', MessageStatus: 'read' }, { token: 'outro' }).expect(403)
  await http.post(hookOf(sms)).type('form').set('x-twilio-signature', createHmac('sha1', TWILIO.authToken).update(`${sms.webhookUrl}MessageSidSM8MessageStatusread`).digest('base64')).send('MessageSid=SM8&MessageStatus=failed').expect(403)
  expect((await metaPost({ object: 'page', entry: [] }).expect(400)).body.code).toBe('carrier_news_unreadable')
  expect((await http.post(hookOf(whatsapp)).type('json').send(`"${'x'.repeat(3 * 1024 * 1024)}"`).expect(413)).body.code).toBe('body_too_large')
  await http.post(hookOf(whatsapp)).type('text/plain').send('x').expect(415)
  await http.post(`${hookOf(whatsapp).slice(0, -1)}${hookOf(whatsapp).endsWith('A') ? 'B' : 'A'}`).type('json').send('{}').expect(404)
  await http.post(`/v1/carrier-webhooks/${'f'.repeat(32)}${'A'.repeat(43)}`).type('json').send('{}').expect(404)
  await http.post('/v1/carrier-webhooks/x').type('json').send('{}').expect(400)
  expect([await news(), await jobs()]).toEqual(before)
})

test('Meta’s challenge is answered to who knows the token', async () => {
  const ask = (token: string, mode = 'subscribe') => http.get(hookOf(whatsapp)).query({ 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': '1158201444' })
  const answer = await ask(META.verifyToken).expect(200)
  expect([answer.text, answer.headers['content-type']]).toEqual(['1158201444', expect.stringMatching(/^text\/plain/)])
  await ask('outra-prova').expect(403)
  await ask(META.verifyToken, 'unsubscribe').expect(403)
  await http.get(hookOf(sms)).query({ 'hub.mode': 'subscribe', 'hub.verify_token': '', 'hub.challenge': '1' }).expect(403)
})
