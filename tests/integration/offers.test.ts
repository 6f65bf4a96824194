import { createHash } from 'node:crypto'
import { OfferSheet, type OfferSheet as Sheet } from '@repactua/shared/contract/offers.ts'
import { sumCents } from '@repactua/shared/money/cents.ts'
import { loadSheet } from '@repactua/api/modules/offers/index.ts'
import { recomputeSheet } from '@repactua/api/modules/offers/recompute-sheet.ts'
import type { SheetInputs } from '@repactua/api/modules/offers/sheet-inputs.ts'
import { createAjv } from '@repactua/api/platform/schema/ajv.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import { beforeEach, expect, test } from 'vitest'
import { situation } from '../builders/agreement.ts'
import type { TestCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput, signInWithCode } from '../builders/person.ts'
import { band, grant, publishPolicy, rule } from '../builders/policy.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, platform, clock } = testApp
const rows = rowsOf(testApp.db)
const followsContract = createAjv(false).compile(OfferSheet)

beforeEach(() => clock.moveTo(SOME_DAY))

const askAs = (cookie: string, body: object) => http.post('/v1/me/offer-sheets').set('cookie', cookie).send(body)
const askFor = ({ bearer }: TestCreditor, body: object) => http.post('/v1/offer-sheets').set('authorization', bearer).send(body)

interface StoredSheet {
  document: string
  inputs: string
  sha256: Buffer
  expires_at: Date
}

async function storedSheet(shownId: string): Promise<StoredSheet> {
  const [row] = await rows<StoredSheet>('select document, inputs, sha256, expires_at from offer_sheets where id = $1', [readId(shownId)])
  return row!
}

test('a person sees every way to pay their debt, cheapest first', async () => {
  const { creditor, debt, cookie } = await situation(testApp)
  const answer = await askAs(cookie, { debtIds: [debt.id] }).expect(201)
  const sheet = answer.body as Sheet
  expect(followsContract(sheet), JSON.stringify(followsContract.errors)).toBe(true)
  expect(sheet).toMatchObject({
    createdAt: SOME_DAY, standsUntil: '2026-11-26', expiresAt: '2026-11-27T02:59:59.999Z',
    creditor: { id: creditor.shownId }, balanceCents: 108_323, policy: { version: 1 }, dueDays: [5, 10, 20], dueDay: 20,
    debts: [{ id: debt.id, externalId: debt.externalId, balance: debt.balance }],
  })
  expect(sheet.options.map(({ id }) => id)).toEqual(['cash', ...Array.from({ length: 11 }, (_, i) => `installments-${i + 2}`)])
  expect(sheet.options[0]).toMatchObject({ totalCents: 58_800, discountCents: 49_523, parts: [{ debtId: debt.id, rule: 'Todas as dívidas', totalCents: 58_800 }] })
})

test('in every option the installments sum to its total and every check of the law has passed', async () => {
  const { debt, cookie } = await situation(testApp)
  const { options } = (await askAs(cookie, { debtIds: [debt.id] }).expect(201)).body as Sheet
  for (const option of options) {
    expect(sumCents(option.installments.map(({ amountCents }) => amountCents))).toBe(option.totalCents)
    expect(sumCents(option.parts.map(({ totalCents }) => totalCents))).toBe(option.totalCents)
    expect(option.installments).toHaveLength(option.count)
    expect(option.legalChecks.length).toBeGreaterThan(0)
    expect(option.legalChecks.every(({ passed }) => passed)).toBe(true)
  }
})

test('what is kept is the answer byte for byte, with its hash, and names nobody', async () => {
  const { debt, cookie, cpf } = await situation(testApp)
  const answer = await askAs(cookie, { debtIds: [debt.id] }).expect(201)
  const { document, sha256, expires_at } = await storedSheet(answer.body.id)
  expect(document).toBe(answer.text)
  expect(sha256).toEqual(createHash('sha256').update(answer.text, 'utf8').digest())
  expect(expires_at.toISOString()).toBe(answer.body.expiresAt)
  expect(document).not.toContain(cpf)
  expect(document).not.toContain('Marina')
  expect((await http.get(`/v1/me/offer-sheets/${answer.body.id}`).set('cookie', cookie).expect(200)).text).toBe(answer.text)
})

test('what is kept beside the document gives the same bytes again', async () => {
  const { debt, cookie } = await situation(testApp)
  const wishes = { dueDay: 10, downPaymentCents: 10_000, monthlyBudgetCents: 20_000 }
  const { body } = await askAs(cookie, { debtIds: [debt.id], ...wishes }).expect(201)
  const stored = await storedSheet(body.id)
  const again = recomputeSheet(JSON.parse(stored.inputs) as SheetInputs)
  if (!again.ok) throw new Error(again.error.code)
  expect(again.value.document).toBe(stored.document)
  expect(again.value.sha256).toEqual(stored.sha256)
  expect(again.value.sheet.options.find(({ count }) => count === 4)).toMatchObject({ downPaymentCents: 10_000, fitsBudget: false })
})

test('several debts of one creditor are one sheet, in the order asked', async () => {
  const { creditor, debt, cookie, cpf } = await situation(testApp)
  const second = await makeDebt(testApp, creditor, { debtor: personInput({ cpf }), principalCents: 50_000 })
  const sheet = (await askAs(cookie, { debtIds: [second.id, debt.id] }).expect(201)).body as Sheet
  expect(sheet.debts.map(({ id }) => id)).toEqual([second.id, debt.id])
  expect(sheet.balanceCents).toBe(debt.balance.totalCents + second.balance.totalCents)
  expect(sheet.options[0]?.parts.map(({ debtId }) => debtId)).toEqual([second.id, debt.id])
})

test('a sheet is one audit entry and one event, without a CPF', async () => {
  const { creditor, debt, cookie, cpf } = await situation(testApp)
  const { body } = await askAs(cookie, { debtIds: [debt.id] }).expect(201)
  const data = { debtIds: [debt.id], balanceCents: 108_323, policyId: body.policy.id, policyVersion: 1, expiresAt: body.expiresAt }
  const news = await rows("select subject, data from outbox_events where creditor_id = $1 and type = 'offer_sheet.created'", [creditor.creditorId])
  expect(news).toMatchObject([{ subject: body.id, data }])
  const audit = await rows("select actor, payload from audit_entries where creditor_id = $1 and action = 'offer_sheet.created'", [creditor.creditorId])
  expect(audit).toMatchObject([{ actor: 'debtor' }])
  expect(JSON.stringify([news, audit])).not.toContain(cpf)
})

test('an agent gets the same options as the person, by the debts’ own ids', async () => {
  const { creditor, debt, cookie, cpf } = await situation(testApp)
  const mine = (await askAs(cookie, { debtIds: [debt.id] }).expect(201)).body as Sheet
  const theirs = (await askFor(creditor, { cpf: cpf.replace(/^(...)(...)(...)(..)$/, '$1.$2.$3-$4'), debtExternalIds: [debt.externalId] }).expect(201)).body as Sheet
  expect(followsContract(theirs)).toBe(true)
  expect(theirs.options).toEqual(mine.options)
  expect(theirs.id).not.toBe(mine.id)
  expect((await http.get(`/v1/me/offer-sheets/${theirs.id}`).set('cookie', cookie).expect(200)).body).toEqual(theirs)
})

test('a sheet can be read after its last day, as it was, though everything has changed since', async () => {
  const { creditor, debt, cookie, cpf } = await situation(testApp)
  const first = await askAs(cookie, { debtIds: [debt.id] }).expect(201)
  await publishPolicy(testApp, creditor, { rules: [rule({ grant: grant({ installments: [band(2, 3)] }) })] })
  clock.moveTo('2026-11-28T12:00:00.000Z')
  const later = await signInWithCode(testApp, cpf)
  expect((await http.get(`/v1/me/offer-sheets/${first.body.id}`).set('cookie', later).expect(200)).text).toBe(first.text)
  const second = (await askAs(later, { debtIds: [debt.id] }).expect(201)).body as Sheet
  expect(second).toMatchObject({ policy: { version: 2 }, standsUntil: '2026-12-03' })
  expect(second.balanceCents).toBeGreaterThan(first.body.balanceCents)
  expect(second.options.map(({ count }) => count)).toEqual([1, 2, 3])
})

test('agreements load a sheet for whom it is made, and for nobody else', async () => {
  const [mine, other] = [await situation(testApp), await situation(testApp)]
  const { body } = await askAs(mine.cookie, { debtIds: [mine.debt.id] }).expect(201)
  const loadAs = (cpf: string) => {
    const cpfIndex = platform.keys.cpfIndex(cpf)
    return platform.transact({ kind: 'debtor', cpfIndex }, { cpfIndex }, (work) => loadSheet(work, { sheetId: readId(body.id) }))
  }
  expect(await loadAs(mine.cpf)).toMatchObject({ record: { creditorId: mine.creditor.creditorId }, sheet: body })
  expect(await loadAs(other.cpf)).toBeNull()
})
