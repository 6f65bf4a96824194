import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { receiveImport } from '@repactua/api/modules/debts/imports/receive-import.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { debtInput } from '../builders/debt.ts'
import { startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, platform } = testApp
const rows = rowsOf(testApp.db)
const line = () => `${JSON.stringify({ externalId: 'A-1', ...debtInput() })}\n`
const send = (bearer: string) => http.post('/v1/debt-imports').set('authorization', bearer).type('application/x-ndjson').send(line())

test('a creditor that sends slow files takes one place and leaves the other to everybody else', async () => {
  const [slow, other] = [await makeCreditor(testApp), await makeCreditor(testApp)]
  const content = new PassThrough()
  content.write(line())
  const trickle = receiveImport(platform, { creditorId: slow.creditorId, format: 'application/x-ndjson', content, once: null })
  await expect.poll(() => rows("select 1 from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())")).toHaveLength(1)
  const refused = await send(slow.bearer).expect(429)
  expect(refused.headers['retry-after']).toBe('10')
  await send(other.bearer).expect(202)
  content.end()
  expect(await trickle).toMatchObject({ answer: { received: 1 } })
  await send(slow.bearer).expect(202)
})
