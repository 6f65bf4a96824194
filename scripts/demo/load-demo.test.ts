import { mkdtemp, readFile, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { fakeApi, type FakeApi } from './api.fake.ts'
import { loadDemo, type DemoInput } from './load-demo.ts'
import { demoDebts } from './portfolio.ts'
import { SITUATIONS } from './situations.ts'

const TODAY = '2026-11-21'
const PEOPLE = 20

afterEach(() => void vi.unstubAllGlobals())

test('three creditors with policy and portfolio, one signed agreement, one payment', async () => {
  const api = fakeApi()
  const demo = await load(api, await newFolder())
  expect(api.world.made).toEqual({ creditors: 3, policies: 3, published: 3, withdrawn: ['JACARANDA-00007-1'], rulers: 3, signed: 1, payments: 1 })
  expect(api.world.imported.sort()).toEqual([...demoDebts({ today: TODAY, people: PEOPLE })].map(({ line }) => line.externalId).sort())
  expect(api.world.connected.size).toBe(3)
  expect(api.world.phones.sort()).toEqual(['meta', 'meta', 'meta', 'smtp', 'smtp', 'smtp', 'twilio', 'twilio', 'twilio', 'twilio', 'twilio', 'zenvia'])
  expect(api.world.texts).toEqual(['debt_reminder', 'debt_reminder', 'debt_reminder'])
  expect(demo).toMatchObject({ clientId: 'client_1', clientSecret: 'secret_1' })
  expect(demo.debtors).toEqual(SITUATIONS.map(({ cpf, shows }) => ({ cpf, shows })))
})

test('what it remembers is readable by its owner only', async () => {
  const folder = await newFolder()
  await load(fakeApi(), folder)
  expect((await stat(join(folder, 'demo.json'))).mode & 0o777).toBe(0o600)
  const { creditors } = JSON.parse(await readFile(join(folder, 'demo.json'), 'utf8'))
  expect(creditors.map(({ slug, clientId }: { slug: string; clientId: string }) => `${slug} ${clientId}`)).toEqual(['aurora client_1', 'vivaz client_2', 'jacaranda client_3'])
})

test('a second run asks for one token, finds its accounts at the bank and the carriers, and does nothing more', async () => {
  const [api, folder] = [fakeApi(), await newFolder()]
  const first = await load(api, folder)
  api.calls.length = 0
  expect(await load(api, folder)).toEqual(first)
  expect(api.calls).toEqual(['POST /v1/oauth/token', ...Array.from({ length: 3 + 9 }, () => 'POST /local/accounts')])
})

test('wherever the line breaks, before or after the API acted, the next run ends well', async () => {
  const whole = fakeApi()
  await load(whole, await newFolder())
  for (let at = 0; at < whole.calls.length; at += 1) {
    for (const moment of ['before', 'after'] as const) {
      const [api, folder] = [fakeApi({ breakAt: { at, moment } }), await newFolder()]
      await expect(load(api, folder)).rejects.toThrow('line is down')
      await load(api, folder)
      expect(api.world.made, `broken ${moment} ${whole.calls[at]}`).toEqual(whole.world.made)
      expect(api.world.connected).toEqual(whole.world.connected)
      expect(new Set(api.world.imported)).toEqual(new Set(whole.world.imported))
    }
  }
})

test('without a mail catcher the agreement is left out, and made up for later', async () => {
  const [api, folder] = [fakeApi(), await newFolder()]
  const demo = await load(api, folder, { mail: false })
  expect(api.world.made.signed).toBe(0)
  expect(demo.debtors).toHaveLength(SITUATIONS.length - 1)
  expect((await load(api, folder)).debtors).toHaveLength(SITUATIONS.length)
})

test('what belongs to another database is loaded anew', async () => {
  const folder = await newFolder()
  await load(fakeApi(), folder)
  const other = fakeApi({ firstClient: 101 })
  expect(await load(other, folder)).toMatchObject({ clientId: 'client_101' })
  expect(other.world.made.creditors).toBe(3)
})

test('a refusal is told with its code', async () => {
  const api = fakeApi()
  api.world.refusePolicies = 'policy_outside_law'
  await expect(load(api, await newFolder())).rejects.toThrow('POST http://api.test/v1/policies was refused: 422 policy_outside_law')
})

function load(api: FakeApi, dataDir: string, { mail = true } = {}) {
  vi.stubGlobal('fetch', api.fetch)
  const input: DemoInput = { apiUrl: 'http://api.test', dataDir, operator: { clientId: 'client_operator', clientSecret: 's' }, today: TODAY, people: PEOPLE, log: () => undefined, bankUrl: 'http://bank.test', carriersUrl: 'http://carriers.test' }
  return loadDemo(mail ? { ...input, mailUrl: 'http://mail.test' } : input)
}

function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'demo-'))
}
