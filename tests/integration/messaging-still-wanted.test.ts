import { sendDue } from '@repactua/api/modules/messaging/index.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { stillWanted } from '@repactua/api/still-wanted.ts'
import { expect, test } from 'vitest'
import { makeCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { makeAddressee, queue } from '../builders/message.ts'
import { startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'
import { scriptedCarriers } from '../support/scripted-carriers.ts'

const testApp = await startApp()
const { http, clock, platform } = testApp
const rows = rowsOf(testApp.db)
const creditor = await makeCreditor(testApp)
const carriers = scriptedCarriers()
clock.moveTo('2026-11-26T15:00:00Z')

/** What becomes of a message of collection and one of service after something happened to its debt. */
async function afterThat(happens: (externalId: string) => Promise<unknown>) {
  const ana = await makeAddressee(testApp, creditor)
  const [debt] = await rows<{ external_id: string }>('select external_id from debts where id = $1', [ana.debtId])
  await happens(debt!.external_id)
  const drafts = [ana.draft(), ana.draft({ purpose: 'service' })]
  await queue(testApp, creditor.creditorId, drafts)
  await sendDue({ platform, logger: createLogger('silent'), stillWanted, carrierFor: carriers.carrierFor })
  const states = await rows<{ status: string; reason: string | null }>('select status, reason from messages where step_key = any ($1) order by purpose', [drafts.map(({ stepKey }) => stepKey)])
  return states.map(({ status, reason }) => reason ?? status)
}

const hold = (reason: string) => (externalId: string) => http.put(`/v1/debts/${externalId}/hold`).set('authorization', creditor.bearer).send({ reason }).expect(200)

test.each([
  ['nothing', async () => undefined, ['sent', 'sent']],
  ['a pause', hold('hardship'), ['debt_hold', 'sent']],
  ['a death', hold('death'), ['person_left_alone', 'person_left_alone']],
  ['a wrong person', hold('wrong_person'), ['person_left_alone', 'person_left_alone']],
  ['a withdrawal', (externalId: string) => http.post(`/v1/debts/${externalId}/withdrawal`).set('authorization', creditor.bearer).send({ reason: 'paid_elsewhere' }).expect(200), ['debt_taken_back', 'sent']],
  ['the end of its term', (externalId: string) => rows("update debts set prescribes_on = '2026-11-01' where external_id = $1", [externalId]), ['debt_barred', 'sent']],
] as const)('after %s', async (_name, happens, states) => {
  expect(await afterThat(happens)).toEqual(states)
})

test('one debt of several that may not be collected keeps the message back', async () => {
  const ana = await makeAddressee(testApp, creditor)
  const second = await makeDebt(testApp, creditor, { debtor: ana.person })
  await hold('court')(second.externalId)
  const draft = ana.draft({ debtIds: [ana.debtId, second.id.slice('debt_'.length)] })
  await queue(testApp, creditor.creditorId, [draft])
  await sendDue({ platform, logger: createLogger('silent'), stillWanted, carrierFor: carriers.carrierFor })
  expect(await rows('select status, reason from messages where step_key = $1', [draft.stepKey])).toEqual([{ status: 'cancelled', reason: 'debt_hold' }])
})
