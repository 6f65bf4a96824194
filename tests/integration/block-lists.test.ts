import { gzipSync } from 'node:zlib'
import { sendDue } from '@repactua/api/modules/messaging/index.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { expect, test } from 'vitest'
import { makeCreditor, makeOperator } from '../builders/creditor.ts'
import { makeAddressee, queue } from '../builders/message.ts'
import { startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'
import { scriptedCarriers } from '../support/scripted-carriers.ts'

const testApp = await startApp()
const { clock, http, platform } = testApp
const rows = rowsOf(testApp.db)
clock.moveTo('2027-01-07T13:00:00Z')
const operator = await makeOperator(testApp)
const creditor = await makeCreditor(testApp)

const send = (state: string, body: string | Buffer, headers: Record<string, string> = {}) =>
  http.post(`/v1/block-lists?state=${state}`).set({ authorization: operator, 'content-type': 'text/plain', ...headers }).serialize((bytes: unknown) => bytes as string).send(body)
const standing = async () => (await http.get('/v1/block-lists').set('authorization', operator).expect(200)).body.data as { state: string; count: number; since: string }[]
const replaced = () => rows("select payload from audit_entries where payload like '%block_list.replaced%'")

test('a list takes the place of the one before, of its own state alone; numbers are kept as indexes', async () => {
  expect((await send('SP', '11 91234-5678\n"+5511912345679"\r\n\nnobody\n11912345678\n').expect(200)).body).toEqual({ state: 'SP', received: 4, accepted: 3, rejected: 1 })
  await send('PR', gzipSync('41991234567'), { 'content-encoding': 'gzip', 'content-type': 'application/x-ndjson' }).expect(200)
  expect(await standing()).toMatchObject([{ state: 'PR', count: 1 }, { state: 'SP', count: 2, since: clock.now().toISOString() }])
  await send('SP', '11912345670').expect(200)
  await send('SP', '11912345670').expect(200)
  expect(await standing()).toMatchObject([{ state: 'PR', count: 1 }, { state: 'SP', count: 1 }])
  expect(await rows("select from blocked_phones where encode(address_index, 'escape') like '%9123456%'")).toEqual([])
})

test('a list without a phone is refused, and the old one stands', async () => {
  await send('RS', '51991234567').expect(200)
  expect((await send('RS', 'nobody\n').expect(422)).body.code).toBe('block_list_empty')
  expect(await standing()).toContainEqual(expect.objectContaining({ state: 'RS', count: 1 }))
  await send('XX', '51991234567').expect(400)
  expect((await send('RS', '{}', { 'content-type': 'application/json' }).expect(415)).body.code).toBe('unsupported_media_type')
})

test('who is on a list is reached by no phone', async () => {
  const ana = await makeAddressee(testApp, creditor)
  await send('AC', ana.person.phone!).expect(200)
  const draft = ana.draft({ channels: ['sms', 'voice'], notBefore: clock.now() })
  await queue(testApp, creditor.creditorId, [draft])
  await sendDue({ platform, logger: createLogger('silent'), stillWanted: async () => new Map(), carrierFor: scriptedCarriers().carrierFor })
  expect(await rows('select status, reason from messages where step_key = $1', [draft.stepKey])).toEqual([{ status: 'cancelled', reason: 'block_list' }])
})

test('only an operator sends lists or sees them', async () => {
  expect((await http.post('/v1/block-lists?state=SP').set({ authorization: creditor.bearer, 'content-type': 'text/plain' }).send('11912345678').expect(403)).body.code).toBe('scope_missing')
  await http.get('/v1/block-lists').set('authorization', creditor.bearer).expect(403)
  await http.get('/v1/block-lists').expect(401)
})

test('each list is written into the audit trail of the installation', async () => {
  const before = (await replaced()).length
  await send('TO', '63991234567').expect(200)
  expect(await replaced()).toHaveLength(before + 1)
})
