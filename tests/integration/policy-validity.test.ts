import { findPolicyInForce } from '@repactua/api/modules/policies/index.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import { expect, test } from 'vitest'
import { campaign, campaignPolicy } from '../builders/campaign.ts'
import { makeCreditor, tokenFor, type TestCreditor } from '../builders/creditor.ts'
import { makeDraft, policyInput, publishPolicy, rule } from '../builders/policy.ts'
import { SOME_DAY, startApp } from '../support/app.ts'

const testApp = await startApp()
const { http, clock } = testApp

// São Paulo is three hours behind UTC.
const MIDNIGHT = (day: string) => Date.parse(`${day}T03:00:00.000Z`)
const FIRST_MOMENT = (day: string) => new Date(MIDNIGHT(day))
const LAST_MOMENT_BEFORE = (day: string) => new Date(MIDNIGHT(day) - 1)

async function versionAt({ creditorId }: TestCreditor, moment: Date): Promise<number | null> {
  clock.moveTo(moment)
  const found = await testApp.platform.transact({ kind: 'system' }, { creditorId }, (work) => findPolicyInForce(work, creditorId))
  return found?.version ?? null
}

async function newCreditor(): Promise<TestCreditor> {
  clock.moveTo(SOME_DAY)
  return makeCreditor(testApp)
}

const statesOf = async ({ bearer }: TestCreditor) => {
  const { body } = await http.get('/v1/policies').set('authorization', bearer).expect(200)
  return (body.data as { version: number; status: string; inForce: boolean }[]).map(({ version, status, inForce }) => [version, status, inForce] as const).sort(([a], [b]) => b - a)
}

test('a policy holds from the first to the last moment of its validity, in São Paulo', async () => {
  const creditor = await newCreditor()
  await publishPolicy(testApp, creditor, { validFrom: '2026-11-25', validTo: '2026-11-26' })
  expect(await versionAt(creditor, LAST_MOMENT_BEFORE('2026-11-25'))).toBeNull()
  expect(await versionAt(creditor, FIRST_MOMENT('2026-11-25'))).toBe(1)
  expect(await versionAt(creditor, LAST_MOMENT_BEFORE('2026-11-27'))).toBe(1)
  expect(await versionAt(creditor, FIRST_MOMENT('2026-11-27'))).toBeNull()
})

test('a version that begins later waits beside the one in force, which ends for good then', async () => {
  const creditor = await newCreditor()
  await publishPolicy(testApp, creditor)
  await publishPolicy(testApp, creditor, { validFrom: '2026-12-01', validTo: '2026-12-24' })
  expect(await statesOf(creditor)).toEqual([[2, 'published', false], [1, 'published', true]])
  expect(await versionAt(creditor, LAST_MOMENT_BEFORE('2026-12-01'))).toBe(1)
  expect(await versionAt(creditor, FIRST_MOMENT('2026-12-01'))).toBe(2)
  expect(await versionAt(creditor, FIRST_MOMENT('2026-12-25'))).toBeNull()
})

test('a version of today ends all others, also one that would begin later', async () => {
  const creditor = await newCreditor()
  await publishPolicy(testApp, creditor)
  await publishPolicy(testApp, creditor, { validFrom: '2026-12-01' })
  await publishPolicy(testApp, creditor, { validFrom: '2026-11-21' })
  expect(await statesOf(creditor)).toEqual([[3, 'published', true], [2, 'superseded', false], [1, 'superseded', false]])
  expect(await versionAt(creditor, FIRST_MOMENT('2026-12-01'))).toBe(3)
})

test('of versions to come the last published one holds; one that would never hold is superseded', async () => {
  const creditor = await newCreditor()
  await publishPolicy(testApp, creditor)
  await publishPolicy(testApp, creditor, { validFrom: '2026-12-15' })
  await publishPolicy(testApp, creditor, { validFrom: '2026-12-01' })
  expect(await statesOf(creditor)).toEqual([[3, 'published', false], [2, 'superseded', false], [1, 'published', true]])
  await publishPolicy(testApp, creditor, { validFrom: '2026-12-20' })
  expect(await versionAt(creditor, FIRST_MOMENT('2026-12-19'))).toBe(3)
  expect(await versionAt(creditor, FIRST_MOMENT('2026-12-20'))).toBe(4)
  await publishPolicy(testApp, creditor, { validFrom: '2027-01-10' })
  expect((await statesOf(creditor)).filter(([, status]) => status === 'published')).toEqual([[5, 'published', false], [4, 'published', true]])
})

test('publications in parallel, of today and of later, leave one in force', async () => {
  const creditor = await newCreditor()
  const drafts = await Promise.all([undefined, '2026-12-01', undefined, '2026-12-02'].map((validFrom) => makeDraft(testApp, creditor, validFrom ? { validFrom } : {})))
  await Promise.all(drafts.map(({ id }) => http.post(`/v1/policies/${id}/publication`).set('authorization', creditor.bearer).expect(200)))
  expect((await statesOf(creditor)).filter(([, , inForce]) => inForce)).toHaveLength(1)
})

test('nothing is offered while no policy holds', async () => {
  const creditor = await newCreditor()
  await publishPolicy(testApp, creditor, { validTo: '2026-11-21' })
  expect(await versionAt(creditor, LAST_MOMENT_BEFORE('2026-11-22'))).toBe(1)
  expect(await versionAt(creditor, FIRST_MOMENT('2026-11-22'))).toBeNull()
  expect(await statesOf(creditor)).toEqual([[1, 'published', false]])
})

const YEAR = { startsOn: '2026-12-01', endsOn: '2027-12-01' }
test.each([
  ['a validity that ends before it begins', { validFrom: '2026-12-02', validTo: '2026-12-01' }, [['/validTo', 'validity-order']]],
  ['a validity that is over', { validTo: '2026-11-20' }, [['/validTo', 'validity-past']]],
  ['a campaign that ends before it begins', campaignPolicy(campaign({ startsOn: '2026-12-02', endsOn: '2026-12-01' })), [['/campaigns/0/endsOn', 'campaign-order']]],
  ['the same code twice', campaignPolicy(campaign(), campaign({ code: 'OUTRA' }), campaign()), [['/campaigns/2/code', 'campaign-twice']]],
  ['a campaign longer than a year', campaignPolicy(campaign({ ...YEAR, endsOn: '2027-12-02' })), [['/campaigns/0/endsOn', 'campaign-too-long']]],
  ['a rule of a campaign that is not there', { rules: [rule({ when: { campaign: 'OUTRA' } })], campaigns: [campaign()] }, [['/rules/0/when/campaign', 'campaign-unknown']]],
  ['an audience of a campaign', { audience: { campaign: 'FIM-DE-ANO' } }, [['/audience/campaign', 'audience-campaign']]],
])('refused: %s', async (_name, parts, expected) => {
  const creditor = await newCreditor()
  const { body } = await http.post('/v1/policies').set('authorization', creditor.bearer).send(policyInput(parts)).expect(422)
  expect(body.code).toBe('policy_invalid')
  const found = (body.errors as { pointer: string; rule: string }[]).map(({ pointer, rule: id }) => [pointer, id])
  for (const finding of expected) expect(found).toContainEqual(finding)
})

test.each([
  ['a day that does not exist', { validFrom: '2026-02-30' }, '/validFrom'],
  ['a budget of zero', campaignPolicy(campaign({ discountBudgetCents: 0 })), '/campaigns/0/discountBudgetCents'],
  ['a code with spaces', { campaigns: [campaign({ code: 'A B' })] }, '/campaigns/0/code'],
])('the schema refuses %s', async (_name, parts, pointer) => {
  const creditor = await newCreditor()
  const { body } = await http.post('/v1/policies').set('authorization', creditor.bearer).send({ ...policyInput(), ...parts }).expect(400)
  expect(body).toMatchObject({ code: 'invalid_request', errors: [{ pointer }] })
})

test('what was sent is answered: validity, audience, campaigns of a year, projection', async () => {
  const creditor = await newCreditor()
  const frame = { validFrom: '2026-12-01', validTo: '2027-12-01', audience: { states: ['SP' as const] }, projectIndices: true }
  const draft = await makeDraft(testApp, creditor, { ...campaignPolicy(campaign(YEAR)), ...frame })
  expect(draft).toMatchObject({ ...frame, campaigns: [campaign(YEAR)], approval: null, inForce: false })
  const plain = await makeDraft(testApp, creditor)
  expect(plain).toMatchObject({ validFrom: null, validTo: null, audience: null, campaigns: [], projectIndices: false })
  expect(readId(draft.id)).not.toBe(readId(plain.id))
})

test('a policy whose validity ended as a draft is refused at publication', async () => {
  const creditor = await newCreditor()
  const { id } = await makeDraft(testApp, creditor, { validTo: '2026-11-21' })
  clock.moveTo(FIRST_MOMENT('2026-11-22'))
  const bearer = await tokenFor(testApp, creditor.clientId, creditor.clientSecret)
  const { body } = await http.post(`/v1/policies/${id}/publication`).set('authorization', bearer).expect(422)
  expect(body).toMatchObject({ code: 'policy_invalid', errors: [{ pointer: '/validTo', rule: 'validity-past' }] })
})
