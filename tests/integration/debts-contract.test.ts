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
const { importFile, errorsOf } = importsOf(testApp)
const bank = await makeCreditor(testApp)
const shop = await makeCreditor(testApp, { regime: 'non_financial' })

type Charges = DebtInput['charges']
const late = { lateFeeBps: 200, defaultInterestMonthlyBps: 100 }
const ORDER = ['principal', 'correction', 'contract_interest', 'default_interest', 'late_fine', 'collection_fees'] as const
const ofBank: Charges = { ...late, contractInterest: { monthlyBps: 180, yearlyBps: 2_387, from: '2025-12-25', method: 'compound', afterDue: true }, imputationOrder: [...ORDER], specialLaw: 'Lei 10.931/2004, art. 28' }
const ofShop: Charges = { ...late, contractInterest: { monthlyBps: 100, from: '2026-02-08' }, collectionFees: { bps: 500, clause: 'cláusula 8ª', work: 'duas cartas e uma ligação' } }

const put = (charges: unknown, { bearer }: TestCreditor = shop, more: Partial<DebtInput> = {}) =>
  http.put(`/v1/debts/${newExternalId()}`).set('authorization', bearer).send({ ...debtInput(more), charges })
const read = async (externalId: string, { bearer }: TestCreditor) => (await http.get(`/v1/debts/${externalId}`).set('authorization', bearer).expect(200)).body

test('what the contract says is kept, counted and told again', async () => {
  const { externalId, charges, balance, riskBand } = await makeDebt(testApp, bank, { charges: ofBank, riskBand: 'high' })
  expect(charges).toEqual({ ...ofBank, interestMethod: 'simple', dayCount: 'month_30' })
  expect(riskBand).toBe('high')
  expect(balance.components.map(({ kind, rule, source }) => [kind, rule, source])).toEqual([
    ['principal', 'contract', 'Contrato'],
    ['contract_interest', 'compounding', 'STJ, Súmulas 539 e 541'],
    ['contract_interest', 'contract-interest-late', 'Resolução CMN 4.882/2020, arts. 2º, I, e 3º'],
    ['late_fine', 'late-fine', 'CDC, art. 52, §1º'],
    ['default_interest', 'special-law', 'Lei 10.931/2004, art. 28'],
  ])
  expect(await read(externalId, bank)).toMatchObject({ charges, balance: { totalCents: balance.totalCents } })
})

test('a shop’s debt shows contract interest and fees to the person, in words', async () => {
  const debtor = personInput()
  await makeDebt(testApp, shop, { debtor, charges: ofShop, riskBand: 'high' })
  const cookie = await signInWithCode(testApp, debtor.cpf)
  const { body } = await http.get('/v1/me/debts').set('cookie', cookie).expect(200)
  expect(body.data[0]).not.toHaveProperty('riskBand')
  expect(body.data[0].explanation.map(({ kind, text }: Record<string, string>) => [kind, text?.replaceAll('\u00a0', ' ')])).toEqual([
    ['principal', 'Valor original da compra: R$ 980,00'], ['contract_interest', 'Juros do contrato, combinados até o vencimento, 1% ao mês por 1 mês'],
    ['late_fine', 'Multa por atraso, 2% uma vez'], ['default_interest', 'Juros, 1% ao mês por 8 meses e 16 dias'], ['collection_fees', 'Despesas de cobrança previstas no contrato, 5% uma vez'],
  ])
})

test('the same again changes nothing; another rate changes what is owed', async () => {
  const [externalId, debtor] = [newExternalId(), personInput()]
  const send = (charges: Charges) => http.put(`/v1/debts/${externalId}`).set('authorization', shop.bearer).send(debtInput({ debtor, charges, riskBand: 'low' }))
  const { body: first } = await send(ofShop).expect(201)
  expect((await send(ofShop).expect(200)).body).toEqual(first)
  const { body: plain } = await send(late).expect(200)
  expect(plain.balance.totalCents).toBeLessThan(first.balance.totalCents)
  expect(plain.charges).toEqual({ ...late, interestMethod: 'simple', dayCount: 'month_30' })
})

test('both formats of a file say the same as PUT, and the same file again changes nothing', async () => {
  const line = debtLine({ charges: ofBank, riskBand: 'medium' })
  expect(await importFile(bank, fileOf([line]))).toMatchObject({ accepted: 1, rejected: 0 })
  expect(await importFile(bank, fileOf([line]))).toMatchObject({ unchanged: 1 })
  expect(await read(line.externalId, bank)).toMatchObject({ charges: ofBank, riskBand: 'medium' })

  const header = 'externalId,cpf,name,product,principalCents,dueOn,lateFeeBps,defaultInterestMonthlyBps,contractInterestMonthlyBps,contractInterestYearlyBps,contractInterestFrom,contractInterestMethod,contractInterestAfterDue,imputationOrder,specialLaw,riskBand'
  const csv = `${header}\nCSV-1,${debtInput().debtor.cpf},Rosa de Exemplo,retail,98000,2026-03-10,200,100,180,2387,2025-12-25,compound,true,${ORDER.join('|')},"Lei 10.931/2004, art. 28",high\n`
  expect(await importFile(bank, csv, { 'content-type': 'text/csv' })).toMatchObject({ accepted: 1, rejected: 0 })
  expect(await read('CSV-1', bank)).toMatchObject({ charges: ofBank, riskBand: 'high' })

  const fees = `externalId,cpf,name,product,principalCents,dueOn,lateFeeBps,defaultInterestMonthlyBps,interestMethod,legalInterestHistory,collectionFeesBps,collectionFeesClause,collectionFeesWork\nCSV-2,${debtInput().debtor.cpf},Rosa de Exemplo,retail,98000,2023-03-10,200,0,legal,one_per_cent,500,cláusula 8ª,carta\n`
  expect(await importFile(shop, fees, { 'content-type': 'text/csv' })).toMatchObject({ accepted: 1, rejected: 0 })
  expect((await read('CSV-2', shop)).charges).toMatchObject({ interestMethod: 'legal', legalInterestHistory: 'one_per_cent', collectionFees: { bps: 500, clause: 'cláusula 8ª', work: 'carta' } })
})

test('a line that breaks the law is refused as PUT refuses it', async () => {
  const { id, rejected } = await importFile(shop, fileOf([debtLine({ charges: { ...ofShop, collectionFees: { bps: 2_000, clause: 'cláusula 8ª', work: 'carta' } } })]))
  expect(rejected).toBe(1)
  expect(await errorsOf(shop, id)).toMatchObject([{ line: 1, pointer: '/charges/collectionFees/bps', code: 'collection_fees_above_law' }])
})

const interest = (more: object) => ({ ...late, contractInterest: { monthlyBps: 100, from: '2026-02-08', ...more } })
test.each<[name: string, charges: unknown, pointer: string, code: string, creditor?: TestCreditor]>([
  ['a rate of the contract above usury', interest({ monthlyBps: 136 }), '/charges/contractInterest/monthlyBps', 'contract_interest_above_law'],
  ['compound interest of a shop', interest({ method: 'compound', yearlyBps: 1_268 }), '/charges/contractInterest/method', 'compound_interest_not_allowed'],
  ['compound interest that was not agreed', interest({ method: 'compound' }), '/charges/contractInterest/yearlyBps', 'compound_interest_not_agreed', bank],
  ['interest of a shop after the due date', interest({ afterDue: true }), '/charges/contractInterest/afterDue', 'interest_after_due_not_allowed'],
  ['fees of a bank', { ...late, collectionFees: { bps: 100, clause: 'a', work: 'b' } }, '/charges/collectionFees', 'collection_fees_not_allowed', bank],
  ['a special law for a shop', { ...late, specialLaw: 'Lei 10.931/2004' }, '/charges/specialLaw', 'special_law_not_allowed'],
  ['an old reading without the legal method', { ...late, legalInterestHistory: 'selic' }, '/charges/legalInterestHistory', 'legal_history_not_allowed'],
  ['Selic and correction together', { lateFeeBps: 0, defaultInterestMonthlyBps: 0, interestMethod: 'legal', legalInterestHistory: 'selic', correctionIndex: 'ipca' }, '/charges/legalInterestHistory', 'selic_with_interest'],
  ['interest that begins on the due date', interest({ from: '2026-03-10' }), '/charges/contractInterest/from', 'too_late'],
  ['interest from 31 February', interest({ from: '2026-02-31' }), '/charges/contractInterest/from', 'wrong_format'],
  ['interest from the year 0900', interest({ from: '0900-02-01' }), '/charges/contractInterest/from', 'wrong_format'],
  ['a rate with a fraction of a basis point', interest({ monthlyBps: 100.5 }), '/charges/contractInterest/monthlyBps', 'wrong_type'],
  ['a rate in text', interest({ monthlyBps: '100' }), '/charges/contractInterest/monthlyBps', 'wrong_type'],
  ['a rate of nothing', interest({ monthlyBps: 0 }), '/charges/contractInterest/monthlyBps', 'too_small'],
  ['fees without a clause', { ...late, collectionFees: { bps: 100, work: 'b' } }, '/charges/collectionFees/clause', 'required'],
  ['an order that leaves a kind out', { ...late, imputationOrder: ORDER.slice(1) }, '/charges/imputationOrder', 'too_few'],
  ['an order that names a kind twice', { ...late, imputationOrder: [...ORDER.slice(1), 'correction'] }, '/charges/imputationOrder', 'repeated'],
  ['an order with a kind that is none', { ...late, imputationOrder: [...ORDER.slice(1), 'payments'] }, '/charges/imputationOrder/5', 'not_allowed'],
])('refuses %s', async (_name, charges, pointer, code, creditor = shop) => {
  const { body } = await put(charges, creditor).expect(400)
  expect(body.errors).toMatchObject([{ pointer, code }])
})

test.each<[name: string, charges: Partial<Charges>, dueOn: string]>([
  ['a rate that doubles each month', { interestMethod: 'compound', defaultInterestMonthlyBps: 10_000, specialLaw: 'Lei 10.931/2004, art. 28' }, '2016-11-10'],
  ['interest of the contract for a hundred years', { contractInterest: { monthlyBps: 1_500, yearlyBps: 43_500, from: '2001-01-10', method: 'compound' } }, '2036-11-10'],
])('refuses %s, so that no list ever fails on a number', async (_name, charges, dueOn) => {
  const { body } = await put({ ...late, ...charges }, bank, { dueOn }).expect(400)
  expect(body.errors).toMatchObject([{ pointer: '/charges', code: 'too_large' }])
})

test('refuses a risk band that is none', async () => {
  const { body } = await http.put(`/v1/debts/${newExternalId()}`).set('authorization', shop.bearer).send({ ...debtInput(), riskBand: 'none' }).expect(400)
  expect(body.errors).toMatchObject([{ pointer: '/riskBand', code: 'not_allowed' }])
})

test('usury is twice the legal rate of the month, once the table has it', async () => {
  await put({ ...late, defaultInterestMonthlyBps: 136 }).expect(400)
  await http.put('/v1/indices/legal_interest/2026-11').set('authorization', operator).send({ percent: '0.7' }).expect(201)
  await put({ ...late, defaultInterestMonthlyBps: 140 }).expect(201)
  const { body } = await put({ ...late, defaultInterestMonthlyBps: 141 }).expect(400)
  expect(body.errors).toMatchObject([{ pointer: '/charges/defaultInterestMonthlyBps', code: 'default_interest_above_law', message: 'Os juros de mora são de 1,41% ao mês e a lei permite até 1,400000% (Decreto 22.626/1933 e Lei 14.905/2024).' }])
  await put({ ...late, defaultInterestMonthlyBps: 101 }, bank).expect(400)
})

test('a contract’s own order of payments stands in the term that is signed', async () => {
  await publishPolicy(testApp, bank)
  const debtor = personInput()
  const { id } = await makeDebt(testApp, bank, { debtor, charges: { ...late, imputationOrder: [...ORDER] } })
  const cookie = await signInWithCode(testApp, debtor.cpf)
  const { body: sheet } = await http.post('/v1/me/offer-sheets').set('cookie', cookie).send({ debtIds: [id] }).expect(201)
  expect(sheet.debts[0].imputationOrder).toEqual(ORDER)
  const { body: agreement } = await http.post('/v1/me/agreements').set('cookie', cookie).send({ offerSheetId: sheet.id, optionId: 'installments-2' }).expect(201)
  expect(agreement.term.text).toContain('O contrato diz em que ordem um pagamento é usado: valor original, correção monetária, juros do contrato, juros por atraso, multa por atraso, despesas de cobrança.')
  expect(agreement.term.text).toContain('na ordem escrita em cada dívida ou, onde não há, primeiro nos juros')
})
