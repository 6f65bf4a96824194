import { expect, test } from 'vitest'
import { openCarriers } from '../../../scripts/local-carriers/open-carriers.ts'
import { localCarriers } from '../../support/local-carriers.ts'
import { createMovableClock } from '../../support/movable-clock.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SOME_DAY } from '../../support/app.ts'

const carriers = await localCarriers({ clock: createMovableClock(new Date(SOME_DAY)) })
const account = (await carriers.openAccount('twilio', '+551130000001')) as { accountSid: string; authToken: string; baseUrl: string }
const PHONE = '+5511912345678'

const say = (text: string, to = PHONE, { accountSid, authToken, baseUrl } = account) => fetch(`${baseUrl}/2010-04-01/Accounts/${accountSid}/Messages.json`, {
  method: 'POST', headers: { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` }, body: new URLSearchParams({ To: to, From: '+551130000001', Body: text }),
})
const page = async (path: string) => (await fetch(`${carriers.url}${path}`)).text()
const answer = (text: string, headers: Record<string, string> = {}) => fetch(`${carriers.url}/responder`, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams({ conta: account.accountSid, canal: 'sms', numero: PHONE, texto: text }) })

test('a phone shows what came, escaped, and is found by its number as people write it', async () => {
  await say('Olá <script>alert(1)</script>')
  expect(await page('/')).toContain('(11) 91234-5678')
  for (const typed of ['11 91234-5678', '+55 (11) 91234-5678', '5511912345678']) {
    const shown = await page(`/telefone?numero=${encodeURIComponent(typed)}`)
    expect(shown).toContain('Olá &lt;script&gt;')
    expect(shown).toContain('Responder por SMS a +551130000001')
  }
})

test('a person answers, and says nothing in vain', async () => {
  const sent = await answer('já paguei')
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `/telefone?numero=${encodeURIComponent(PHONE)}`])
  expect((await carriers.messages()).at(-1)).toMatchObject({ direction: 'in', text: 'já paguei', phone: PHONE })
  expect((await answer('  ')).headers.get('location')).toMatch(/nao=1$/)
  expect(await page(`/telefone?numero=${encodeURIComponent(PHONE)}&nao=1`)).toContain('A mensagem não foi enviada.')
})

test('a page of another site neither sends a form nor turns a knob', async () => {
  const before = (await carriers.messages()).length
  expect((await answer('oi', { origin: 'https://mal.exemplo.test' })).status).toBe(403)
  expect((await fetch(`${carriers.url}/local/inbound`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' })).status).toBe(415)
  expect((await carriers.messages()).length).toBe(before)
})

test('what is kept is there after a new start', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'repactua-carriers-'))
  const options = { folder, port: 0, mailUrl: 'http://localhost:1080', reviews: true }
  const first = await openCarriers(options)
  const opened = await fetch(`${first.url}/local/accounts`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ provider: 'twilio', sender: '+551130000001' }) })
  await say('Fica guardado', '+5511987654321', (await opened.json()) as typeof account)
  await first.close()
  const second = await openCarriers(options)
  const home = await (await fetch(second.url)).text()
  expect(home).toContain('Fica guardado')
  expect(home).toContain('href="http://localhost:1080"')
  await second.close()
  rmSync(folder, { recursive: true })
})
