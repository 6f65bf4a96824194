import { findPolicyInForce } from '@repactua/api/modules/policies/index.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import { expect, test } from 'vitest'
import { secondClient, wantFourEyes } from '../builders/client.ts'
import { makeCreditor, type TestCreditor } from '../builders/creditor.ts'
import { makeDraft, publishPolicy } from '../builders/policy.ts'
import { startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock } = testApp
const rows = rowsOf(testApp.db)

const publish = ({ bearer }: TestCreditor, id: string) => http.post(`/v1/policies/${id}/publication`).set('authorization', bearer)
const approve = ({ bearer }: TestCreditor, id: string) => http.post(`/v1/policies/${id}/approval`).set('authorization', bearer)
const patch = ({ bearer }: TestCreditor, body: object) => http.patch('/v1/creditors/me/settings').set('authorization', bearer).send(body)
const settings = async ({ bearer }: TestCreditor) => (await http.get('/v1/creditors/me/settings').set('authorization', bearer).expect(200)).body as unknown
const REST = { remindDaysBefore: 3, shortToleranceCents: 0, overpayment: 'next_installments', tellsBalances: false, answerHours: 4 }
const OFF = { fourEyesPublishing: false, fourEyesEnd: null, showsBarredDebts: false, ...REST }

const inForce = ({ creditorId }: TestCreditor) =>
  testApp.platform.transact({ kind: 'system' }, { creditorId }, (work) => findPolicyInForce(work, creditorId))

async function twoClients(): Promise<[TestCreditor, TestCreditor]> {
  const first = await makeCreditor(testApp)
  const second = await secondClient(testApp, first)
  await wantFourEyes(testApp, first)
  return [first, second]
}

test('one client asks, another one approves; both are told, and both stand in the trail', async () => {
  const [first, second] = await twoClients()
  const draft = await makeDraft(testApp, first)
  const asked = await publish(first, draft.id).expect(200)
  const askedAt = clock.now().toISOString()
  expect(asked.body).toEqual({ ...draft, status: 'awaiting_approval', approval: { askedBy: first.clientId, askedAt, approvedBy: null } })
  expect(await inForce(first)).toBeNull()
  clock.advance(60_000)
  const approved = await approve(second, draft.id).expect(200)
  expect(approved.body).toMatchObject({ status: 'published', version: 1, inForce: true, approval: { askedBy: first.clientId, askedAt, approvedBy: second.clientId }, publishedAt: clock.now().toISOString() })
  expect((await inForce(first))?.id).toBe(readId(draft.id))
  const trail = await rows('select action, actor from audit_entries where creditor_id = $1 and subject = $2 order by sequence', [first.creditorId, draft.id])
  expect(trail).toEqual([
    { action: 'policy.created', actor: first.clientId },
    { action: 'policy.approval_requested', actor: first.clientId },
    { action: 'policy.published', actor: second.clientId },
  ])
})

test('who asked is refused, however often; asking again changes nothing', async () => {
  const [first, second] = await twoClients()
  const { id } = await makeDraft(testApp, first)
  const asked = await publish(first, id).expect(200)
  clock.advance(1_000)
  expect((await publish(first, id).expect(200)).body).toEqual(asked.body)
  expect((await publish(second, id).expect(200)).body).toEqual(asked.body)
  const { body } = await approve(first, id).expect(403)
  expect(body).toMatchObject({ code: 'second_client_needed', action: 'Peça a aprovação com outra credencial do mesmo credor.' })
  expect(await inForce(first)).toBeNull()
})

test('approved twice, or by two in parallel, it is published once', async () => {
  const [first, second] = await twoClients()
  const third = await secondClient(testApp, first)
  const { id } = await makeDraft(testApp, first)
  await publish(first, id).expect(200)
  const answers = await Promise.all([second, third, second].map((client) => approve(client, id).expect(200)))
  expect(answers.map(({ body }) => body.version as number)).toEqual([1, 1, 1])
  expect((await approve(second, id).expect(200)).body.version).toBe(1)
  expect(await rows("select from outbox_events where creditor_id = $1 and type = 'policy.published'", [first.creditorId])).toHaveLength(1)
})

test('nothing to approve: a draft, a superseded policy, somebody else’s', async () => {
  const [first, second] = await twoClients()
  const { id } = await makeDraft(testApp, first)
  expect((await approve(second, id).expect(409)).body.code).toBe('policy_not_awaiting_approval')
  await publish(first, id).expect(200)
  const other = await makeCreditor(testApp)
  expect((await approve(other, id).expect(404)).body.code).toBe('not_found')
  await http.post(`/v1/policies/${id}/approval`).expect(401)
  await approve(second, id).expect(200)
  const next = await makeDraft(testApp, first)
  await publish(first, next.id).expect(200)
  await approve(second, next.id).expect(200)
  expect((await approve(second, id).expect(409)).body.code).toBe('policy_not_awaiting_approval')
})

test('a client that was revoked approves nothing, though its token still lives', async () => {
  const [first, second] = await twoClients()
  const { id } = await makeDraft(testApp, first)
  await publish(first, id).expect(200)
  await http.delete(`/v1/clients/${second.clientId}`).set('authorization', first.bearer).expect(204)
  expect((await approve(second, id).expect(401)).body.code).toBe('token_required')
  expect((await patch(second, { fourEyesPublishing: false }).expect(401)).body.code).toBe('token_required')
  expect(await inForce(first)).toBeNull()
})

test('the law is asked again at the approval', async () => {
  const [first, second] = await twoClients()
  const { id } = await makeDraft(testApp, first)
  await publish(first, id).expect(200)
  await rows(`update policies set rules = jsonb_set(rules, '{0,grant,lateFeeBps}', '300') where creditor_id = $1`, [first.creditorId])
  expect((await approve(second, id).expect(422)).body.code).toBe('policy_outside_law')
  expect(await inForce(first)).toBeNull()
})

test('settings: off at first, on by one client, off by two', async () => {
  const first = await makeCreditor(testApp)
  const second = await secondClient(testApp, first)
  expect(await settings(first)).toEqual(OFF)
  expect((await patch(first, { fourEyesPublishing: true }).expect(200)).body).toEqual({ ...OFF, fourEyesPublishing: true })
  const asked = { fourEyesPublishing: true, fourEyesEnd: { askedBy: first.clientId, askedAt: clock.now().toISOString() }, showsBarredDebts: false, ...REST }
  expect((await patch(first, { fourEyesPublishing: false }).expect(200)).body).toEqual(asked)
  expect((await patch(first, { fourEyesPublishing: false }).expect(403)).body.code).toBe('second_client_needed')
  expect(await settings(second)).toEqual(asked)
  expect((await patch(second, { fourEyesPublishing: false }).expect(200)).body).toEqual(OFF)
  await publishPolicy(testApp, first)
  const actions = await rows<{ action: string }>("select action from audit_entries where creditor_id = $1 and action = 'settings.changed'", [first.creditorId])
  expect(actions).toHaveLength(3)
})

test('whoever sets four eyes on again takes the asking back', async () => {
  const [first, second] = await twoClients()
  await patch(first, { fourEyesPublishing: false }).expect(200)
  expect((await patch(second, { fourEyesPublishing: true }).expect(200)).body.fourEyesEnd).toBeNull()
  expect((await patch(second, { fourEyesPublishing: false }).expect(200)).body.fourEyesPublishing).toBe(true)
})

test('a policy that waits is published by whoever asks once four eyes have ended', async () => {
  const [first, second] = await twoClients()
  const { id } = await makeDraft(testApp, first)
  await publish(first, id).expect(200)
  await patch(first, { fourEyesPublishing: false }).expect(200)
  await patch(second, { fourEyesPublishing: false }).expect(200)
  expect((await publish(first, id).expect(200)).body).toMatchObject({ status: 'published', approval: { askedBy: first.clientId, approvedBy: null } })
})

test('other settings need one client; what is left out stays; nothing else is taken', async () => {
  const [first] = await twoClients()
  expect((await patch(first, { showsBarredDebts: true }).expect(200)).body).toEqual({ fourEyesPublishing: true, fourEyesEnd: null, showsBarredDebts: true, ...REST })
  await patch(first, {}).expect(200)
  expect(await settings(await makeCreditor(testApp))).toEqual(OFF)
  expect((await patch(first, { color: 'red' }).expect(400)).body.errors).toMatchObject([{ pointer: '/color', code: 'unknown_field' }])
  const reader = await secondClient(testApp, first, ['settings:read'])
  await settings(reader)
  expect((await patch(reader, { showsBarredDebts: false }).expect(403)).body.code).toBe('scope_missing')
})
