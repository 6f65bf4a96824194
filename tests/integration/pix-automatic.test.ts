import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { AutomaticPix } from '@repactua/shared/contract/automatic-pix.ts'
import { addDays } from '@repactua/shared/time/local-date.ts'
import { endAtBank, tendLeaves } from '@repactua/api/modules/automatic-pix/index.ts'
import { sweepPix } from '@repactua/api/modules/pix-arrivals/index.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { afterEach, expect, test } from 'vitest'
import { signedAgreement, situation, type Situation } from '../builders/agreement.ts'
import { signInWithCode } from '../builders/person.ts'
import { pixSituation } from '../builders/pix.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { localBank } from '../support/local-bank.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, platform, clock } = testApp
const bank = await localBank({ clock })
const rows = rowsOf(testApp.db)
const desk = { platform, logger: createLogger('silent') }

afterEach(async () => {
  clock.moveTo(SOME_DAY)
  await bank.setFaults({})
})

const RECEIVER = { receiver: { account: '123456', agency: '0001', accountType: 'CORRENTE' } } as const
const path = ({ id }: Agreement) => `/v1/me/agreements/${id}/automatic-pix`
// Days pass between the calls: each is of a session of its own.
const cookieOf = ({ cpf }: Situation) => signInWithCode(testApp, cpf)
const ask = async (who: Situation, agreement: Agreement) => http.put(path(agreement)).set('cookie', await cookieOf(who))
/** The same where it is granted. */
async function asked(who: Situation, agreement: Agreement): Promise<AutomaticPix> {
  const { status, body } = await ask(who, agreement)
  expect(status).toBe(200)
  return body as AutomaticPix
}
const see = async (who: Situation, agreement: Agreement) => (await http.get(path(agreement)).set('cookie', await cookieOf(who)).expect(200)).body as AutomaticPix
const plan = async (who: Situation, { id }: Agreement) => (await http.get(`/v1/me/agreements/${id}`).set('cookie', await cookieOf(who)).expect(200)).body as Agreement
const at = (day: string, time = '15:00') => clock.moveTo(`${day}T${time}:00Z`)
const leaveOf = async ({ id }: Agreement) => (await rows<{ id: string; recurrence_id: string; status: string }>('select id, recurrence_id, status from automatic_pix where agreement_id = $1 order by id desc', [readId(id)]))[0]!
const debitsOf = ({ id }: Agreement) => rows<{ id: string; status: string; tries: number; amount_cents: string }>('select id, status, tries, amount_cents from automatic_debits where agreement_id = $1 order by id', [readId(id)])
const eventsOf = async ({ id }: Agreement) => (await rows<{ type: string }>("select type from outbox_events where subject = $1 and type like 'automatic_pix.%' order by position", [id])).map(({ type }) => type)

/** A plan of three whose leave was given. */
async function approved(): Promise<{ who: Situation; agreement: Agreement; recurrenceId: string }> {
  const who = await pixSituation(testApp, bank, {}, RECEIVER)
  const agreement = await signedAgreement(testApp, who)
  await asked(who, agreement)
  const { recurrence_id: recurrenceId } = await leaveOf(agreement)
  await bank.answerRecurrence({ idRec: recurrenceId, answer: 'authorise' })
  clock.moveTo(new Date(clock.now().getTime() + 60_000).toISOString())
  await tendLeaves(desk)
  expect((await see(who, agreement)).status).toBe('approved')
  return { who, agreement, recurrenceId }
}

const sweep = ({ creditor }: Situation) => sweepPix(desk, { creditorId: creditor.creditorId, from: '2026-11-01T00:00:00.000Z', to: clock.now().toISOString() } as Parameters<typeof sweepPix>[1])

test('leave is asked once, given at the bank, and each installment is debited on its day', async () => {
  const who = await pixSituation(testApp, bank, {}, RECEIVER)
  const agreement = await signedAgreement(testApp, who)
  expect(await see(who, agreement)).toMatchObject({ available: true, status: null, pix: null })
  const first = await asked(who, agreement)
  expect(first).toMatchObject({ status: 'offered', pix: { copyPaste: expect.stringMatching(/^000201/) as string } })
  expect(await asked(who, agreement)).toEqual(first)
  const { recurrence_id: idRec } = await leaveOf(agreement)
  await bank.answerRecurrence({ idRec, answer: 'authorise' })
  const dueOn = agreement.installments[0]!.dueOn
  at(addDays(dueOn, -11))
  await tendLeaves(desk)
  expect(await see(who, agreement)).toMatchObject({ status: 'approved', pix: null, nextDebit: null })
  at(addDays(dueOn, -5))
  await Promise.all([tendLeaves(desk), tendLeaves(desk)])
  const amountCents = agreement.installments[0]!.amountCents
  expect(await see(who, agreement)).toMatchObject({ nextDebit: { installmentNumber: 1, dueOn, amountCents } })
  at(dueOn)
  await bank.settleDebits()
  at(dueOn, '17:00')
  await tendLeaves(desk)
  await sweep(who)
  expect((await plan(who, agreement)).installments[0]).toMatchObject({ status: 'paid', paidCents: amountCents })
  expect(await debitsOf(agreement)).toMatchObject([{ status: 'paid' }])
  expect(await eventsOf(agreement)).toEqual(['automatic_pix.asked', 'automatic_pix.approved'])
  await expectBooksInOrder(testApp)
})

test('without money it is tried three more times, then the person is told and pays alone', async () => {
  const { who, agreement } = await approved()
  const dueOn = agreement.installments[0]!.dueOn
  at(addDays(dueOn, -4))
  await tendLeaves(desk)
  await bank.setFaults({ emptyAccounts: true })
  for (let day = 0; day <= 8; day += 1) {
    at(addDays(dueOn, day))
    await bank.settleDebits()
    at(addDays(dueOn, day), '18:00')
    await tendLeaves(desk)
  }
  expect(await debitsOf(agreement)).toMatchObject([{ status: 'failed', tries: 3 }])
  expect(await see(who, agreement)).toMatchObject({ status: 'approved', failedDebit: { installmentNumber: 1, dueOn } })
  expect(await eventsOf(agreement)).toContain('automatic_pix.debit_failed')
  await tendLeaves(desk)
  expect(await debitsOf(agreement)).toHaveLength(1)
})

test('paid by hand before its day, a debit is called off', async () => {
  const { who, agreement } = await approved()
  const [first] = agreement.installments
  at(addDays(first!.dueOn, -6))
  await tendLeaves(desk)
  await http.post('/v1/payments').set('authorization', who.creditor.bearer).send({ agreementId: agreement.id, installmentNumber: 1, amountCents: first!.amountCents, paidAt: clock.now().toISOString(), method: 'transfer', externalReference: `by-hand-${agreement.id}` }).expect(201)
  at(addDays(first!.dueOn, -5))
  await tendLeaves(desk)
  expect(await debitsOf(agreement)).toMatchObject([{ status: 'withdrawn' }])
  at(first!.dueOn)
  await bank.settleDebits()
  await sweep(who)
  expect((await plan(who, agreement)).paidCents).toBe(first!.amountCents)
  await expectBooksInOrder(testApp)
})

test('leave is taken back here, and the bank hears of it', async () => {
  const { who, agreement } = await approved()
  at(addDays(agreement.installments[0]!.dueOn, -6))
  await tendLeaves(desk)
  const takeBack = async () => (await http.delete(path(agreement)).set('cookie', await cookieOf(who))).status
  expect([await takeBack(), await takeBack()]).toEqual([204, 204])
  const leave = await leaveOf(agreement)
  await endAtBank(platform, { creditorId: who.creditor.creditorId, leaveId: leave.id })
  await endAtBank(platform, { creditorId: who.creditor.creditorId, leaveId: leave.id })
  expect(await see(who, agreement)).toMatchObject({ status: 'ended', available: true, nextDebit: null })
  expect(await debitsOf(agreement)).toMatchObject([{ status: 'cancelled' }])
  await expect(bank.answerRecurrence({ idRec: leave.recurrence_id, answer: 'revoke' })).rejects.toThrow()
  expect((await asked(who, agreement)).status).toBe('offered')
})

test('leave that is taken back at the bank ends here too', async () => {
  const { who, agreement, recurrenceId } = await approved()
  await bank.answerRecurrence({ idRec: recurrenceId, answer: 'revoke' })
  clock.moveTo(new Date(clock.now().getTime() + 3_601_000).toISOString())
  await tendLeaves(desk)
  expect((await see(who, agreement)).status).toBe('ended')
  expect((await eventsOf(agreement)).at(-1)).toBe('automatic_pix.ended')
})

test('a refusal at the bank is told, and an agreement that ends takes its leave along', async () => {
  const who = await pixSituation(testApp, bank, {}, RECEIVER)
  const agreement = await signedAgreement(testApp, who)
  await asked(who, agreement)
  await bank.answerRecurrence({ idRec: (await leaveOf(agreement)).recurrence_id, answer: 'refuse' })
  clock.moveTo(new Date(clock.now().getTime() + 60_000).toISOString())
  await tendLeaves(desk)
  expect((await see(who, agreement)).status).toBe('refused')
  await asked(who, agreement)
  await http.post(`/v1/agreements/${agreement.id}/cancellation`).set('authorization', who.creditor.bearer).send({ reason: 'error' }).expect(200)
  clock.moveTo(new Date(clock.now().getTime() + 120_000).toISOString())
  await tendLeaves(desk)
  expect(await see(who, agreement)).toMatchObject({ status: 'ended', available: false })
})

test('a bank that is away refuses nothing for good: the same leave is asked for again', async () => {
  const who = await pixSituation(testApp, bank, {}, RECEIVER)
  const agreement = await signedAgreement(testApp, who)
  await bank.setFaults({ requests: [{ kind: 'unavailable', path: '/api/rec', times: 10 }] } as Parameters<typeof bank.setFaults>[0])
  expect(await ask(who, agreement)).toMatchObject({ status: 503, body: { code: 'unavailable' } })
  expect((await leaveOf(agreement)).status).toBe('asked')
  await bank.setFaults({})
  expect((await asked(who, agreement)).status).toBe('offered')
  expect(await rows('select from automatic_pix where agreement_id = $1', [readId(agreement.id)])).toHaveLength(1)
})

test('not where the creditor has none, and not for somebody else', async () => {
  const [without, who, other] = [await pixSituation(testApp, bank), await pixSituation(testApp, bank, {}, RECEIVER), await situation(testApp)]
  const plain = await signedAgreement(testApp, without)
  expect((await see(without, plain)).available).toBe(false)
  expect(await ask(without, plain)).toMatchObject({ status: 409, body: { code: 'automatic_pix_not_available' } })
  const agreement = await signedAgreement(testApp, who)
  for (const call of [http.get(path(agreement)), http.put(path(agreement)), http.delete(path(agreement))]) await call.set('cookie', other.cookie).expect(404)
})
