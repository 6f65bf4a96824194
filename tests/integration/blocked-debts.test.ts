import type { Escalation } from '@repactua/shared/contract/escalations.ts'
import { heedNewsOfEscalations, tendEscalations } from '@repactua/api/modules/escalations/index.ts'
import { heedNewsOfServices, tendRestrictions } from '@repactua/api/modules/service-rules/index.ts'
import { relayEvents } from '@repactua/api/modules/webhooks/index.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { signedAgreement, situation, type Situation } from '../builders/agreement.ts'
import { ANSWER, ESCALATION_SETTINGS, PROOF } from '../builders/escalation.ts'
import { signInWithCode } from '../builders/person.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { rowsOf } from '../support/rows.ts'
import { takeJobs } from '../support/waiting-jobs.ts'

const testApp = await startApp()
const { http, clock, platform } = testApp
const rows = rowsOf(testApp.db)
const desk = { platform, logger: createLogger('silent') }
const DAY_MS = 86_400_000

/** Whatever the creditor, the person and the worker may do next; most of it is refused most of the time. */
const ACTS = {
  night: async () => {
    clock.advance(DAY_MS)
    await tendEscalations(desk)
    await tendRestrictions(desk)
  },
  fortnight: async () => {
    clock.advance(14 * DAY_MS)
    await tendEscalations(desk)
    await tendRestrictions(desk)
  },
  hear: async () => {
    while ((await relayEvents(platform)) > 0) continue
    for (const news of await takeJobs(rows, 'hear-news')) await Promise.all([heedNewsOfEscalations(platform, news), heedNewsOfServices(platform, news)])
  },
  hold: async (who: Situation) => asks(who, http.put(`/v1/debts/${who.debt.externalId}/hold`)).send({ reason: 'hardship' }),
  release: async (who: Situation) => asks(who, http.delete(`/v1/debts/${who.debt.externalId}/hold`)),
  contest: async (who: Situation) => http.post(`/v1/me/debts/${who.debt.id}/disputes`).set('cookie', await signInWithCode(testApp, who.cpf)).send({ reason: 'fraud', statement: 'Não fui eu.' }),
  sign: async (who: Situation) => {
    const cookie = await signInWithCode(testApp, who.cpf)
    const sheet = await http.post('/v1/me/offer-sheets').set('cookie', cookie).send({ debtIds: [who.debt.id], dueDay: 10 })
    if (sheet.status === 201) await signedAgreement(testApp, { ...who, cookie })
  },
  propose: async (who: Situation) => asks(who, http.post(`/v1/debts/${who.debt.externalId}/escalations`)).send({ kind: 'listing' }),
  prove: (who: Situation) => onLast(who, 'proof-of-notice', { ...PROOF, deliveredAt: clock.now().toISOString() }),
  request: (who: Situation) => onLast(who, 'request'),
  confirm: (who: Situation) => onLast(who, 'confirmation', { ...ANSWER, confirmedOn: clock.today() }),
} as const
type Act = keyof typeof ACTS

const asks = <R extends { set(name: string, value: string): R }>({ creditor }: Situation, request: R): R => request.set('authorization', creditor.bearer)

async function onLast(who: Situation, act: string, body?: object): Promise<void> {
  const { body: { data } } = await asks(who, http.get('/v1/escalations').query({ limit: 1 })).expect(200)
  const [last] = data as Escalation[]
  if (last) await asks(who, http.post(`/v1/escalations/${last.id}/${act}`)).send(body)
}

const STEPS = ['escalation.proposed', 'escalation.noticed', 'escalation.proven', 'escalation.due', 'escalation.requested', 'escalation.confirmed', 'service.limit_noticed', 'service.limited']

const isBlocked = async ({ debt }: Situation) => (await rows<{ status: string }>('select status from debts where id = $1', [debt.id.slice(5)]))[0]!.status !== 'open'
const stepsOf = async ({ creditor }: Situation) => (await rows('select id from outbox_events where creditor_id = $1 and type = any ($2)', [creditor.creditorId, STEPS])).length
const lastingOf = async ({ creditor }: Situation) => rows(`
  select state from escalations where creditor_id = $1 and state not in ('blocked', 'withdrawn', 'ended')
  union all select state from service_restrictions where creditor_id = $1 and ended_at is null
  union all select 'stands without its task' from escalations where creditor_id = $1 and state = 'blocked' and take_off_on is null
    and exists (select from outbox_events where creditor_id = $1 and type = 'escalation.requested' and subject = 'escalation_' || escalations.id)`, [creditor.creditorId])

/** A ruled life leads to a listing and a limit; acts in between, in any order, are what stops them. */
const LIFE: Act[] = ['propose', 'night', 'prove', 'fortnight', 'request', 'confirm', 'night']
const lives = fc.array(fc.tuple(fc.nat(LIFE.length), fc.constantFrom<Act[]>('hold', 'release', 'contest', 'sign', 'hear', 'night', 'propose')), { maxLength: 6 }).map((extra) => {
  const life: Act[] = [...LIFE]
  for (const [place, act] of extra) life.splice(Math.min(place, life.length), 0, act)
  return life
})

test('a blocked debt goes no step further, whatever the order of events, and what stood is being taken back', async () => {
  await fc.assert(fc.asyncProperty(lives, async (life) => {
    clock.moveTo(SOME_DAY)
    const who = await situation(testApp)
    await asks(who, http.put('/v1/escalation-settings')).send({ ...ESCALATION_SETTINGS, automatic: 'requesting' }).expect(200)
    await asks(who, http.put('/v1/service-rules')).send({ rules: [{ name: 'clube', product: 'retail', afterDays: 30, noticeDays: 5, limits: 'Os descontos do clube ficam guardados.', comesBack: 'Voltam no mesmo dia.' }] }).expect(200)
    for (const act of life) {
      const before = (await isBlocked(who)) ? await stepsOf(who) : null
      await ACTS[act](who)
      if (before !== null && act !== 'release') expect(await stepsOf(who)).toBe(before)
    }
    await ACTS.hear()
    if (await isBlocked(who)) expect(await lastingOf(who)).toEqual([])
  }), { numRuns: 25, interruptAfterTimeLimit: 12_000 })
  await expectBooksInOrder(testApp)
}, 60_000)
