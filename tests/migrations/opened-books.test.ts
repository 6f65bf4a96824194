import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { AgreementLedger } from '@repactua/shared/contract/ledger.ts'
import { addDays } from '@repactua/shared/time/local-date.ts'
import { watchAllArrears } from '@repactua/api/modules/agreements/index.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { expect, test } from 'vitest'
import { signedAgreement, situation, type Situation } from '../builders/agreement.ts'
import { amendedAgreement } from '../builders/amendment.ts'
import { band, grant, publishPolicy, rule } from '../builders/policy.ts'
import { startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock } = testApp
const rows = rowsOf(testApp.db)
let references = 0

const pay = ({ creditor }: Situation, { id }: Agreement, amountCents: number) =>
  http.post('/v1/payments').set('authorization', creditor.bearer).send({ agreementId: id, amountCents, paidAt: clock.now().toISOString(), method: 'pix', externalReference: `O-${++references}` }).expect(201)
const cancel = ({ creditor }: Situation, { id }: Agreement) => http.post(`/v1/agreements/${id}/cancellation`).set('authorization', creditor.bearer).send({ reason: 'error' }).expect(200)
const balances = async ({ creditor }: Situation, { id }: Agreement) => ((await http.get(`/v1/agreements/${id}/ledger`).set('authorization', creditor.bearer).expect(200)).body as AgreementLedger).balances

async function agreed(effect: 'original_debt' | 'novation' = 'original_debt') {
  const who = await situation(testApp)
  const breakRule = { toleranceDays: 10, missedInstallments: 1, noticeDays: 7, effect }
  await publishPolicy(testApp, who.creditor, { rules: [rule({ grant: grant({ installments: [band(2, 12, { monthlyRateBps: 100, earlyPayment: { discountBps: 100, daysBefore: 5 } })], breakRule }) })] })
  return { who, plan: await signedAgreement(testApp, who) }
}

// The last statement of the migration, which carries over what was signed before it.
const carryOver = readFileSync(join(import.meta.dirname, '../../migrations/0020_ledger.sql'), 'utf8').split('\nwith stands as')[1]!

test('what was signed before there were books is carried over to the last cent', async () => {
  const [early, settled, cancelled, unpaid, broken, novated] = await Promise.all([agreed(), agreed(), agreed(), agreed(), agreed(), agreed('novation')])
  await pay(early.who, early.plan, early.plan.installments[0]!.early!.amountCents)
  const { quote } = await amendedAgreement(testApp, settled.who, settled.plan, { kind: 'pay_off' })
  await pay(settled.who, settled.plan, quote.payNow!.amountCents)
  await pay(cancelled.who, cancelled.plan, 700)
  for (const { who, plan } of [cancelled, unpaid]) await cancel(who, plan)
  await breakThem([broken, novated])
  const running = await agreed()
  await pay(running.who, running.plan, 1_000)
  const seen = () => Promise.all([early, settled, cancelled, broken, novated, running].map(({ who, plan }) => balances(who, plan)))
  const before = await seen()

  await rows('truncate ledger_lines, ledger_entries')
  await rows(`with stands as${carryOver}`)
  expect(await seen()).toEqual(before)
  await expectBooksInOrder(testApp)

  await pay(running.who, running.plan, running.plan.totalCents - 1_000)
  await cancel(early.who, early.plan)
  await expectBooksInOrder(testApp)
})

async function breakThem(lives: { who: Situation; plan: Agreement }[]): Promise<void> {
  for (const { who, plan } of lives) await pay(who, plan, 10_000)
  const night = async (day: string) => {
    clock.moveTo(`${day}T15:00:00Z`)
    await watchAllArrears({ platform: testApp.platform, logger: createLogger('silent') })
  }
  const noticeOn = addDays(lives[0]!.plan.installments[0]!.dueOn, 11)
  await night(noticeOn)
  await night(addDays(noticeOn, 8))
}
