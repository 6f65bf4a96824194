import type { PolicyInput } from '@repactua/shared/contract/policies.ts'
import { findPolicyInForce } from '@repactua/api/modules/policies/index.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import { expect, test } from 'vitest'
import { makeCreditor, type TestCreditor } from '../builders/creditor.ts'
import { band, grant, makeDraft, policyInput, publishPolicy, rule } from '../builders/policy.ts'
import { startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http } = testApp
const rows = rowsOf(testApp.db)

const post = (path: string, { bearer }: TestCreditor) => http.post(path).set('authorization', bearer)
const get = (path: string, { bearer }: TestCreditor) => http.get(path).set('authorization', bearer)
const publish = (id: string, creditor: TestCreditor) => post(`/v1/policies/${id}/publication`, creditor)

function inForce({ creditorId, clientId }: TestCreditor) {
  const actor = { kind: 'client', clientId: readId(clientId), creditorId } as const
  return testApp.platform.transact(actor, { creditorId }, (work) => findPolicyInForce(work, creditorId))
}

test('a draft is made, read, published and then in force', async () => {
  const creditor = await makeCreditor(testApp)
  const body = policyInput()
  const created = await post('/v1/policies', creditor).send(body).expect(201)
  expect(created.body).toMatchObject({ name: body.name, rules: body.rules, status: 'draft', version: null, publishedAt: null })
  expect((await get(`/v1/policies/${created.body.id}`, creditor).expect(200)).body).toEqual(created.body)
  expect(await inForce(creditor)).toBeNull()
  const published = await publish(created.body.id, creditor).expect(200)
  expect(published.body).toEqual({ ...created.body, status: 'published', inForce: true, version: 1, publishedAt: testApp.clock.now().toISOString() })
  expect(await inForce(creditor)).toEqual({ id: readId(created.body.id), version: 1, rules: body.rules, audience: null, runningCampaigns: [], campaigns: [], projectIndices: false })
})

test('each publication is one audit entry and one event, and so is each draft', async () => {
  const creditor = await makeCreditor(testApp)
  const { id } = await publishPolicy(testApp, creditor)
  await publish(id, creditor).expect(200)
  const audit = await rows('select action, subject, actor from audit_entries where creditor_id = $1 order by sequence', [creditor.creditorId])
  const news = await rows<{ type: string; data: unknown }>('select type, subject, data from outbox_events where creditor_id = $1', [creditor.creditorId])
  expect(audit).toEqual(['policy.created', 'policy.published'].map((action) => ({ action, subject: id, actor: creditor.clientId })))
  expect(news.map(({ type }) => type).sort()).toEqual(['policy.created', 'policy.published'])
  expect(news).toContainEqual({ type: 'policy.published', subject: id, data: { version: 1, supersedes: null } })
})

test('a new policy supersedes the former one; what is superseded never comes back', async () => {
  const creditor = await makeCreditor(testApp)
  const first = await publishPolicy(testApp, creditor)
  const second = await publishPolicy(testApp, creditor)
  expect([first.version, second.version]).toEqual([1, 2])
  expect((await get(`/v1/policies/${first.id}`, creditor)).body).toMatchObject({ status: 'superseded', inForce: false, version: 1 })
  const again = await publish(second.id, creditor).expect(200)
  expect(again.body).toEqual(second)
  const refused = await publish(first.id, creditor).expect(409)
  expect(refused.body.code).toBe('policy_not_draft')
  expect((await inForce(creditor))?.id).toBe(readId(second.id))
})

test('drafts that are published in parallel get a version each, and one is in force', async () => {
  const creditor = await makeCreditor(testApp)
  const drafts = await Promise.all(Array.from({ length: 4 }, () => makeDraft(testApp, creditor)))
  const answers = await Promise.all(drafts.map(({ id }) => publish(id, creditor).expect(200)))
  expect(answers.map(({ body }) => body.version as number).sort()).toEqual([1, 2, 3, 4])
  const states = await rows('select status, version from policies where creditor_id = $1 order by version', [creditor.creditorId])
  expect(states).toEqual([1, 2, 3, 4].map((version) => ({ version, status: version === 4 ? 'published' : 'superseded' })))
})

test('one draft published twice in parallel is published once', async () => {
  const creditor = await makeCreditor(testApp)
  const { id } = await makeDraft(testApp, creditor)
  const answers = await Promise.all([1, 2, 3].map(() => publish(id, creditor).expect(200)))
  expect(answers.map(({ body }) => body.version as number)).toEqual([1, 1, 1])
  expect(await rows("select from outbox_events where creditor_id = $1 and type = 'policy.published'", [creditor.creditorId])).toHaveLength(1)
})

test.each([
  ['a fine of 3 %', 'financial', grant({ lateFeeBps: 300 }), '/rules/0/grant/lateFeeBps', { rule: 'late-fine', limit: '200', value: '300' }, [/CDC, art\. 52/, /3%/, /2%/]],
  ['interest above Súmula 379', 'financial', grant({ defaultInterestMonthlyBps: 101 }), '/rules/0/grant/defaultInterestMonthlyBps', { rule: 'default-interest-bank', limit: '100', value: '101' }, [/Súmula 379/, /1,01%/, /1%/]],
  ['a plan above usury', 'non_financial', grant({ installments: [band(2, 3), band(4, 12, { monthlyRateBps: 199 })] }), '/rules/0/grant/installments/1/monthlyRateBps', { rule: 'usury', limit: '135', value: '199' }, [/22\.626/, /1,99%/]],
] as const)('the law refuses %s and says which article, limit and value', async (_name, regime, outside, pointer, law, words) => {
  const creditor = await makeCreditor(testApp, { regime })
  const { body } = await post('/v1/policies', creditor).send(policyInput({ rules: [rule({ grant: outside })] })).expect(422)
  expect(body).toMatchObject({ code: 'policy_outside_law', errors: [{ pointer, code: 'policy_outside_law', ...law }] })
  for (const word of words) expect(body.errors[0].message).toMatch(word)
  expect(await rows('select from policies where creditor_id = $1', [creditor.creditorId])).toEqual([])
})

test('the same plan is allowed to a financial creditor', async () => {
  const creditor = await makeCreditor(testApp, { regime: 'financial' })
  await post('/v1/policies', creditor).send(policyInput({ rules: [rule({ grant: grant({ installments: [band(2, 12, { monthlyRateBps: 199 })] }) })] })).expect(201)
})

test('all findings come at once, and those without law keep their own code', async () => {
  const creditor = await makeCreditor(testApp)
  const overlapping = grant({ installments: [band(2, 6), band(6, 12)] })
  const senseless = await post('/v1/policies', creditor).send(policyInput({ rules: [rule({ grant: overlapping })] })).expect(422)
  expect(senseless.body).toMatchObject({ code: 'policy_invalid', errors: [{ pointer: '/rules/0/grant/installments/1/count', code: 'policy_invalid' }] })
  const both = await post('/v1/policies', creditor).send(policyInput({ rules: [rule({ grant: { ...overlapping, lateFeeBps: 201 } })] })).expect(422)
  expect(both.body.code).toBe('policy_outside_law')
  expect(both.body.errors.map(({ code }: { code: string }) => code)).toEqual(['policy_outside_law', 'policy_invalid'])
})

test('the law is asked again at publication', async () => {
  const creditor = await makeCreditor(testApp)
  const { id } = await makeDraft(testApp, creditor)
  await rows(`update policies set rules = jsonb_set(rules, '{0,grant,lateFeeBps}', '300') where creditor_id = $1`, [creditor.creditorId])
  const { body } = await publish(id, creditor).expect(422)
  expect(body.code).toBe('policy_outside_law')
  expect(await inForce(creditor)).toBeNull()
})

const WITH_RULE = (changed: object) => ({ name: 'x', rules: [{ ...rule(), ...changed }] })
test.each([
  ['an unknown field', { ...policyInput(), color: 'red' }, '/color', 'unknown_field'],
  ['an unknown field in a grant', WITH_RULE({ grant: { ...grant(), bonusBps: 1 } }), '/rules/0/grant/bonusBps', 'unknown_field'],
  ['a rate that is no integer', WITH_RULE({ grant: grant({ lateFeeBps: 1.5 }) }), '/rules/0/grant/lateFeeBps', 'wrong_type'],
  ['a rate in text', WITH_RULE({ grant: { ...grant(), lateFeeBps: '200' } }), '/rules/0/grant/lateFeeBps', 'wrong_type'],
  ['an offer that stands one day', WITH_RULE({ grant: grant({ validityDays: 1 }) }), '/rules/0/grant/validityDays', 'too_small'],
  ['a discount above everything', WITH_RULE({ grant: grant({ cash: { discount: { lateFineBps: 10_001, defaultInterestBps: 0, principalBps: 0 }, daysToPay: 5 } }) }), '/rules/0/grant/cash/discount/lateFineBps', 'too_large'],
  ['no rule', { name: 'x', rules: [] }, '/rules', 'too_few'],
  ['no name', { rules: [rule()] }, '/name', 'required'],
])('the schema refuses %s', async (_name, body: object, pointer, code) => {
  const creditor = await makeCreditor(testApp)
  const answer = await post('/v1/policies', creditor).send(body).expect(400)
  expect(answer.body).toMatchObject({ code: 'invalid_request', errors: [{ pointer, code }] })
})

test('another creditor’s policy is not there', async () => {
  const [mine, other] = [await makeCreditor(testApp), await makeCreditor(testApp)]
  const { id } = await makeDraft(testApp, mine)
  for (const answer of [await get(`/v1/policies/${id}`, other), await publish(id, other)]) {
    expect(answer.status).toBe(404)
    expect(answer.body.code).toBe('not_found')
  }
  expect((await get('/v1/policies', other).expect(200)).body).toEqual({ data: [], nextCursor: null })
  await get('/v1/policies/policy_1', mine).expect(400)
})

test('the list goes on where the page ended, newest first', async () => {
  const creditor = await makeCreditor(testApp)
  const ids: string[] = []
  for (const name of ['um', 'dois', 'três']) {
    testApp.clock.advance(1_000)
    ids.unshift((await makeDraft(testApp, creditor, { name })).id)
  }
  const first = (await get('/v1/policies?limit=2', creditor).expect(200)).body
  const second = (await get(`/v1/policies?limit=2&cursor=${first.nextCursor}`, creditor).expect(200)).body
  expect([...first.data, ...second.data].map(({ id }: { id: string }) => id)).toEqual(ids)
  expect(second.nextCursor).toBeNull()
  expect((await get('/v1/policies?cursor=x', creditor).expect(400)).body.code).toBe('invalid_cursor')
  await get('/v1/policies?limit=0', creditor).expect(400)
})

test('the same Idempotency-Key makes one draft; another body is refused', async () => {
  const creditor = await makeCreditor(testApp)
  const send = (body: PolicyInput) => post('/v1/policies', creditor).set('idempotency-key', 'draft-1').send(body)
  const first = await send(policyInput()).expect(201)
  const replayed = await send(policyInput()).expect(201).expect('idempotent-replayed', 'true')
  expect(replayed.body).toEqual(first.body)
  expect((await send(policyInput({ name: 'Outra' })).expect(422)).body.code).toBe('idempotency_key_reused')
  expect((await get('/v1/policies', creditor)).body.data).toHaveLength(1)
})

test('parallel twins make one draft', async () => {
  const creditor = await makeCreditor(testApp)
  const send = () => post('/v1/policies', creditor).set('idempotency-key', 'twins').send(policyInput())
  const answers = await Promise.all(Array.from({ length: 6 }, send))
  for (const { status, body } of answers) if (status !== 201) expect(body.code).toBe('idempotency_in_flight')
  expect((await get('/v1/policies', creditor)).body.data).toHaveLength(1)
})

test('a publication is replayed by its key even after it was superseded', async () => {
  const creditor = await makeCreditor(testApp)
  const { id } = await makeDraft(testApp, creditor)
  const send = () => publish(id, creditor).set('idempotency-key', 'publish-1')
  const first = await send().expect(200)
  await publishPolicy(testApp, creditor)
  expect((await send().expect(200).expect('idempotent-replayed', 'true')).body).toEqual(first.body)
})

test('scopes are kept apart', async () => {
  const creditor = await makeCreditor(testApp)
  const form = { grant_type: 'client_credentials', scope: 'policies:read' }
  const { body } = await http.post('/v1/oauth/token').auth(creditor.clientId, creditor.clientSecret).type('form').send(form).expect(200)
  const reader = { ...creditor, bearer: `Bearer ${body.access_token}` }
  await get('/v1/policies', reader).expect(200)
  expect((await post('/v1/policies', reader).send(policyInput()).expect(403)).body.code).toBe('scope_missing')
  await http.get('/v1/policies').expect(401)
})

test('the application cannot change the rules of a policy, nor delete it', async () => {
  const creditor = await makeCreditor(testApp)
  const change = (sql: string) =>
    testApp.platform.transact({ kind: 'system' }, { creditorId: creditor.creditorId }, ({ tx }) => tx.$client.query(sql))
  await expect(change("update policies set rules = '[]'")).rejects.toThrow('permission denied')
  await expect(change('delete from policies')).rejects.toThrow('permission denied')
})
