import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import { expect, test } from 'vitest'
import { formAgreement, signatureFor, type Situation } from '../builders/agreement.ts'
import { campaign, campaignPolicy, stateOf } from '../builders/campaign.ts'
import { makeCreditor, type TestCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput, signInWithCode } from '../builders/person.ts'
import { publishPolicy } from '../builders/policy.ts'
import { startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http } = testApp
const rows = rowsOf(testApp.db)

const SIGNERS = 30
const PLENTY = 1_000_000_000

interface Ready {
  who: Situation
  agreement: Agreement
  body: object
}

/** A person of this creditor who has read the term and holds the code that signs it. */
async function ready(creditor: TestCreditor, principalCents: number): Promise<Ready> {
  const debtor = personInput()
  const debt = await makeDebt(testApp, creditor, { debtor, principalCents })
  const who = { creditor, cpf: debtor.cpf, debt, cookie: await signInWithCode(testApp, debtor.cpf) }
  const agreement = await formAgreement(testApp, who, 'cash')
  return { who, agreement, body: await signatureFor(testApp, who, agreement) }
}

// One after another: a cold house answers 503 to a crowd, which is no part of this.
async function allReady(creditor: TestCreditor, principals: readonly number[]): Promise<Ready[]> {
  const signers: Ready[] = []
  for (const principalCents of principals) signers.push(await ready(creditor, principalCents))
  return signers
}

/** Signs; asks again where the house was too busy to answer, as a browser does. */
async function sign({ who, agreement, body }: Ready, tries = 10): Promise<{ status: number; body: { code?: string } }> {
  const answer = await http.post(`/v1/me/agreements/${agreement.id}/signature`).set('cookie', who.cookie).send(body)
  return answer.status === 503 && tries > 1 ? sign({ who, agreement, body }, tries - 1) : answer
}

/** Signs all at once, against a budget that is set once everybody is ready. */
async function race(creditor: TestCreditor, signers: readonly Ready[], discountBudgetCents: number) {
  await publishPolicy(testApp, creditor, campaignPolicy(campaign({ discountBudgetCents })))
  const answers = await Promise.all(signers.map((signer) => sign(signer)))
  const state = (await stateOf(testApp, creditor))!
  const signed = signers.filter((_, i) => answers[i]!.status === 200)
  const refused = signers.filter((_, i) => answers[i]!.status !== 200)
  expect(answers.filter(({ status }) => status !== 200).map(({ body }) => body.code)).toEqual(refused.map(() => 'campaign_budget_spent'))
  return { state, signed, refused }
}

const discounts = (list: readonly Ready[]) => list.map(({ agreement }) => agreement.discountCents)
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)

async function newCreditor(): Promise<TestCreditor> {
  const creditor = await makeCreditor(testApp)
  await publishPolicy(testApp, creditor, campaignPolicy(campaign({ discountBudgetCents: PLENTY })))
  return creditor
}

test('30 sign at once against a budget for 7: seven sign, and of the others nothing is written', async () => {
  const creditor = await newCreditor()
  const signers = await allReady(creditor, Array.from({ length: SIGNERS }, () => 98_000))
  const [each] = discounts(signers)
  const { state, signed, refused } = await race(creditor, signers, 7 * each! + 1)
  expect(signed).toHaveLength(7)
  expect(state).toMatchObject({ spentCents: 7 * each!, leftCents: 1 })
  await expectOnlyTheirs(creditor, signed, refused)
})

test.each([1, 2])('round %i of unequal discounts: what is spent is what was signed, and whoever was refused did not fit', async (round) => {
  const creditor = await newCreditor()
  const signers = await allReady(creditor, Array.from({ length: SIGNERS }, (_, i) => 20_000 + ((i * 7_919 * round) % 61) * 3_331))
  const { state, signed, refused } = await race(creditor, signers, Math.floor(sum(discounts(signers)) / 4))
  expect(state.spentCents).toBe(sum(discounts(signed)))
  expect(state.spentCents).toBeLessThanOrEqual(state.budgetCents)
  for (const discountCents of discounts(refused)) expect(discountCents).toBeGreaterThan(state.leftCents)
  await expectOnlyTheirs(creditor, signed, refused)
})

test('cancellations beside signatures: what is spent is what stands', async () => {
  const creditor = await newCreditor()
  const signers = await allReady(creditor, Array.from({ length: 12 }, () => 98_000))
  const [each] = discounts(signers)
  const { signed, refused } = await race(creditor, signers, 6 * each!)
  const cancel = ({ agreement }: Ready) => http.post(`/v1/agreements/${agreement.id}/cancellation`).set('authorization', creditor.bearer).send({ reason: 'creditor_decision' })
  await Promise.all([...signed.slice(0, 3).flatMap((one) => [cancel(one), cancel(one)]), ...refused.map((one) => sign(one))])
  const standing = await rows("select from agreements where creditor_id = $1 and status = 'awaiting_first_payment'", [creditor.creditorId])
  const state = (await stateOf(testApp, creditor))!
  expect(state.spentCents).toBe(standing.length * each!)
  expect(standing.length).toBeGreaterThanOrEqual(3)
  expect(standing.length).toBeLessThanOrEqual(6)
})

async function expectOnlyTheirs(creditor: TestCreditor, signed: readonly Ready[], refused: readonly Ready[]): Promise<void> {
  const idsIn = async (sql: string) => (await rows<{ id: string }>(sql, [creditor.creditorId])).map(({ id }) => id).sort()
  const ids = (list: readonly Ready[]) => list.map(({ agreement }) => readId(agreement.id)).sort()
  expect(await idsIn('select agreement_id as id from campaign_spendings where creditor_id = $1')).toEqual(ids(signed))
  expect(await idsIn('select agreement_id as id from signatures where creditor_id = $1')).toEqual(ids(signed))
  expect(await idsIn('select distinct agreement_id as id from installments where creditor_id = $1')).toEqual(ids(signed))
  expect(await idsIn('select agreement_id as id from agreement_debts where creditor_id = $1 and live')).toEqual(ids(signed))
  expect(await idsIn('select agreement_id as id from challenges where creditor_id = $1 and used_at is not null')).toEqual(ids(signed))
  expect(await idsIn("select id from agreements where creditor_id = $1 and status = 'awaiting_signature'")).toEqual(ids(refused))
}

test('the books are in order', () => expectBooksInOrder(testApp))
