import type { AmendmentQuoteInput } from '@repactua/shared/contract/amendments.ts'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { PolicyGrant } from '@repactua/shared/contract/policies.ts'
import { afterEach, expect, test } from 'vitest'
import { signedAgreement, type Situation } from '../builders/agreement.ts'
import { amendedAgreement, amendmentSignature, quoteAmendment, signQuote } from '../builders/amendment.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput, signInWithCode } from '../builders/person.ts'
import { band, grant, publishPolicy, rule } from '../builders/policy.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { textOfPdf } from '../support/pdf-text.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock } = testApp
const rows = rowsOf(testApp.db)
afterEach(() => clock.moveTo(SOME_DAY))

const REPAIRS = { moveDueDate: { times: 2, mostDays: 15 }, skip: { times: 1 }, split: { times: 1, mostParts: 3 }, reage: { times: 1 } }
let references = 0

/** Somebody with a running plan of three installments, of which the first is paid where it is asked for. */
async function running({ grants = { repairs: REPAIRS }, begun = true }: { grants?: Partial<PolicyGrant>; begun?: boolean } = {}) {
  const creditor = await makeCreditor(testApp)
  await publishPolicy(testApp, creditor, { rules: [rule({ grant: grant(grants) })] })
  const debtor = personInput({ name: 'Marina Exemplo' })
  const debt = await makeDebt(testApp, creditor, { debtor })
  const who: Situation = { creditor, cpf: debtor.cpf, debt, cookie: await signInWithCode(testApp, debtor.cpf) }
  const agreement = await signedAgreement(testApp, who)
  if (begun) await pay(who, agreement, { amountCents: agreement.installments[0]!.amountCents }).expect(201)
  return { who, agreement }
}

const pay = ({ creditor }: Situation, { id }: Pick<Agreement, 'id'>, payment: object) =>
  http.post('/v1/payments').set('authorization', creditor.bearer)
    .send({ agreementId: id, paidAt: clock.now().toISOString(), method: 'pix', externalReference: `AM-${++references}`, ...payment })
const see = async ({ cookie }: Situation, { id }: Pick<Agreement, 'id'>) => (await http.get(`/v1/me/agreements/${id}`).set('cookie', cookie).expect(200)).body as Agreement
const refused = async ({ cookie }: Situation, { id }: Pick<Agreement, 'id'>, input: object) =>
  (await http.post(`/v1/me/agreements/${id}/amendment-quotes`).set('cookie', cookie).send(input)).body.code as string
const schedule = ({ installments }: Agreement) => installments.map(({ number, dueOn, amountCents, status }) => [number, dueOn, amountCents, status])

/** The clock on a day at noon, and the person signed in again. */
async function on(day: string, who: Situation): Promise<Situation> {
  clock.moveTo(`${day}T15:00:00Z`)
  return { ...who, cookie: await signInWithCode(testApp, who.cpf) }
}

const MOVE: AmendmentQuoteInput = { kind: 'move_due_date', installmentNumber: 2, dueOn: '2027-01-20' }

test('an agreement says which repairs it allows, how often and how far', async () => {
  const { who, agreement } = await running()
  const { can } = await see(who, agreement)
  expect(can).toMatchObject({
    moveDueDate: { ok: true, timesLeft: 2, mostDays: 15 }, skip: { ok: true, timesLeft: 1 }, split: { ok: true, timesLeft: 1, mostParts: 3 },
    reage: { ok: false, code: 'agreement_in_time', timesLeft: 1 }, payAhead: { ok: true }, payOff: { ok: true },
  })
})

test('a date is moved: quoted, signed by code, told to the creditor, printed under the term that stays as it was signed', async () => {
  const { who, agreement } = await running()
  const quote = await quoteAmendment(testApp, who, agreement, MOVE)
  expect(quote).toMatchObject({ kind: 'move_due_date', changed: [2], costCents: 0, savingCents: 0, payNow: null, openBeforeCents: 58_800, openAfterCents: 58_800 })
  expect(quote.text).toContain('A parcela 2, que vencia em 11/01/2027, passa a vencer em 20/01/2027.')
  expect(schedule(await see(who, agreement))).toEqual(schedule({ ...agreement, installments: quote.before as Agreement['installments'] }))
  const signed = await signQuote(testApp, who, quote, await amendmentSignature(testApp, who, quote)).expect(200)
  expect(schedule(signed.body as Agreement)).toEqual([[1, '2026-12-10', 29_400, 'paid'], [2, '2027-01-20', 29_400, 'open'], [3, '2027-02-10', 29_400, 'open']])
  expect(signed.body).toMatchObject({ totalCents: 88_200, term: { sha256: agreement.term.sha256 }, can: { moveDueDate: { ok: true, timesLeft: 1 } } })

  for (const [path, headers] of [[`/v1/me/agreements/${agreement.id}/amendments`, { cookie: who.cookie }], [`/v1/agreements/${agreement.id}/amendments`, { authorization: who.creditor.bearer }]] as const) {
    const { body } = await http.get(path).set(headers).expect(200)
    expect(body.data).toMatchObject([{ id: quote.id, sequence: 1, kind: 'move_due_date', status: 'applied', sha256: quote.sha256, text: quote.text }])
  }
  const news = await rows<{ data: object }>("select data from outbox_events where type = 'agreement.amended' and subject = $1", [agreement.id])
  expect(news).toMatchObject([{ data: { agreementId: agreement.id, amendmentId: quote.id, kind: 'move_due_date', status: 'applied' } }])
  const pdf = await http.get(`/v1/me/agreements/${agreement.id}/term.pdf`).set('cookie', who.cookie).buffer().expect(200)
  const text = (await textOfPdf(pdf.body as Buffer)).replace(/\s/g, '')
  for (const fact of [agreement.term.sha256, 'Ajustesdesteacordo', '1.Mudançadevencimento', quote.sha256]) expect(text).toContain(fact)
})

test('skipping, splitting and re-aging change the schedule that is paid from then on', async () => {
  const { who, agreement } = await running()
  const skipped = await amendedAgreement(testApp, who, agreement, { kind: 'skip', installmentNumber: 2 })
  expect(schedule(skipped.agreement).slice(1)).toEqual([[3, '2027-02-10', 29_400, 'open'], [2, '2027-03-10', 29_400, 'open']])
  const split = await amendedAgreement(testApp, who, agreement, { kind: 'split', installmentNumber: 3, parts: 2 })
  expect(schedule(split.agreement).slice(1)).toEqual([[3, '2027-02-10', 14_700, 'open'], [2, '2027-03-10', 29_400, 'open'], [4, '2027-03-10', 14_700, 'open']])
  const later = await on('2027-03-02', who)
  expect((await see(later, agreement)).can).toMatchObject({ reage: { ok: true }, moveDueDate: { ok: false, code: 'agreement_in_arrears' }, skip: { ok: false, code: 'repair_times_used' }, payOff: { ok: true } })
  const aged = await amendedAgreement(testApp, later, agreement, { kind: 'reage', how: 'spread' })
  expect(aged.quote.lines.map(({ kind, cents }) => [kind, cents])).toEqual([['late_fine', 294], ['default_interest', 98]])
  expect(schedule(aged.agreement).slice(1)).toEqual([[3, '2027-02-10', 14_700, 'cancelled'], [2, '2027-03-10', 36_946, 'open'], [4, '2027-03-10', 22_246, 'open']])
  expect(aged.agreement.totalCents).toBe(88_200 + 392)
  await pay(later, agreement, { amountCents: 59_192, installmentNumber: 3 }).expect(201)
  expect(await see(later, agreement)).toMatchObject({ status: 'settled', paidCents: 88_592 })
  const letter = await http.get(`/v1/me/agreements/${agreement.id}/discharge.pdf`).set('cookie', later.cookie).buffer().expect(200)
  expect(await textOfPdf(letter.body as Buffer)).toContain('885,92')
})

test('what the policy does not grant is refused, and so is what was used up', async () => {
  const { who, agreement } = await running({ grants: { repairs: { moveDueDate: { times: 1, mostDays: 15 } } } })
  expect(await refused(who, agreement, { kind: 'skip', installmentNumber: 2 })).toBe('repair_not_granted')
  const twice = [await quoteAmendment(testApp, who, agreement, MOVE), await quoteAmendment(testApp, who, agreement, { ...MOVE, dueOn: '2027-01-22' })]
  const signature = await amendmentSignature(testApp, who, twice[0]!)
  await signQuote(testApp, who, twice[0]!, signature).expect(200)
  expect(await refused(who, agreement, { ...MOVE, installmentNumber: 3, dueOn: '2027-02-15' })).toBe('repair_times_used')
  const late = await http.post(`/v1/me/agreements/${agreement.id}/amendments`).set('cookie', who.cookie).send({ quoteId: twice[1]!.id }).expect(409)
  expect(late.body.code).toBe('repair_times_used')
})

test.each([
  [{ ...MOVE, installmentNumber: 1 }, 'installment_paid'],
  [{ ...MOVE, installmentNumber: 9 }, 'installment_not_found'],
  [{ ...MOVE, dueOn: '2027-02-20' }, 'move_out_of_window'],
  [{ ...MOVE, dueOn: '2027-02-30' }, 'invalid_request'],
  [{ kind: 'split', installmentNumber: 2, parts: 4 }, 'too_many_parts'],
  [{ kind: 'reage', how: 'end' }, 'agreement_in_time'],
  [{ kind: 'pay_ahead', from: 'latest', count: 3 }, 'pay_ahead_not_possible'],
  [{ kind: 'pay_ahead', from: 'latest' }, 'pay_ahead_not_possible'],
  [{ kind: 'forget_it' }, 'invalid_request'],
] as const)('%j is refused with %s', async (input, code) => {
  const { who, agreement } = await running()
  expect(await refused(who, agreement, input)).toBe(code)
})

test.each([
  [{ kind: 'skip' }, [['/installmentNumber', 'required']]],
  [{ kind: 'forget_it' }, [['/kind', 'not_allowed']]],
  [{}, [['/kind', 'not_allowed']]],
  [{ kind: 'pay_off', until: '2027-01-01' }, [['/until', 'unknown_field']]],
  [{ kind: 'move_due_date', installmentNumber: 2, dueOn: '2027-02-30' }, [['/dueOn', 'wrong_format']]],
  [[], [['', 'wrong_type']]],
])('a body like %j is told its own mistakes and no others', async (body, errors) => {
  const { who, agreement } = await running()
  const answer = await http.post(`/v1/me/agreements/${agreement.id}/amendment-quotes`).set('cookie', who.cookie).send(body).expect(400)
  expect((answer.body.errors as { pointer: string; code: string }[]).map(({ pointer, code }) => [pointer, code])).toEqual(errors)
})

test('before the first payment only its date can be moved, and everything can be paid', async () => {
  const { who, agreement } = await running({ begun: false })
  expect((await see(who, agreement)).can).toMatchObject({ moveDueDate: { ok: true }, skip: { ok: false, code: 'first_payment_missing' }, payOff: { ok: true } })
  expect(await refused(who, agreement, { kind: 'skip', installmentNumber: 1 })).toBe('first_payment_missing')
})

test('an agreement that has ended, or is about to be ended by its rule, is not re-aged', async () => {
  const { who, agreement } = await running()
  await rows("update agreements set break_notice_on = '2027-03-01' where id = $1", [agreement.id.slice(10)])
  expect((await see(await on('2027-03-02', who), agreement)).can.reage).toMatchObject({ ok: true })
  const late = await on('2027-03-20', who)
  expect(await refused(late, agreement, { kind: 'reage', how: 'end' })).toBe('arrears_too_deep')
  await http.post(`/v1/agreements/${agreement.id}/cancellation`).set('authorization', who.creditor.bearer).send({ reason: 'error' }).expect(200)
  for (const input of [{ kind: 'reage', how: 'end' }, { kind: 'pay_off' }]) expect(await refused(late, agreement, input)).toBe('agreement_not_active')
})

test('a quote and an amendment of somebody else are not there', async () => {
  const { who, agreement } = await running()
  const { who: other, agreement: theirs } = await running()
  const quote = await quoteAmendment(testApp, who, agreement, MOVE)
  const post = (path: string, body: object) => http.post(path).set('cookie', other.cookie).send(body).expect(404)
  await post(`/v1/me/agreements/${agreement.id}/amendment-quotes`, MOVE)
  await post(`/v1/me/agreements/${agreement.id}/amendments`, { quoteId: quote.id })
  await post(`/v1/me/agreements/${theirs.id}/amendments`, { quoteId: quote.id })
  const signature = await amendmentSignature(testApp, who, quote)
  await signQuote(testApp, other, quote, signature).expect(404)
  await signQuote(testApp, other, { ...quote, agreementId: theirs.id }, signature).expect(404)
  await post(`/v1/me/agreements/${agreement.id}/amendments/${quote.id}/charges`, { method: 'pix' })
  await http.get(`/v1/me/agreements/${agreement.id}/amendments`).set('cookie', other.cookie).expect(404)
  await http.get(`/v1/agreements/${agreement.id}/amendments`).set('authorization', other.creditor.bearer).expect(404)
})

test('the same code twice is one amendment; the same quote is not signed with another', async () => {
  const { who, agreement } = await running()
  const quote = await quoteAmendment(testApp, who, agreement, MOVE)
  const signature = await amendmentSignature(testApp, who, quote)
  const answers = await Promise.all([1, 2, 3].map(() => signQuote(testApp, who, quote, signature)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect((await http.get(`/v1/me/agreements/${agreement.id}/amendments`).set('cookie', who.cookie)).body.data).toHaveLength(1)
  const again = await http.post(`/v1/me/agreements/${agreement.id}/amendments`).set('cookie', who.cookie).send({ quoteId: quote.id }).expect(409)
  expect(again.body.code).toBe('amendment_signed')
})

test('a wrong code is counted, and a code signs the quote that it was sent for and no other', async () => {
  const { who, agreement } = await running()
  const [one, two] = [await quoteAmendment(testApp, who, agreement, MOVE), await quoteAmendment(testApp, who, agreement, { kind: 'skip', installmentNumber: 2 })]
  const signature = await amendmentSignature(testApp, who, one)
  expect((await signQuote(testApp, who, two, signature).expect(409)).body.code).toBe('term_changed')
  const wrong = { ...signature, code: signature.code === '000000' ? '000001' : '000000' }
  for (const code of ['code_invalid', 'code_invalid', 'code_invalid', 'code_attempts_exceeded']) expect((await signQuote(testApp, who, one, wrong)).body.code).toBe(code)
  expect((await see(who, agreement)).installments[1]!.dueOn).toBe('2027-01-11')
})

test('a payment that comes between the quote and its signature makes the quote old', async () => {
  const { who, agreement } = await running()
  const quote = await quoteAmendment(testApp, who, agreement, MOVE)
  const signature = await amendmentSignature(testApp, who, quote)
  await pay(who, agreement, { amountCents: 100 }).expect(201)
  expect((await signQuote(testApp, who, quote, signature).expect(409)).body.code).toBe('amendment_quote_outdated')
  expect(await amendedAgreement(testApp, who, agreement, MOVE)).toMatchObject({ agreement: { installments: [{}, { dueOn: '2027-01-20', paidCents: 100 }, {}] } })
})

test('a quote is good for its day', async () => {
  const { who, agreement } = await running()
  const quote = await quoteAmendment(testApp, who, agreement, MOVE)
  const next = await on('2026-11-22', who)
  const asked = await http.post(`/v1/me/agreements/${agreement.id}/amendments`).set('cookie', next.cookie).send({ quoteId: quote.id }).expect(409)
  expect(asked.body.code).toBe('amendment_quote_expired')
})

test('of two amendments that are signed at once one is made and the other is told to look again', async () => {
  const { who, agreement } = await running()
  const other = { ...who, cookie: await signInWithCode(testApp, who.cpf) }
  const quotes = [await quoteAmendment(testApp, who, agreement, MOVE), await quoteAmendment(testApp, other, agreement, { ...MOVE, dueOn: '2027-01-22' })] as const
  const first = await amendmentSignature(testApp, who, quotes[0])
  const second = await amendmentSignature(testApp, other, quotes[1])
  // A newer code of the same agreement ends the older; here both are meant to live.
  await rows('update challenges set replaced_at = null where id = $1', [first.challengeId.slice(10)])
  const answers = await Promise.all([signQuote(testApp, who, quotes[0], first), signQuote(testApp, other, quotes[1], second)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(answers.find(({ status }) => status === 409)!.body.code).toBe('amendment_quote_outdated')
})

test('with interest, the added days cost the rate of the plan', async () => {
  const bearing = { installments: [band(2, 12, { monthlyRateBps: 100 })], repairs: REPAIRS }
  const { who, agreement } = await running({ grants: bearing })
  const { quote, agreement: now } = await amendedAgreement(testApp, who, agreement, MOVE)
  expect(quote.costCents).toBeGreaterThan(0)
  expect(quote.lines).toMatchObject([{ kind: 'contract_interest', installmentNumber: 2, days: 9 }])
  expect(now.totalCents).toBe(agreement.totalCents + quote.costCents)
})

test('the books are in order', () => expectBooksInOrder(testApp))
