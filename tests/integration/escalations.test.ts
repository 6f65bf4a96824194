import type { Debt, DebtInput, MyDebts } from '@repactua/shared/contract/debts.ts'
import type { Escalation, EscalationSettings } from '@repactua/shared/contract/escalations.ts'
import { heedNewsOfEscalations } from '@repactua/api/modules/escalations/index.ts'
import { relayEvents } from '@repactua/api/modules/webhooks/index.ts'
import { stillWanted } from '@repactua/api/still-wanted.ts'
import { afterEach, expect, test } from 'vitest'
import { signedAgreement, situation, type Situation } from '../builders/agreement.ts'
import { secondClient, wantFourEyes } from '../builders/client.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { ANSWER, confirmedEscalation, ESCALATION_SETTINGS, escalationNight, PROOF, provenEscalation } from '../builders/escalation.ts'
import { signInWithCode } from '../builders/person.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { rowsOf } from '../support/rows.ts'
import { takeJobs } from '../support/waiting-jobs.ts'

const testApp = await startApp()
const { http, clock, platform } = testApp
const rows = rowsOf(testApp.db)

afterEach(() => clock.moveTo(SOME_DAY))

type Asks = Pick<Situation['creditor'], 'bearer'>
const settle = ({ bearer }: Asks, change: Partial<EscalationSettings> = {}) => http.put('/v1/escalation-settings').set('authorization', bearer).send({ ...ESCALATION_SETTINGS, ...change })
const propose = ({ bearer }: Asks, { externalId }: Pick<Debt, 'externalId'>, body: object = { kind: 'listing' }) => http.post(`/v1/debts/${externalId}/escalations`).set('authorization', bearer).send(body)
const act = ({ bearer }: Asks, id: string, act: string, body?: object) => http.post(`/v1/escalations/${id}/${act}`).set('authorization', bearer).send(body)
const list = async ({ bearer }: Asks) => (await http.get('/v1/escalations').set('authorization', bearer).expect(200)).body.data as Escalation[]
const eventsOf = async (id: string) => (await rows<{ type: string }>('select type from outbox_events where subject = $1 order by position', [id])).map(({ type }) => type.slice('escalation.'.length))
const night = (at: string) => escalationNight(testApp, at)

/** What the worker does within a second of each commit. */
async function hear(): Promise<void> {
  while ((await relayEvents(platform)) > 0) continue
  for (const news of await takeJobs(rows, 'hear-news')) await heedNewsOfEscalations(platform, news)
}

async function switchedOn(change: Partial<EscalationSettings> = {}): Promise<Situation> {
  const who = await situation(testApp)
  await settle(who.creditor, change).expect(200)
  return who
}

/** Sessions end while the clock moves by days. */
const signedIn = async (who: Situation): Promise<Situation> => ({ ...who, cookie: await signInWithCode(testApp, who.cpf) })

const contest = async (who: Situation) => http.post(`/v1/me/debts/${who.debt.id}/disputes`).set('cookie', (await signedIn(who)).cookie).send({ reason: 'fraud', statement: 'Não fui eu.' }).expect(201)

test('off until it is switched on; step by step from the proposal to the listing', async () => {
  const who = await situation(testApp)
  expect((await propose(who.creditor, who.debt).expect(409)).body.code).toBe('escalation_off')
  await settle(who.creditor).expect(200)
  expect((await settle(who.creditor).expect(200)).body).toEqual(ESCALATION_SETTINGS)
  const made = (await propose(who.creditor, who.debt).expect(201)).body as Escalation
  expect(made).toMatchObject({ state: 'proposed', lastDayOn: '2031-03-10', proof: null, block: null, takeOff: null })
  expect((await propose(who.creditor, who.debt).expect(409)).body.code).toBe('escalation_under_way')
  await night('2026-11-22T04:07:00Z')
  clock.moveTo('2026-11-24T15:00:00Z')
  const proof = { ...PROOF, deliveredAt: '2026-11-23T13:00:00Z' }
  const first = (await act(who.creditor, made.id, 'proof-of-notice', proof).expect(200)).body as Escalation
  expect(first).toMatchObject({ state: 'proven', deadlineOn: '2026-12-03' })
  expect((await act(who.creditor, made.id, 'proof-of-notice', proof).expect(200)).body).toEqual(first)
  expect(await rows("select template_key from messages where step_key = $1", [`escalation:${made.id.slice(11)}:notice`])).toEqual([{ template_key: 'listing-notice' }])
  await night('2026-12-03T04:07:00Z')
  expect((await act(who.creditor, made.id, 'request').expect(409)).body.code).toBe('escalation_step_not_possible')
  await night('2026-12-04T04:07:00Z')
  await night('2026-12-04T05:07:00Z')
  await act(who.creditor, made.id, 'request').expect(200)
  expect((await act(who.creditor, made.id, 'request').expect(200)).body.state).toBe('requested')
  const listed = await act(who.creditor, made.id, 'confirmation', { ...ANSWER, confirmedOn: '2026-12-04' }).expect(200)
  expect(listed.body).toMatchObject({ state: 'confirmed', confirmation: { ...ANSWER, confirmedOn: '2026-12-04' } })
  expect(await list(who.creditor)).toEqual([listed.body])
  expect(await eventsOf(made.id)).toEqual(['proposed', 'noticed', 'proven', 'due', 'requested', 'confirmed'])
})

test('refused: too early, too little, telecom before the end of its contract, a proof of another time, another creditor', async () => {
  const { creditor } = await switchedOn({ leastCents: 50_000 })
  const owed = (change: Partial<DebtInput>) => makeDebt(testApp, creditor, change)
  const codeOf = async (debt: Debt, status = 409, body?: object) => (await propose(creditor, debt, body).expect(status)).body
  expect((await codeOf(await owed({ dueOn: '2026-10-01' }))).code).toBe('escalation_too_early')
  expect((await codeOf(await owed({ principalCents: 20_000 }))).errors).toMatchObject([{ code: 'below_least' }])
  expect((await codeOf(await owed({ dueOn: '2021-11-25' }))).errors).toMatchObject([{ code: 'too_old' }])
  const line = await owed({ product: 'telecom' })
  expect((await codeOf(line)).errors).toMatchObject([{ code: 'telecom_not_ended' }])
  const { id } = await codeOf(line, 201, { kind: 'listing', contractEndedOn: '2026-11-01' }) as Escalation
  const proof = { ...PROOF, deliveredAt: '2026-11-21T16:00:00Z' }
  expect((await act(creditor, id, 'proof-of-notice', proof).expect(409)).body.code).toBe('escalation_step_not_possible')
  await night('2026-11-22T04:07:00Z')
  expect((await act(creditor, id, 'proof-of-notice', { ...proof, deliveredAt: '2026-11-23T00:00:00Z' }).expect(422)).body.code).toBe('date_in_future')
  expect((await act(creditor, id, 'proof-of-notice', { ...proof, deliveredAt: '2026-11-20T00:00:00Z' }).expect(422)).body.code).toBe('notice_before_proposal')
  const other = await makeCreditor(testApp)
  for (const [path, body] of [['proof-of-notice', proof], ['request', undefined], ['confirmation', { ...ANSWER, confirmedOn: '2026-11-21' }], ['withdrawal', undefined]] as const) await act(other, id, path, body).expect(404)
  expect(await list(other)).toEqual([])
  await propose(other, line).expect(404)
})

test('where two clients decide, another one has to ask too, and no switch goes around them', async () => {
  const who = await switchedOn()
  await wantFourEyes(testApp, who.creditor)
  expect((await settle(who.creditor, { automatic: 'requesting' }).expect(409)).body.code).toBe('automatic_needs_one_client')
  const second = await secondClient(testApp, who.creditor)
  const id = await provenEscalation(testApp, who)
  await night('2026-12-04T04:07:00Z')
  expect((await act(who.creditor, id, 'request').expect(200)).body).toMatchObject({ state: 'due', asked: { by: who.creditor.clientId } })
  expect((await act(who.creditor, id, 'request').expect(403)).body.code).toBe('second_client_needed')
  expect((await act(second, id, 'request').expect(200)).body.state).toBe('requested')
})

test('a dispute stops the clock within a second; nothing was requested, so there is nothing to take back', async () => {
  const who = await switchedOn()
  const id = await provenEscalation(testApp, who)
  await contest(who)
  expect((await act(who.creditor, id, 'proof-of-notice', { ...PROOF, reference: 'AR-2', deliveredAt: '2026-11-23T13:00:00Z' }).expect(409)).body.code).toBe('escalation_step_not_possible')
  await hear()
  await hear()
  await night('2026-12-04T04:07:00Z')
  expect(await list(who.creditor)).toMatchObject([{ id, state: 'blocked', block: 'dispute', takeOff: null }])
  expect(await eventsOf(id)).toEqual(['proposed', 'noticed', 'proven', 'blocked'])
  expect((await propose(who.creditor, who.debt).expect(409)).body.errors).toMatchObject([{ code: 'dispute' }])
})

test('a request that meets a block is refused before anybody has heard of it', async () => {
  const who = await switchedOn()
  const id = await provenEscalation(testApp, who)
  await night('2026-12-04T04:07:00Z')
  await http.put(`/v1/debts/${who.debt.externalId}/hold`).set('authorization', who.creditor.bearer).send({ reason: 'hardship' }).expect(200)
  expect((await act(who.creditor, id, 'request').expect(409)).body).toMatchObject({ code: 'escalation_blocked', errors: [{ code: 'hold' }] })
})

test('a signature takes a listing back: five business days, an alarm on the third, and the delisting ends it', async () => {
  const who = await switchedOn()
  const id = await confirmedEscalation(testApp, who)
  const agreement = await signedAgreement(testApp, await signedIn(who))
  await hear()
  expect(await list(who.creditor)).toMatchObject([{ state: 'blocked', block: 'agreement', takeOff: { dueOn: '2026-12-11', alarmedAt: null } }])
  await night('2026-12-08T04:07:00Z')
  await night('2026-12-09T04:07:00Z')
  await night('2026-12-10T04:07:00Z')
  expect((await list(who.creditor))[0]!.takeOff).toEqual({ dueOn: '2026-12-11', alarmedAt: '2026-12-09T04:07:00.000Z' })
  await http.post('/v1/payments').set('authorization', who.creditor.bearer).send({ agreementId: agreement.id, amountCents: agreement.totalCents, paidAt: clock.now().toISOString(), method: 'pix', externalReference: 'esc-1' }).expect(201)
  await http.post(`/v1/delistings/${agreement.id}/confirmation`).set('authorization', who.creditor.bearer).expect(200)
  await hear()
  expect((await list(who.creditor))[0]!.state).toBe('ended')
  expect(await eventsOf(id)).toEqual(['proposed', 'noticed', 'proven', 'due', 'requested', 'confirmed', 'blocked', 'alarm', 'ended'])
})

test('a protest that is paid ends with the letter of consent', async () => {
  const who = await switchedOn()
  const id = await confirmedEscalation(testApp, who, 'protest')
  expect(await rows('select registry_office, reference from debt_protests where debt_id = $1', [who.debt.id.slice(5)])).toEqual([{ registry_office: ANSWER.institution, reference: ANSWER.reference }])
  const agreement = await signedAgreement(testApp, await signedIn(who))
  await http.post('/v1/payments').set('authorization', who.creditor.bearer).send({ agreementId: agreement.id, amountCents: agreement.totalCents, paidAt: clock.now().toISOString(), method: 'pix', externalReference: 'esc-2' }).expect(201)
  await hear()
  expect((await eventsOf(id)).at(-1)).toBe('ended')
})

test('the creditor lets it be, once; by its switch the night proposes and requests, and never what was taken back', async () => {
  const who = await switchedOn({ kinds: ['listing'], automatic: 'requesting' })
  await night('2026-11-22T04:07:00Z')
  const [found] = await list(who.creditor)
  expect(found).toMatchObject({ state: 'proposed', debtExternalId: who.debt.externalId })
  await night('2026-11-23T04:07:00Z')
  clock.moveTo('2026-11-23T15:00:00Z')
  await act(who.creditor, found!.id, 'proof-of-notice', { ...PROOF, deliveredAt: '2026-11-23T13:00:00Z' }).expect(200)
  await night('2026-12-04T04:07:00Z')
  await night('2026-12-05T04:07:00Z')
  expect((await list(who.creditor))[0]!.state).toBe('requested')
  await act(who.creditor, found!.id, 'withdrawal').expect(200)
  await act(who.creditor, found!.id, 'withdrawal').expect(200)
  await night('2026-12-06T04:07:00Z')
  expect(await eventsOf(found!.id)).toEqual(['proposed', 'noticed', 'proven', 'due', 'requested', 'withdrawn'])
  expect(await list(who.creditor)).toHaveLength(1)
})

test('what stands grows too old: it is taken back in time', async () => {
  const who = await situation(testApp)
  await settle(who.creditor, { afterDays: 15 }).expect(200)
  const old = await makeDebt(testApp, who.creditor, { dueOn: '2021-12-20' })
  await confirmedEscalation(testApp, { ...who, debt: old })
  await night('2026-12-12T04:07:00Z')
  expect((await list(who.creditor))[0]).toMatchObject({ state: 'confirmed', lastDayOn: '2026-12-20' })
  await night('2026-12-13T04:07:00Z')
  expect((await list(who.creditor))[0]).toMatchObject({ state: 'blocked', block: 'too_old', takeOff: { dueOn: '2026-12-18' } })
})

test('a notice that waits for its hour is not sent once the debt is paused', async () => {
  const who = await switchedOn()
  const { id } = (await propose(who.creditor, who.debt).expect(201)).body as Escalation
  await night('2026-11-22T04:07:00Z')
  const { creditorId } = who.creditor
  const [message] = await rows<{ id: string; debtorId: string; cpfIndex: Buffer }>('select id, debtor_id as "debtorId", cpf_index as "cpfIndex" from messages where step_key = $1', [`escalation:${id.slice(11)}:notice`])
  const asked = { ...message!, creditorId, stepKey: `escalation:${id.slice(11)}:notice`, origin: null, debtIds: [who.debt.id.slice(5)], purpose: 'service' as const, templateKey: 'listing-notice' }
  const reasons = () => platform.transact({ kind: 'system' }, { creditorId }, (work) => stillWanted(work, [asked]))
  expect(await reasons()).toEqual(new Map())
  await http.put(`/v1/debts/${who.debt.externalId}/hold`).set('authorization', who.creditor.bearer).send({ reason: 'other' }).expect(200)
  expect(await reasons()).toEqual(new Map([[asked.id, 'debt_hold']]))
})

test('the person sees what it is, until when and what to do, and nothing before the notice', async () => {
  const who = await switchedOn()
  const seen = async () => ((await http.get('/v1/me/debts').set('cookie', (await signedIn(who)).cookie).expect(200)).body as MyDebts).data[0]!.escalation
  const { id } = (await propose(who.creditor, who.debt).expect(201)).body as Escalation
  expect(await seen()).toBeUndefined()
  await night('2026-11-22T04:07:00Z')
  expect(await seen()).toMatchObject({ kind: 'listing', state: 'noticed', deadlineOn: '2026-12-02' })
  await act(who.creditor, id, 'proof-of-notice', { ...PROOF, deliveredAt: clock.now().toISOString() }).expect(200)
  const told = (await seen())!
  expect(told).toMatchObject({ state: 'proven', deadlineOn: '2026-12-02' })
  expect(told.meaning).toContain('02/12/2026')
  await contest(who)
  expect(await seen()).toBeUndefined()
})

test('at the end the books say the same', async () => {
  await hear()
  await expectBooksInOrder(testApp)
})
