import { expect, test } from 'vitest'
import { makeCreditor } from '../builders/creditor.ts'
import { makeAddressee, queue } from '../builders/message.ts'
import { startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const rows = rowsOf(testApp.db)

test('a step is one message, however often it is queued and in whatever company', async () => {
  const creditor = await makeCreditor(testApp)
  const ana = await makeAddressee(testApp, creditor)
  const first = ana.draft({ channels: ['sms', 'email'], values: { days: 3 } })
  const answers = await Promise.all([queue(testApp, creditor.creditorId, [first]), queue(testApp, creditor.creditorId, [first])])
  expect(answers.map(({ queued }) => queued).sort()).toEqual([0, 1])
  expect(await queue(testApp, creditor.creditorId, [ana.draft({ debtIds: [] }), first, ana.draft()])).toEqual({ queued: 2, known: 1 })
  const found = await rows<{ channels: string[]; debt_ids: string[]; status: string; due_at: Date }>('select channels, debt_ids, status, due_at from messages where step_key = $1', [first.stepKey])
  expect(found).toEqual([{ channels: ['sms', 'email'], debt_ids: [ana.debtId], status: 'planned', due_at: first.notBefore }])
})

test('a thousand at once, and none into the house of another', async () => {
  const [creditor, other] = [await makeCreditor(testApp), await makeCreditor(testApp)]
  const ana = await makeAddressee(testApp, creditor)
  const drafts = Array.from({ length: 1_000 }, () => ana.draft())
  expect(await queue(testApp, creditor.creditorId, drafts)).toEqual({ queued: 1_000, known: 0 })
  await expect(queue(testApp, other.creditorId, [ana.draft()])).rejects.toThrow('row-level security')
  expect(await queue(testApp, creditor.creditorId, [])).toEqual({ queued: 0, known: 0 })
})
