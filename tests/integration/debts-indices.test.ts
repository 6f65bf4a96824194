import type { DebtInput } from '@repactua/shared/contract/debts.ts'
import { expect, test } from 'vitest'
import { makeCreditor, makeOperator, type TestCreditor } from '../builders/creditor.ts'
import { debtInput, makeDebt, newExternalId } from '../builders/debt.ts'
import { debtLine, fileOf, importsOf } from '../builders/debt-import.ts'
import { personInput, signInWithCode } from '../builders/person.ts'
import { publishPolicy } from '../builders/policy.ts'
import { startApp } from '../support/app.ts'

const testApp = await startApp()
const { http } = testApp
const operator = await makeOperator(testApp)
const { importFile } = importsOf(testApp)
const shop = await makeCreditor(testApp, { regime: 'non_financial' })

const setMonth = (code: string, month: string, percent: string) => http.put(`/v1/indices/${code}/${month}`).set('authorization', operator).send({ percent }).expect(201)
const read = (externalId: string, { bearer }: TestCreditor = shop) => http.get(`/v1/debts/${externalId}`).set('authorization', bearer).expect(200)
const put = (input: DebtInput, { bearer }: TestCreditor = shop) => http.put(`/v1/debts/${newExternalId()}`).set('authorization', bearer).send(input)
const legal = { lateFeeBps: 0, defaultInterestMonthlyBps: 0, interestMethod: 'legal' as const }

test('legal interest where the contract says nothing: marked while a month lacks, then told with all that it was made of', async () => {
  const { externalId, ...waiting } = await makeDebt(testApp, shop, { principalCents: 100_000, dueOn: '2026-10-30', charges: legal })
  expect(waiting).toMatchObject({ missingIndex: { index: 'legal_interest', month: '2026-10' }, balance: { asOf: '2026-10-30', totalCents: 100_000 } })
  await setMonth('legal_interest', '2026-10', '0.605306')
  expect((await read(externalId)).body).toMatchObject({ missingIndex: { month: '2026-11' }, balance: { asOf: '2026-11-01' } })
  await setMonth('legal_interest', '2026-11', '0.676227')
  const { body } = await read(externalId)
  expect(body).not.toHaveProperty('missingIndex')
  // 2 of 31 days at 0.605306 % and 20 of 30 at 0.676227 %: 0.489870 %
  expect(body.balance).toMatchObject({
    asOf: '2026-11-21', totalCents: 100_490,
    components: [
      { kind: 'principal' },
      {
        kind: 'default_interest', cents: 490, percent: '0.489870', rule: 'legal-interest', source: 'Código Civil, art. 406, e Resolução CMN 5.171/2024',
        months: [{ month: '2026-10', percent: '0.605306', days: 2, daysOfMonth: 31 }, { month: '2026-11', percent: '0.676227', days: 20, daysOfMonth: 30 }],
      },
    ],
  })
})

test('a portfolio file says how interest is counted, in both formats, and the same line again changes nothing', async () => {
  const charges = { ...legal, correctionIndex: 'inpc' as const }
  const line = debtLine({ charges })
  expect(await importFile(shop, fileOf([line]))).toMatchObject({ accepted: 1, rejected: 0 })
  expect(await importFile(shop, fileOf([line]))).toMatchObject({ unchanged: 1 })
  expect((await read(line.externalId)).body.charges).toEqual({ ...charges, dayCount: 'month_30' })
  const csv = `externalId,cpf,name,product,principalCents,dueOn,lateFeeBps,defaultInterestMonthlyBps,interestMethod,dayCount,correctionIndex\nCSV-1,${debtInput().debtor.cpf},Rosa de Exemplo,retail,98000,2026-03-10,200,100,simple,year_365,igpm\n`
  expect(await importFile(shop, csv, { 'content-type': 'text/csv' })).toMatchObject({ accepted: 1 })
  expect((await read('CSV-1')).body.charges).toMatchObject({ dayCount: 'year_365', correctionIndex: 'igpm' })
})

const late = { lateFeeBps: 200, defaultInterestMonthlyBps: 100 }
test.each<['financial' | 'non_financial', DebtInput['charges'], string, string]>([
  ['non_financial', { ...late, interestMethod: 'compound' }, '/charges/interestMethod', 'compound_interest_not_allowed'],
  ['financial', { ...late, correctionIndex: 'ipca' }, '/charges/correctionIndex', 'correction_not_allowed'],
  ['non_financial', { ...late, correctionIndex: 'selic' }, '/charges/correctionIndex', 'selic_with_interest'],
  ['financial', { ...late, interestMethod: 'legal' }, '/charges/defaultInterestMonthlyBps', 'legal_interest_with_rate'],
])('of a %s creditor refuses %j', async (regime, charges, pointer, code) => {
  const { body } = await put(debtInput({ charges }), await makeCreditor(testApp, { regime })).expect(400)
  expect(body.errors).toMatchObject([{ pointer, code }])
})

test('refuses a method, a day count and an index that are none', async () => {
  const wrong = { ...late, interestMethod: 'daily', dayCount: 'year_366', correctionIndex: 'gold' } as unknown as DebtInput['charges']
  expect((await put(debtInput({ charges: wrong })).expect(400)).body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual(['/charges/correctionIndex', '/charges/dayCount', '/charges/interestMethod'])
})

test('compound interest of a bank and yearly bases are counted as the contract says', async () => {
  const bank = await makeCreditor(testApp)
  const compound = await makeDebt(testApp, bank, { charges: { ...late, interestMethod: 'compound', dayCount: 'year_360' } })
  expect(compound.balance.components.at(-1)).toMatchObject({ cents: 8_686, rule: 'compounding', formula: expect.stringContaining('^8 ×') })
  const yearly = await makeDebt(testApp, bank, { charges: { ...late, dayCount: 'year_365' } })
  expect(yearly.balance.components.at(-1)).toMatchObject({ cents: 8_248 })
})


test('a person reads in words what corrects a debt, and negotiates it once its index is there', async () => {
  await publishPolicy(testApp, shop)
  const debtor = personInput()
  const charges = { ...late, correctionIndex: 'igpm' as const }
  const { id, externalId } = await makeDebt(testApp, shop, { debtor, dueOn: '2026-10-12', charges })
  const cookie = await signInWithCode(testApp, debtor.cpf)
  const mine = async () => (await http.get('/v1/me/debts').set('cookie', cookie).expect(200)).body.data[0]
  const askOffers = () => http.post('/v1/me/offer-sheets').set('cookie', cookie).send({ debtIds: [id] })

  expect(await mine()).toMatchObject({ balance: { asOf: '2026-10-12' }, cashPreview: null, can: { negotiate: { ok: false, code: 'index_missing' } } })
  const refused = (await askOffers().expect(409)).body
  expect(refused).toMatchObject({ code: 'index_missing', detail: 'Ainda falta o índice IGP-M de 09/2026 para calcular o valor de hoje.' })
  expect((await http.post('/v1/offer-sheets').set('authorization', shop.bearer).send({ cpf: debtor.cpf, debtExternalIds: [externalId] }).expect(409)).body.code).toBe('index_missing')

  await setMonth('igpm', '2026-09', '0.42')
  await setMonth('igpm', '2026-10', '-0.36')
  const view = await mine()
  expect(view.can.negotiate).toEqual({ ok: true })
  expect(view.explanation.map(({ text }: { text: string }) => text.replaceAll('\u00a0', ' '))).toEqual([
    'Valor original da compra: R$ 980,00', 'Correção monetária pelo IGP-M, 0,03% no período', 'Multa por atraso, 2% uma vez', 'Juros, 1% ao mês por 1 mês e 10 dias',
  ])
  const { body: sheet } = await askOffers().expect(201)
  expect(sheet.balanceCents).toBe(view.balance.totalCents)
  expect(sheet.options[0].discounts.map(({ component }: { component: string }) => component)).toEqual(['principal', 'correction', 'late_fine', 'default_interest'])
  await http.post('/v1/me/agreements').set('cookie', cookie).send({ offerSheetId: sheet.id, optionId: 'cash' }).expect(201)
})
