import type { CreditorProfileReview, MyProfile, ProfileReview } from '@repactua/shared/contract/profile-reviews.ts'
import { alarmProfileReviews } from '@repactua/api/modules/segments/index.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { afterEach, expect, test } from 'vitest'
import { signedAgreement, situation, type Situation } from '../builders/agreement.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput } from '../builders/person.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock, platform } = testApp
const rows = rowsOf(testApp.db)

afterEach(() => clock.moveTo(SOME_DAY))

const mine = async ({ cookie }: { cookie: string }) => (await http.get('/v1/me/profiles').set('cookie', cookie).expect(200)).body.data as MyProfile[]
const ask = ({ cookie, creditor }: Pick<Situation, 'cookie' | 'creditor'>, body: object = {}) => http.post(`/v1/me/profiles/${creditor.shownId}/review`).set('cookie', cookie).send(body)
const asked = async (who: Situation, body: object = {}) => (await ask(who, body).expect(201)).body as ProfileReview
const decide = ({ creditor }: Pick<Situation, 'creditor'>, { id }: ProfileReview, body: object) => http.post(`/v1/profile-reviews/${id}/decision`).set('authorization', creditor.bearer).send(body)
const listed = async ({ creditor }: Pick<Situation, 'creditor'>, query = '') => (await http.get(`/v1/profile-reviews${query}`).set('authorization', creditor.bearer).expect(200)).body.data as CreditorProfileReview[]
const eventsOf = async ({ creditor }: Pick<Situation, 'creditor'>) =>
  (await rows<{ type: string }>("select type from outbox_events where creditor_id = $1 and type like 'profile_review.%' order by position", [creditor.creditorId])).map(({ type }) => type)
const messagesOf = ({ creditor }: Pick<Situation, 'creditor'>) => rows<{ template_key: string; purpose: string; step_key: string }>('select template_key, purpose, step_key from messages where creditor_id = $1', [creditor.creditorId])

test('a person reads what each creditor makes of their history, and can add it up', async () => {
  const who = await situation(testApp)
  await makeDebt(testApp, await makeCreditor(testApp, { tradeName: 'Escola Exemplo' }), { debtor: personInput({ cpf: who.cpf }), riskBand: 'high', dueOn: '2026-11-10' })
  const profiles = await mine(who)
  const here = profiles.find(({ creditor }) => creditor.id === who.creditor.shownId)!
  const there = profiles.find(({ creditor }) => creditor.tradeName === 'Escola Exemplo')!
  expect(profiles).toHaveLength(2)
  expect(here).toMatchObject({ asOf: '2026-11-21', band: 'medium', bandSource: 'computed', importance: 'low', version: 1, uploaded: null, review: null, can: { askForReview: { ok: true } }, computed: { basePoints: 40, points: 55, mediumFrom: 35, highFrom: 60 } })
  expect(here.computed!.factors.reduce((sum, { points }) => sum + points, 40)).toBe(55)
  expect(here.computed!.factors.map(({ text }) => text).slice(0, 3)).toEqual(['Uma conta ou parcela passou do dia nos últimos cinco anos, e foi a única.', 'O que está em aberto há mais tempo venceu há 256 dias.', 'Nenhum acordo foi desfeito por atraso nos últimos cinco anos.'])
  expect(there).toMatchObject({ band: 'high', bandSource: 'debts', computed: null, usedFor: [expect.stringContaining('pode vir logo'), expect.anything(), expect.anything()] })
  await signedAgreement(testApp, who)
  expect((await mine(who)).find(({ creditor }) => creditor.id === who.creditor.shownId)!.computed).toMatchObject({ points: 35 })
})

test('an uploaded band is told with its reasons', async () => {
  const who = await situation(testApp)
  await http.put('/v1/debtor-scores').set('authorization', who.creditor.bearer).send([{ cpf: who.cpf, band: 'low', score: 812, source: 'Bureau de Exemplo', validUntil: '2026-12-31', reasons: ['Contas pagas no dia'] }]).expect(200)
  expect((await mine(who))[0]).toMatchObject({ band: 'low', bandSource: 'uploaded', computed: null, uploaded: { source: 'Bureau de Exemplo', score: 812, reasons: ['Contas pagas no dia'], validUntil: '2026-12-31' } })
})

test('a review has its clock, is answered by a person, and the person who asked is told', async () => {
  const who = await situation(testApp)
  const review = await asked(who, { statement: 'O atraso foi por um erro do banco.' })
  expect(review).toMatchObject({ status: 'open', statement: 'O atraso foi por um erro do banco.', answerBy: '2026-12-06', answer: null, endedAt: null })
  expect((await ask(who).expect(409)).body.code).toBe('review_open')
  expect((await mine(who))[0]).toMatchObject({ review: { id: review.id }, can: { askForReview: { ok: false, code: 'review_open' } } })
  expect(await listed(who, '?status=open')).toMatchObject([{ id: review.id, debtorId: expect.stringMatching(/^debtor_/), profile: { band: 'medium', bandSource: 'computed', version: 1, basePoints: 40, points: 55 } }])
  const decision = { outcome: 'changed', answer: 'Você tem razão: o banco confirmou.', band: 'low', validUntil: '2027-11-21' }
  for (let twice = 0; twice < 2; twice++) expect((await decide(who, review, decision).expect(200)).body).toMatchObject({ status: 'changed', answer: decision.answer })
  expect((await decide(who, review, { outcome: 'kept', answer: 'Não.' }).expect(409)).body.code).toBe('review_closed')
  expect((await mine(who))[0]).toMatchObject({ band: 'low', bandSource: 'uploaded', review: { status: 'changed', answer: decision.answer }, can: { askForReview: { ok: true } } })
  expect(await messagesOf(who)).toEqual([{ template_key: 'decision-ready', purpose: 'service', step_key: `profile-review:${review.id.replace('review_', '')}` }])
  expect(await eventsOf(who)).toEqual(['profile_review.opened', 'profile_review.decided'])
})

test('a profile that is kept stays as it was, and may be asked about again', async () => {
  const who = await situation(testApp)
  const review = await asked(who)
  expect((await decide(who, review, { outcome: 'changed', answer: 'x', band: 'low', validUntil: '2026-11-20' }).expect(422)).body.code).toBe('score_expired')
  await decide(who, review, { outcome: 'kept', answer: 'Os pagamentos estão certos.' }).expect(200)
  expect((await mine(who))[0]).toMatchObject({ band: 'medium', bandSource: 'computed', review: { status: 'kept' } })
  clock.advance(1)
  expect((await asked(who)).id).not.toBe(review.id)
  expect(await listed(who, '?status=kept')).toHaveLength(1)
})

test('two calls with one key are one request', async () => {
  const who = await situation(testApp)
  const send = () => ask(who).set('idempotency-key', 'once').expect(201)
  expect((await send()).body.id).toBe((await send()).body.id)
  expect(await listed(who)).toHaveLength(1)
})

test('what is another’s is nobody’s', async () => {
  const who = await situation(testApp)
  const other = await situation(testApp)
  const review = await asked(who)
  await ask({ cookie: other.cookie, creditor: who.creditor }).expect(404)
  await ask({ cookie: who.cookie, creditor: await makeCreditor(testApp) }).expect(404)
  await decide(other, review, { outcome: 'kept', answer: 'x' }).expect(404)
  expect(await listed(other)).toEqual([])
  expect((await mine(other)).map(({ review: one }) => one)).toEqual([null])
  await http.get('/v1/me/profiles').expect(401)
  await decide(who, review, { outcome: 'kept' }).expect(400)
  await decide(who, review, { outcome: 'changed', answer: 'x' }).expect(400)
})

test('a late answer alarms its creditor once', async () => {
  const who = await situation(testApp)
  await asked(who)
  const night = () => alarmProfileReviews({ platform, logger: createLogger('silent') })
  clock.moveTo('2026-12-06T15:00:00Z')
  await night()
  expect(await eventsOf(who)).toEqual(['profile_review.opened'])
  clock.moveTo('2026-12-07T15:00:00Z')
  await Promise.all([night(), night()])
  await night()
  expect(await eventsOf(who)).toEqual(['profile_review.opened', 'profile_review.overdue'])
})
