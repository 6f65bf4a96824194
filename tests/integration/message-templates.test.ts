import type { Template, TemplateInput, TemplatePreview } from '@repactua/shared/contract/message-templates.ts'
import { findTemplate, findTemplates, forgetTests, renderMessage, sendTest } from '@repactua/api/modules/templates/index.ts'
import { askTest } from '@repactua/api/modules/templates/ask-test.ts'
import { GOOD, withText } from '@repactua/api/core/messages/lint/lint-vectors.fixture.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import type { Mail } from '@repactua/api/platform/mail/mailer.ts'
import { expect, test } from 'vitest'
import { makeCreditor, makeOperator, type TestCreditor } from '../builders/creditor.ts'
import { startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'
import { takeJobs } from '../support/waiting-jobs.ts'

const testApp = await startApp()
const { http, platform } = testApp
const rows = rowsOf(testApp.db)
const creditor = await makeCreditor(testApp)

const post = (path: string, body: object = {}, who: TestCreditor = creditor) => http.post(`/v1/message-templates${path}`).set('authorization', who.bearer).send(body)
const get = (path: string, who: TestCreditor = creditor) => http.get(`/v1/message-templates${path}`).set('authorization', who.bearer)
const create = async (input: TemplateInput, who: TestCreditor = creditor) => (await post('', input, who).expect(201)).body as Template
const publish = async (input: TemplateInput, who: TestCreditor = creditor) => (await post(`/${(await create(input, who)).id}/publication`, {}, who).expect(200)).body as Template
const inside = <T>(look: (tx: Parameters<typeof findTemplate>[0]) => Promise<T>, who = creditor) => platform.transact({ kind: 'system' }, { creditorId: who.creditorId }, ({ tx }) => look(tx))
const later = (ms: number) => testApp.clock.moveTo(new Date(testApp.clock.now().getTime() + ms).toISOString())
const BAD = withText('paragraph', 'Vamos processar você.')
const VALUES = { firstName: 'Ana', creditorName: 'Lojas Aurora', creditorDocument: '1', creditorAddress: 'Rua', link: 'https://a.test/m/x', code: 'ABCD-2345', unsubscribeUrl: 'https://a.test/d', language: 'pt-BR', lastOn: '2026-12-10' } as const

test('a draft is made, read, listed and published; the next one takes its place', async () => {
  const draft = await create(GOOD)
  expect(draft).toMatchObject({ ...GOOD, status: 'draft', version: null, allowsAmounts: false, findings: [], publishedAt: null })
  const { body: published } = await post(`/${draft.id}/publication`).expect(200)
  expect(published).toMatchObject({ id: draft.id, status: 'published', version: 1 })
  expect((await post(`/${draft.id}/publication`).expect(200)).body).toEqual(published)
  later(1_000)
  const second = await publish(withText('subject', 'Outra novidade para você'))
  expect(second).toMatchObject({ status: 'published', version: 2 })
  expect((await get(`/${draft.id}`).expect(200)).body).toMatchObject({ status: 'superseded', version: 1, content: GOOD.content })
  expect((await post(`/${draft.id}/publication`).expect(409)).body.code).toBe('message_template_not_draft')
  const { body: page } = await get('?limit=1').expect(200)
  expect(page.data).toMatchObject([{ id: second.id }])
  expect((await get(`?limit=1&cursor=${page.nextCursor as string}`).expect(200)).body.data).toMatchObject([{ id: draft.id }])
  const events = await rows<{ type: string }>("select type from outbox_events where type like 'message_template.%' and creditor_id = $1 order by position", [creditor.creditorId])
  expect(events.map(({ type }) => type)).toEqual(['created', 'published', 'created', 'published'].map((act) => `message_template.${act}`))
})

test('asked twice by one key, one draft is made', async () => {
  const make = () => post('', { ...GOOD, key: 'feito-uma-vez' }).set('idempotency-key', 'draft-1').expect(201)
  const first = await make()
  expect((await make()).body).toEqual(first.body)
  expect(await rows('select 1 from message_templates where key = $1', ['feito-uma-vez'])).toHaveLength(1)
})

test('what nobody should get is not published; each finding says what to write instead', async () => {
  const draft = await create(BAD)
  expect(draft.findings).toMatchObject([{ rule: 'threat', severity: 'error' }])
  const { body } = await post(`/${draft.id}/publication`).expect(422)
  expect(body).toMatchObject({ code: 'message_template_refused', errors: [{ pointer: '/content/email/paragraphs/1', rule: 'threat', source: 'CDC, art. 42', value: BAD.content.email!.paragraphs[1], message: expect.stringContaining('Diga o que a pessoa pode fazer') as string }] })
  expect((await get(`/${draft.id}`).expect(200)).body.status).toBe('draft')
  expect((await post(`/${draft.id}/test-messages`, { channel: 'email', to: 'eu@aurora.exemplo.test' }).expect(422)).body.code).toBe('message_template_refused')
})

test('a text can be looked over without being kept', async () => {
  const before = await rows('select 1 from message_templates')
  expect((await post('/lint', GOOD).expect(200)).body).toEqual({ publishable: true, findings: [] })
  expect((await post('/lint', BAD).expect(200)).body).toMatchObject({ publishable: false, findings: [{ rule: 'threat' }] })
  expect((await post('/lint', { ...GOOD, content: { fax: {} } }).expect(400)).body.code).toBe('invalid_request')
  expect(await rows('select 1 from message_templates')).toHaveLength(before.length)
})

test('one’s own text stands in for that of the house, in its language alone', async () => {
  const own = await makeCreditor(testApp)
  const mine: TemplateInput = { ...withText('pushTitle', 'Da Aurora, para você'), key: 'debt-last-days' }
  expect((await inside((tx) => findTemplate(tx, own.creditorId, 'debt-last-days'), own))!.texts['pt-BR']).toMatchObject({ version: null })
  await publish(mine, own)
  const found = (await inside((tx) => findTemplate(tx, own.creditorId, 'debt-last-days'), own))!
  expect(found.texts).toMatchObject({ 'pt-BR': { version: 1 }, en: { version: null } })
  expect(renderMessage(found, 'push', VALUES).title).toBe('Da Aurora, para você')
  expect(renderMessage(found, 'push', { ...VALUES, language: 'en' }).title).toBe('Options until 10 December')
  expect((await inside((tx) => findTemplate(tx, creditor.creditorId, 'debt-last-days')))!.texts['pt-BR']).toMatchObject({ version: null })
  expect([...(await inside((tx) => findTemplates(tx, own.creditorId, ['debt-offer', 'debt-last-days', 'unheard-of']), own)).keys()]).toEqual(['debt-offer', 'debt-last-days'])
  expect(await inside((tx) => findTemplate(tx, own.creditorId, 'unheard-of'), own)).toBeNull()
})

test('under a key of the house another purpose is refused', async () => {
  const draft = await create({ ...GOOD, key: 'debt-last-days', purpose: 'service' })
  expect((await post(`/${draft.id}/publication`).expect(422)).body.errors).toMatchObject([{ rule: 'key-taken', pointer: '/purpose' }])
})

test('the texts of the house are listed, read and shown, and never published', async () => {
  const { body } = await get('?of=house').expect(200)
  const ids = (body.data as Template[]).map(({ id }) => id)
  expect(ids).toContain('debt-offer.en')
  expect((body.data as Template[]).flatMap(({ findings }) => findings)).toEqual([])
  expect((await get('/promise-near.pt-BR').expect(200)).body).toMatchObject({ status: 'house', version: null, createdAt: null, whatsappTemplate: { name: 'promise_near', language: 'pt_BR', category: 'utility', examples: ['Lojas Exemplo', '11.222.333/0001-81', 'Ana', '10 de dezembro', 'https://acordos.exemplo.com.br/m/exemplo', 'ABCD-2345'] } })
  const { body: preview } = await post('/promise-near.pt-BR/preview').expect(200)
  const { email, sms, push } = preview as TemplatePreview
  expect(email!.html).toContain('Lojas Aurora, CNPJ 11.AB0.001')
  expect(email!.text).toContain('Rua de Exemplo, 100, Centro, São Paulo/SP')
  expect(sms).toMatchObject({ parts: 1, text: expect.stringMatching(/^Lojas Aurora: Ana, um lembrete para 10 de dezembro\. /) as string })
  expect(sms!.length).toBe(sms!.text.length)
  expect(push!.title).toBe('Um lembrete para 10 de dezembro')
  await post('/promise-near.pt-BR/publication').expect(404)
  await get('/unheard-of.en').expect(404)
})

test('a draft with errors can be seen, unless it names what nobody gives', async () => {
  const { id } = await create({ ...BAD, content: { email: BAD.content.email! } })
  expect((await post(`/${id}/preview`).expect(200)).body).toMatchObject({ email: { subject: 'Há novas opções para você' }, sms: null, push: null })
  const { id: unknown } = await create(withText('paragraph', 'Olá, {{fullName}}.'))
  expect((await post(`/${unknown}/preview`).expect(422)).body.errors).toMatchObject([{ rule: 'unknown-variable', value: '{{fullName}}' }])
})

test('a test goes out marked, once asked twice, and its address is forgotten', async () => {
  const { id } = await publish({ ...GOOD, key: 'para-testar' })
  const ask = () => post(`/${id}/test-messages`, { channel: 'email', to: 'eu@aurora.exemplo.test' }).set('idempotency-key', 'test-1').expect(202)
  await ask()
  await ask()
  const [job, ...none] = await takeJobs(rows, 'send-template-test')
  expect(none).toEqual([])
  const mails: Mail[] = []
  const mailer = { send: async (mail: Mail) => void mails.push(mail), close: () => undefined }
  await sendTest({ platform, mailer }, job!)
  await sendTest({ platform, mailer }, job!)
  expect(mails).toMatchObject([{ to: 'eu@aurora.exemplo.test', subject: '[teste] Há novas opções para você' }])
  expect(await rows('select outcome, address_sealed from template_tests where id = $1', [job!.testId])).toEqual([{ outcome: 'accepted', address_sealed: null }])
  const [event] = await rows<{ data: object }>("select data from outbox_events where type = 'message_template.tested' and subject = $1", [id])
  expect(event!.data).toEqual({ channel: 'email', outcome: 'accepted' })
})

test('without an account for a channel a test says so; a provider that is down is asked again', async () => {
  await post('/debt-offer.pt-BR/test-messages', { channel: 'sms', to: '11912345678' }).expect(202)
  const [job] = await takeJobs(rows, 'send-template-test')
  const down = { send: () => Promise.reject(Object.assign(new Error(), { reply: null, isInDoubt: false })), close: () => undefined }
  await sendTest({ platform, mailer: down }, job!)
  expect(await rows('select outcome from template_tests where id = $1', [job!.testId])).toEqual([{ outcome: 'no_account' }])
  await post('/debt-offer.pt-BR/test-messages', { channel: 'email', to: 'eu@aurora.exemplo.test' }).expect(202)
  const [mail] = await takeJobs(rows, 'send-template-test')
  await expect(sendTest({ platform, mailer: down }, mail!)).rejects.toThrow('the provider is down')
  expect(await rows('select outcome from template_tests where id = $1', [mail!.testId])).toEqual([{ outcome: null }])
  await forgetTests(platform)
  expect(await rows('select outcome from template_tests where id = $1', [mail!.testId])).toEqual([{ outcome: null }])
  later(86_400_001)
  await forgetTests(platform)
  expect(await rows('select outcome, address_sealed from template_tests where id = $1', [mail!.testId])).toEqual([{ outcome: 'refused', address_sealed: null }])
})

test('a test needs a number that exists and a channel that the text has', async () => {
  expect((await post('/debt-offer.pt-BR/test-messages', { channel: 'sms', to: '11000000000' }).expect(422)).body.code).toBe('invalid_phone')
  expect((await post('/conversation-reply.pt-BR/test-messages', { channel: 'voice', to: '11912345678' }).expect(409)).body.code).toBe('message_template_without_channel')
  expect((await post('/debt-offer.pt-BR/test-messages', { channel: 'email', to: '11912345678' }).expect(400)).body.code).toBe('invalid_request')
})

test('twenty tests in a day are enough', async () => {
  const eager = await makeCreditor(testApp)
  const actor = { kind: 'client', clientId: readId(eager.clientId), creditorId: eager.creditorId } as const
  const ask = () => platform.transact(actor, { creditorId: eager.creditorId }, (work) => askTest({ ...work, limitsEnabled: true }, 'debt-offer.pt-BR', { channel: 'email', to: 'eu@aurora.exemplo.test' }))
  for (let i = 0; i < 20; i++) await ask()
  await expect(ask()).rejects.toMatchObject({ code: 'template_tests_spent' })
  later(86_400_001)
  await ask()
})

test('another creditor sees and moves nothing of it; an operator and a wrong token are refused', async () => {
  const other = await makeCreditor(testApp)
  const { id } = await create({ ...GOOD, key: 'so-minha' })
  for (const call of [get(`/${id}`, other), post(`/${id}/publication`, {}, other), post(`/${id}/preview`, {}, other), post(`/${id}/test-messages`, { channel: 'email', to: 'a@aurora.exemplo.test' }, other)]) await call.expect(404)
  expect((await get('', other).expect(200)).body.data).toEqual([])
  const operator = await makeOperator(testApp)
  expect((await http.post('/v1/message-templates/lint').set('authorization', operator).send(GOOD).expect(403)).body.code).toBe('scope_missing')
  await http.get('/v1/message-templates').expect(401)
})
