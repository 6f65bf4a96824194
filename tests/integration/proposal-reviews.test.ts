import { afterEach, expect, test } from 'vitest'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { lapseAllReviews } from '@repactua/api/modules/proposals/index.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import { signatureFor, type Situation } from '../builders/agreement.ts'
import { secondClient as otherClient } from '../builders/client.ts'
import { bargain, debtorOf, FLOORS, proposalsOf } from '../builders/proposal.ts'
import { signInWithCode } from '../builders/person.ts'
import { mailsNow } from '../builders/sent-message.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock, platform } = testApp
const { propose, mine, seen, decide, secondClient } = proposalsOf(testApp)
const rows = rowsOf(testApp.db)
const shop = await bargain(testApp)
const { bearer } = shop.creditor
afterEach(() => clock.moveTo(SOME_DAY))

/** Within hours of contact, two days on. */
const MONDAY = '2026-11-23T15:00:00Z'
const DAY = 24 * 3_600_000

/** A person whose offer waits for a person of the shop. */
async function waiting(creditor = shop.creditor): Promise<Situation & { id: string }> {
  const who = await debtorOf(testApp, creditor)
  const { id, decision } = await propose(who, { monthlyCents: 1_500, dueDay: 10 })
  expect(decision).toBe('in_review')
  return { ...who, id }
}

const again = async <W extends Situation>(who: W): Promise<W> => ({ ...who, cookie: await signInWithCode(testApp, who.cpf) })

test('an approved offer stands on a sheet of that day, is told without a word of debts, and can be signed', async () => {
  const asked = await waiting()
  clock.advance(DAY)
  const decided = await decide(bearer, asked.id, { decision: 'approved', note: 'Combinado. Bom recomeço.', internalNote: 'Cliente antigo' })
  expect(decided).toMatchObject({ decision: 'accepted', reasons: ['approved'], optionId: 'proposal', internalNote: 'Cliente antigo' })
  clock.moveTo(MONDAY)
  const [mail, ...others] = await mailsNow(testApp, asked)
  expect(others).toEqual([])
  expect(mail!.subject).toBe('Há uma decisão para você ler')
  expect(mail!.text).not.toMatch(/d[íi]vida|R\$|proposta (foi )?aceita/i)
  const who = await again(asked)
  const answer = await mine(who, who.id)
  expect(answer).toMatchObject({ decision: 'accepted', reasons: [{ code: 'approved' }], note: 'Combinado. Bom recomeço.' })
  expect(JSON.stringify(answer)).not.toContain('Cliente antigo')
  expect(answer.offerSheet!.standsUntil >= '2026-11-24').toBe(true)
  expect(answer.offerSheet!.options.find(({ id }) => id === 'proposal')).toMatchObject({ count: 59, totalCents: 88_200 })
  const formed = await http.post('/v1/me/agreements').set('cookie', who.cookie).send({ offerSheetId: answer.offerSheet!.id, optionId: 'proposal' }).expect(201)
  await http.post(`/v1/me/agreements/${formed.body.id}/signature`).set('cookie', who.cookie).send(await signatureFor(testApp, who, formed.body as Agreement)).expect(200)
})

test('a refused offer says so kindly, and the person may offer again', async () => {
  const who = await waiting()
  expect(await decide(bearer, who.id, { decision: 'refused', note: 'Hoje não conseguimos. Veja as opções.' })).toMatchObject({ decision: 'refused', reasons: ['not_approved'] })
  expect(await mine(who, who.id)).toMatchObject({ decision: 'refused', note: 'Hoje não conseguimos. Veja as opções.', offerSheetId: null })
  expect(await propose(who, { monthlyCents: 5_000 })).toMatchObject({ decision: 'accepted' })
})

test('a person may set another plan against it', async () => {
  const who = await waiting()
  await decide(bearer, who.id, { decision: 'countered' }, 400)
  expect(await decide(bearer, who.id, { decision: 'countered', counter: { monthlyCents: 500 } }, 422)).toMatchObject({ code: 'counter_too_long' })
  expect(await decide(bearer, who.id, { decision: 'countered', counter: { monthlyCents: 2_000, downPaymentCents: 10_000 } })).toMatchObject({ decision: 'countered', reasons: ['countered_by_person'] })
  clock.moveTo(MONDAY)
  expect((await mailsNow(testApp, who)).map(({ subject }) => subject)).toEqual(['Respondemos à sua proposta'])
  const { offerSheet } = await mine(await again(who), who.id)
  expect(offerSheet!.options.find(({ id }) => id === 'proposal')).toMatchObject({ downPaymentCents: 10_000, totalCents: 88_200, count: 41 })
})

test('under the policy’s share it takes two different clients', async () => {
  const strict = await bargain(testApp, { ...FLOORS, secondApprovalBelowBps: 6_500 })
  const who = await waiting(strict.creditor)
  expect(await seen(strict, who.id)).toMatchObject({ needsSecondApproval: true, approvals: [] })
  const first = await decide(strict.creditor.bearer, who.id, { decision: 'approved' })
  expect(first).toMatchObject({ decision: 'in_review', approvals: [{ clientId: strict.creditor.clientId }] })
  expect(await mine(who, who.id)).toMatchObject({ decision: 'in_review' })
  expect(await decide(strict.creditor.bearer, who.id, { decision: 'approved' }, 403)).toMatchObject({ code: 'second_client_needed' })
  expect(await decide(strict.creditor.bearer, who.id, { decision: 'countered', counter: { monthlyCents: 1_600 } }, 422)).toMatchObject({ code: 'counter_below_limit' })
  expect(await decide(await secondClient(strict.creditor), who.id, { decision: 'approved' })).toMatchObject({ decision: 'accepted', approvals: [{}, {}] })
})

test('after the deadline nobody decides any more; whoever looks first writes it down, once', async () => {
  const asked = await waiting()
  clock.moveTo('2026-11-25T02:59:59.998Z')
  expect(await mine(await again(asked), asked.id)).toMatchObject({ decision: 'in_review' })
  clock.moveTo('2026-11-25T02:59:59.999Z')
  expect(await decide(bearer, asked.id, { decision: 'approved' }, 409)).toMatchObject({ code: 'proposal_review_over' })
  const who = await again(asked)
  expect(await mine(who, who.id)).toMatchObject({ decision: 'lapsed', reasons: [{ code: 'deadline_passed' }], offerSheetId: null })
  expect(await seen(shop, who.id)).toMatchObject({ decision: 'lapsed' })
  await lapseAllReviews(platform)
  expect(await rows("select type from outbox_events where subject = $1 and type = 'proposal.lapsed'", [who.id])).toHaveLength(1)
  clock.moveTo('2026-11-25T15:00:00Z')
  expect((await mailsNow(testApp, asked)).map(({ subject }) => subject)).toEqual(['Sobre a sua proposta'])
  expect(await decide(bearer, who.id, { decision: 'approved' }, 409)).toMatchObject({ code: 'proposal_not_in_review' })
})

test('the nightly job lapses what nobody looks at', async () => {
  const { id } = await waiting()
  clock.advance(5 * DAY)
  await lapseAllReviews(platform)
  expect(await rows('select decision, reason_code from proposals where $1 = \'proposal_\' || id', [id])).toEqual([{ decision: 'lapsed', reason_code: 'deadline_passed' }])
})

test('a newer offer takes the place of one that waits', async () => {
  const who = await waiting()
  await propose(who, { monthlyCents: 1_600 })
  expect(await mine(who, who.id)).toMatchObject({ decision: 'lapsed', reasons: [{ code: 'replaced' }] })
  expect(await decide(bearer, who.id, { decision: 'approved' }, 409)).toMatchObject({ code: 'proposal_not_in_review' })
})

test('a debt that was withdrawn, or has become less, cannot be approved over', async () => {
  const [gone, lowered] = [await waiting(), await waiting()]
  await http.post(`/v1/debts/${gone.debt.externalId}/withdrawal`).set('authorization', bearer).send({ reason: 'paid_elsewhere' }).expect(200)
  expect(await decide(bearer, gone.id, { decision: 'approved' }, 409)).toMatchObject({ code: 'debt_not_open' })
  await rows('update debts set principal_cents = 50000 where $1 = \'debt_\' || id', [lowered.debt.id])
  expect(await decide(bearer, lowered.id, { decision: 'approved' }, 409)).toMatchObject({ code: 'proposal_outdated' })
  expect(await decide(bearer, lowered.id, { decision: 'refused' })).toMatchObject({ decision: 'refused' })
})

test('somebody else’s review is not there, and a decision happens once', async () => {
  const [who, other] = [await waiting(), await bargain(testApp)]
  expect(await decide(other.creditor.bearer, who.id, { decision: 'approved' }, 404)).toMatchObject({ code: 'not_found' })
  const send = () => http.post(`/v1/proposals/${who.id}/decision`).set({ authorization: bearer, 'idempotency-key': who.id }).send({ decision: 'approved' }).expect(200)
  const [first, second] = [await send(), await send()]
  expect(second.body).toEqual(first.body)
  expect(await rows("select type from outbox_events where subject = $1 and type = 'proposal.accepted'", [who.id])).toHaveLength(1)
})

test('two answers in parallel are one', async () => {
  const who = await waiting()
  const answers = await Promise.all([1, 2, 3].map(() => http.post(`/v1/proposals/${who.id}/decision`).set('authorization', bearer).send({ decision: 'approved' })))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
})

test('a note is one plain line', async () => {
  const { id } = await waiting()
  await decide(bearer, id, { decision: 'refused', note: 'uma\nduas' }, 400)
})

test('a client that was revoked decides nothing with the token that it still has', async () => {
  const strict = await bargain(testApp, { ...FLOORS, secondApprovalBelowBps: 9_000 })
  const who = await waiting(strict.creditor)
  const gone = await otherClient(testApp, strict.creditor)
  await http.delete(`/v1/clients/${gone.clientId}`).set('authorization', strict.creditor.bearer).expect(204)
  expect(await decide(gone.bearer, who.id, { decision: 'approved' }, 401)).toMatchObject({ code: 'token_required' })
  expect(await seen(who, who.id)).toMatchObject({ decision: 'in_review', approvals: [] })
})

test('one creditor whose reviews cannot lapse keeps no other one waiting', async () => {
  const [stuck, other] = [await waiting(), await waiting((await bargain(testApp)).creditor)]
  await rows(`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'stuck'; end $$`)
  await rows(`create trigger refuse before update on proposals for each row when (old.creditor_id = '${shop.creditor.creditorId}') execute function refuse()`)
  clock.advance(5 * DAY)
  await expect(lapseAllReviews(platform)).rejects.toThrow('1 creditors')
  await rows('drop trigger refuse on proposals')
  const decisions = await rows<{ decision: string }>('select decision from proposals where id = any ($1) order by creditor_id = $2 desc', [[stuck, other].map(({ id }) => readId(id)), shop.creditor.creditorId])
  expect(decisions.map(({ decision }) => decision)).toEqual(['in_review', 'lapsed'])
})
