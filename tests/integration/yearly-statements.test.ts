import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { YearlyStatement } from '@repactua/shared/contract/yearly-statements.ts'
import { giveStatements } from '@repactua/api/modules/yearly-statements/index.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { afterEach, expect, test } from 'vitest'
import { signedAgreement, situation, type Situation } from '../builders/agreement.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput, signInWithCode } from '../builders/person.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { textOfPdf } from '../support/pdf-text.ts'
import { readQrCodes } from '../support/read-qr-codes.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock, platform } = testApp
const rows = rowsOf(testApp.db)
let references = 0

afterEach(() => clock.moveTo(SOME_DAY))

const night = () => giveStatements({ platform, logger: createLogger('silent') })
const at = (day: string) => clock.moveTo(`${day}T15:00:00Z`)
const pay = ({ creditor }: Situation, { id }: Agreement, amountCents: number) =>
  http.post('/v1/payments').set('authorization', creditor.bearer).send({ agreementId: id, amountCents, paidAt: clock.now().toISOString(), method: 'pix', externalReference: `year-${++references}` }).expect(201)
const statementsOf = async (who: Situation) => (await http.get('/v1/me/yearly-statements').set('cookie', await signInWithCode(testApp, who.cpf)).expect(200)).body.data as YearlyStatement[]
const pdfOf = async (who: Situation) => http.get(`/v1/me/creditors/${who.creditor.shownId}/yearly-statements/2026.pdf`).set('cookie', await signInWithCode(testApp, who.cpf))
const eventsOf = ({ creditor }: Situation) => rows<{ data: { year: number } }>("select data from outbox_events where creditor_id = $1 and type = 'yearly_statement.available' order by id", [creditor.creditorId])

// One installment is due in 2026, on 10 December; the others in January and February. The debt itself was due before.
async function paidInDecember() {
  const who = await situation(testApp)
  const agreement = await signedAgreement(testApp, who)
  expect(agreement.installments.map(({ dueOn }) => dueOn)).toEqual(['2026-12-10', '2027-01-11', '2027-02-10'])
  at('2026-12-10')
  await pay(who, agreement, agreement.installments[0]!.amountCents)
  return { who, agreement }
}

test('once the year is over and paid, one statement, however many workers run and how often', async () => {
  const { who, agreement } = await paidInDecember()
  at('2026-12-31')
  await night()
  expect(await statementsOf(who)).toEqual([])
  expect((await pdfOf(who)).body.code).toBe('yearly_statement_not_available')
  at('2027-01-05')
  await Promise.all([night(), night(), night()])
  await night()
  const [statement, ...others] = await statementsOf(who)
  const paidCents = agreement.installments[0]!.amountCents
  expect(others).toEqual([])
  expect(statement).toMatchObject({ year: 2026, months: [{ month: 12, installmentCount: 1, paidCents }], paidCents, clearsEarlierYears: true, creditor: { cnpj: agreement.creditor.cnpj } })
  expect((await eventsOf(who)).map(({ data }) => data.year)).toEqual([2026])
})

test('the paper names who gives it and what it stands for, and its code reads back and is checked', async () => {
  const { who, agreement } = await paidInDecember()
  at('2027-01-05')
  await night()
  const [statement] = await statementsOf(who)
  const pdf = await pdfOf(who)
  expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf'])
  const text = (await textOfPdf(pdf.body as Buffer)).replace(/\s+/g, ' ')
  const words = ['Declaração anual de quitação de 2026', 'Marina Exemplo', 'dezembro', 'Lei 12.007/2009', 'e dos anos anteriores', agreement.creditor.legalName, agreement.creditor.cnpj, 'Rua de Exemplo, 100', statement!.code]
  for (const word of words) expect(text).toContain(word)
  expect(readQrCodes(pdf.body as Buffer)).toEqual([expect.stringMatching(`/verificar/${statement!.code}$`)])
  expect((await pdfOf(who)).body).toEqual(pdf.body)
  const { creditor: { legalName, tradeName, cnpj }, ...said } = statement!
  const checked = await http.get(`/v1/yearly-statement-verifications/${statement!.code}`).expect(200)
  expect(checked.body).toEqual({ ...said, creditor: { legalName, tradeName, cnpj } })
  await http.get('/v1/yearly-statement-verifications/2222-2222-2222').expect(404)
})

test('what was paid late has its statement the month after, even where nights were missed', async () => {
  const who = await situation(testApp)
  const agreement = await signedAgreement(testApp, who)
  at('2027-01-20')
  await night()
  await pay(who, agreement, agreement.installments[0]!.amountCents)
  at('2027-01-31')
  await night()
  expect(await statementsOf(who)).toEqual([])
  at('2027-03-20')
  await night()
  expect((await statementsOf(who)).map(({ year }) => year)).toEqual([2026])
})

test('none where a debt of that year is open at that creditor', async () => {
  const { who } = await paidInDecember()
  await makeDebt(testApp, who.creditor, { debtor: personInput({ cpf: who.cpf, name: 'Marina Exemplo' }), dueOn: '2026-03-10' })
  at('2027-01-05')
  await night()
  expect(await statementsOf(who)).toEqual([])
})

test('nobody sees that of another person', async () => {
  const { who } = await paidInDecember()
  const other = await situation(testApp)
  at('2027-01-05')
  await night()
  expect((await pdfOf({ ...other, creditor: who.creditor })).status).toBe(404)
  expect(await statementsOf(other)).toEqual([])
})

test('the books are in order', () => expectBooksInOrder(testApp))
