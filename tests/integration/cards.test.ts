import { confirmCheckout, confirmDispute, sweepCheckouts } from '@repactua/api/modules/cards/index.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { CardCheckout } from '@repactua/shared/contract/cards.ts'
import { expect, test } from 'vitest'
import { signedAgreement, situation, type Situation } from '../builders/agreement.ts'
import { makeCreditor, type TestCreditor } from '../builders/creditor.ts'
import { signInWithCode } from '../builders/person.ts'
import { startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { startCardProvider } from '../support/card-provider.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, platform, clock } = testApp
const provider = await startCardProvider(clock)
const rows = rowsOf(testApp.db)
const logger = createLogger('silent')

interface Story {
  who: Situation
  agreement: Agreement
}

const account = (change: object = {}) => ({ provider: 'stripe', secretKey: provider.secretKey, webhookSecret: provider.webhookSecret, baseUrl: provider.url, ...change })
const setAccount = ({ bearer }: TestCreditor, change: object = {}) => http.put('/v1/card-account').set('authorization', bearer).send(account(change))
const askFor = ({ who, agreement }: Story, number = 1) => http.post(`/v1/me/agreements/${agreement.id}/installments/${number}/card-checkouts`).set('cookie', who.cookie).send()
const see = async ({ who, agreement }: Story) => (await http.get(`/v1/me/agreements/${agreement.id}`).set('cookie', who.cookie).expect(200)).body as Agreement
const tell = (story: Story, type: string, objectId: string, change: { body?: string; signature?: string } = {}) => {
  const { body, signature } = { ...provider.notice(type, objectId), ...change }
  return http.post(`/v1/card-notices/${story.who.creditor.shownId}`).set('content-type', 'application/json').set('stripe-signature', signature).send(body)
}
const checkouts = ({ who }: Story) => rows<{ id: string; session_id: string; status: string; payment_intent: string | null }>('select * from card_checkouts where creditor_id = $1 order by created_at, id', [who.creditor.creditorId])
const jobs = ({ who }: Story, queue: string) => rows<{ data: { creditorId: string; checkoutId: string } }>("select data from pgboss.job where name = $2 and data->>'creditorId' = $1", [who.creditor.creditorId, queue])
const payments = ({ who }: Story) => rows<{ method: string; external_reference: string; paid_at: Date }>('select * from payments where creditor_id = $1', [who.creditor.creditorId])

async function story(): Promise<Story> {
  const who = await situation(testApp)
  await setAccount(who.creditor).expect(200)
  return { who, agreement: await signedAgreement(testApp, who) }
}

async function opened(one: Story, number = 1): Promise<{ checkout: CardCheckout; sessionId: string; checkoutId: string }> {
  const checkout = (await askFor(one, number).expect(201)).body as CardCheckout
  const { id, session_id: sessionId } = (await checkouts(one)).at(-1)!
  return { checkout, sessionId, checkoutId: id }
}

const signedInAgain = async (one: Story): Promise<Story> => ({ ...one, who: { ...one.who, cookie: await signInWithCode(testApp, one.who.cpf) } })
const confirm = ({ who }: Story, checkoutId: string) => confirmCheckout(platform, { creditorId: who.creditor.creditorId, checkoutId })

test('off by default: nothing of cards is told, and nothing can be asked for', async () => {
  const who = await situation(testApp)
  const one = { who, agreement: await signedAgreement(testApp, who) }
  expect((await see(one)).paymentMethods).toEqual(['pix'])
  expect((await askFor(one).expect(409)).body.code).toBe('card_not_accepted')
  await http.get('/v1/card-account').set('authorization', who.creditor.bearer).expect(404)
  await http.delete('/v1/card-account').set('authorization', who.creditor.bearer).expect(404)
  await tell(one, 'checkout.session.completed', 'cs_test_x').expect(400)
})

test('an account is set, shown without secrets, kept sealed, and taken away', async () => {
  const one = await story()
  const { bearer, shownId, creditorId } = one.who.creditor
  const shown = (await http.get('/v1/card-account').set('authorization', bearer).expect(200)).body
  expect(shown).toMatchObject({ provider: 'stripe', baseUrl: provider.url, webhookUrl: expect.stringMatching(new RegExp(`/v1/card-notices/${shownId}$`)) })
  expect(JSON.stringify(shown)).not.toMatch(/sk_|whsec_/)
  const [row] = await rows<{ text: string }>('select card_accounts::text as text from card_accounts where creditor_id = $1', [creditorId])
  expect(Buffer.from(row!.text).toString('latin1')).not.toMatch(/sk_test|whsec/)
  expect((await see(one)).paymentMethods).toEqual(['pix', 'card'])
  await setAccount(one.who.creditor, { secretKey: 'pk_test_public' }).expect(400)
  await setAccount(one.who.creditor, { baseUrl: 'ftp://x' }).expect(400)
  await http.delete('/v1/card-account').set('authorization', bearer).expect(204)
  expect((await see(one)).paymentMethods).toEqual(['pix'])
  await http.put('/v1/card-account').set('cookie', one.who.cookie).send(account()).expect(401)
})

test('a page for what is open; asked again it is the same, and the provider is told what the person sees', async () => {
  const one = await story()
  const { checkout, sessionId, checkoutId } = await opened(one)
  expect(checkout).toEqual({ url: `https://checkout.exemplo.test/c/pay/${sessionId}`, amountCents: one.agreement.installments[0]!.amountCents, expiresAt: '2026-11-21T16:00:00.000Z' })
  const before = provider.calls.length
  expect((await askFor(one).expect(201)).body).toEqual(checkout)
  expect(provider.calls.length).toBe(before)
  expect(provider.calls.at(-1)).toMatchObject({ once: checkoutId, form: { client_reference_id: checkoutId, locale: 'pt-BR', 'line_items[0][price_data][product_data][name]': 'Parcela 1 do acordo com Lojas Aurora', 'line_items[0][price_data][unit_amount]': String(checkout.amountCents), success_url: expect.stringMatching(new RegExp(`/acordos/${one.agreement.id}$`)) } })
  const stranger = await story()
  await askFor({ who: { ...one.who, cookie: stranger.who.cookie }, agreement: one.agreement }).expect(404)
  await askFor({ who: { ...one.who, cookie: '' }, agreement: one.agreement }).expect(401)
  await askFor(one, 99).expect(404)
})

test('asked for several times at once, it is one page', async () => {
  const one = await story()
  const answers = await Promise.all([askFor(one), askFor(one), askFor(one)])
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
  expect(new Set(answers.map(({ body }) => (body as CardCheckout).url)).size).toBe(1)
  expect(await checkouts(one)).toMatchObject([{ status: 'open' }])
})

test('paid: the notice is a hint, the provider is asked, the payment is posted once', async () => {
  const one = await story()
  const { sessionId, checkoutId } = await opened(one)
  const intent = provider.pay(sessionId)
  clock.advance(60_000)
  await tell(one, 'checkout.session.completed', sessionId).expect(204)
  expect(await payments(one)).toEqual([])
  expect((await jobs(one, 'confirm-card-checkout')).map(({ data }) => data.checkoutId)).toEqual([checkoutId])
  await Promise.all([confirm(one, checkoutId), confirm(one, checkoutId)])
  await tell(one, 'checkout.session.async_payment_succeeded', sessionId).expect(204)
  await confirm(one, checkoutId)
  expect(await payments(one)).toMatchObject([{ method: 'card', external_reference: intent, paid_at: new Date(clock.now().getTime() - 60_000) }])
  expect(await see(one)).toMatchObject({ status: 'active', installments: [{ status: 'paid' }, { status: 'open' }, { status: 'open' }] })
  expect((await askFor(one).expect(409)).body.code).toBe('installment_paid')
  const receipt = (await http.get(`/v1/me/agreements/${one.agreement.id}/payments`).set('cookie', one.who.cookie).expect(200)).body
  expect(receipt.data).toMatchObject([{ method: 'card' }])
})

test('a notice that says paid of a page that is not, posts nothing', async () => {
  const one = await story()
  const { sessionId, checkoutId } = await opened(one)
  const { body } = provider.notice('checkout.session.completed', sessionId)
  expect(body).toContain('unpaid')
  await tell(one, 'checkout.session.completed', sessionId).expect(204)
  await confirm(one, checkoutId)
  expect(await payments(one)).toEqual([])
  expect(await checkouts(one)).toMatchObject([{ status: 'open' }])
})

test('a notice that is forged, of another account, old or not signed is refused', async () => {
  const one = await story()
  const other = await story()
  await setAccount(other.who.creditor, { webhookSecret: 'whsec_other' }).expect(200)
  const { sessionId } = await opened(one)
  const { body, signature } = provider.notice('checkout.session.completed', sessionId)
  for (const change of [{ body: body.replace('open', 'done') }, { signature: '' }, { signature: signature.replace(/.$/, (end) => (end === '0' ? '1' : '0')) }]) {
    expect((await tell(one, '', sessionId, change).expect(400)).body.code).toBe('card_notice_unsigned')
  }
  await tell(other, 'checkout.session.completed', sessionId).expect(400)
  clock.advance(301_000)
  await tell(one, '', sessionId, { body, signature }).expect(400)
  expect(await jobs(one, 'confirm-card-checkout')).toEqual([])
  await tell(one, 'customer.created', 'cus_1').expect(204)
  await tell(one, 'checkout.session.completed', 'cs_test_unknown').expect(204)
  expect(await jobs(one, 'confirm-card-checkout')).toEqual([])
})

test('a payment of which no news came is found by the round', async () => {
  const one = await story()
  const { sessionId } = await opened(one)
  provider.pay(sessionId)
  await sweepCheckouts({ platform, logger })
  expect(await payments(one)).toEqual([])
  clock.advance(11 * 60_000)
  await sweepCheckouts({ platform, logger })
  expect(await payments(one)).toMatchObject([{ method: 'card' }])
})

test('expired: the next asking opens another page, also where nobody told', async () => {
  const one = await story()
  const { sessionId, checkout } = await opened(one)
  clock.advance(61 * 60_000)
  provider.expire(sessionId)
  const later = await signedInAgain(one)
  provider.faults.push('silent')
  await askFor(later).expect(503)
  const next = (await askFor(later).expect(201)).body as CardCheckout
  expect(next.url).not.toBe(checkout.url)
  expect((await checkouts(one)).map(({ status }) => status)).toEqual(['expired', 'open'])
})

test('an answer that was lost is asked for again and not made twice', async () => {
  for (const fault of ['lost', 'silent', 'busy', 'broken', 'rubbish'] as const) {
    const one = await story()
    const before = provider.sessions.size
    provider.faults.push(fault)
    const refused = await askFor(one).expect(503)
    expect([fault, refused.body.code, refused.headers['retry-after']]).toEqual([fault, 'unavailable', '5'])
    await askFor(one).expect(201)
    expect([fault, provider.sessions.size - before]).toEqual([fault, 1])
    expect(await checkouts(one)).toMatchObject([{ status: 'open' }])
  }
})

test('asked for so long ago that the provider would not take it, it is asked for anew', async () => {
  const one = await story()
  provider.faults.push('silent')
  await askFor(one).expect(503)
  clock.advance(40 * 60_000)
  await askFor(await signedInAgain(one)).expect(201)
  expect((await checkouts(one)).map(({ status }) => status)).toEqual(['refused', 'open'])
})

test('what the provider refuses is told by its code alone', async () => {
  const one = await story()
  await setAccount(one.who.creditor, { secretKey: 'sk_test_wrong' }).expect(200)
  const { body } = await askFor(one).expect(409)
  expect(body).toMatchObject({ code: 'card_checkout_refused', detail: 'O provedor de cartões respondeu: 401 invalid_request_error.' })
  expect(await checkouts(one)).toMatchObject([{ status: 'refused' }])
  await setAccount(one.who.creditor).expect(200)
  await askFor(one).expect(201)
})

test('paid by card what was paid by Pix meanwhile is held for a person', async () => {
  const one = await story()
  const { sessionId, checkoutId, checkout } = await opened(one)
  await http.post('/v1/payments').set('authorization', one.who.creditor.bearer).send({ agreementId: one.agreement.id, installmentNumber: 1, amountCents: checkout.amountCents, paidAt: clock.now().toISOString(), method: 'pix', externalReference: 'PIX-1' }).expect(201)
  provider.pay(sessionId)
  await confirm(one, checkoutId)
  expect((await payments(one)).length).toBe(1)
  const held = (await http.get('/v1/payment-exceptions').set('authorization', one.who.creditor.bearer).expect(200)).body
  expect(held.data).toMatchObject([{ reason: 'paid_twice', method: 'card' }])
})

test('accounts are their own creditor’s', async () => {
  const one = await story()
  const other = await makeCreditor(testApp)
  await http.get('/v1/card-account').set('authorization', other.bearer).expect(404)
  await http.delete('/v1/card-account').set('authorization', other.bearer).expect(404)
  await http.get('/v1/card-account').set('authorization', one.who.creditor.bearer).expect(200)
})

test('a notice without a body is unsigned', async () => {
  const { who } = await story()
  await http.post(`/v1/card-notices/${who.creditor.shownId}`).set('stripe-signature', `t=${Math.floor(clock.now().getTime() / 1_000)},v1=${'0'.repeat(64)}`).expect(400)
})

test('the books are in order', () => expectBooksInOrder(testApp))

test('a dispute that the card holder wins takes the payment back, once; before that it stands', async () => {
  const one = await story()
  const { sessionId, checkoutId, checkout } = await opened(one)
  const paymentIntent = provider.pay(sessionId)
  await confirm(one, checkoutId)
  const first = () => see(one).then(({ installments }) => installments[0])
  expect((await first())?.status).toBe('paid')
  const { creditorId } = one.who.creditor
  const disputeId = provider.dispute(paymentIntent, 'under_review', checkout.amountCents)
  const settle = () => confirmDispute({ platform, logger }, { creditorId, disputeId })
  await settle()
  expect((await first())?.status).toBe('paid')
  provider.dispute(paymentIntent, 'lost', checkout.amountCents)
  await tell(one, 'charge.dispute.closed', disputeId).expect(204)
  expect(await jobs(one, 'confirm-card-dispute')).toMatchObject([{ data: { disputeId } }])
  await Promise.all([settle(), settle()])
  await settle()
  expect(await first()).toMatchObject({ status: 'open', paidCents: 0 })
  await expectBooksInOrder(testApp)
})

test('a dispute of money that is not ours changes nothing', async () => {
  const one = await story()
  const disputeId = provider.dispute('pi_of_another_shop', 'lost', 500)
  await confirmDispute({ platform, logger }, { creditorId: one.who.creditor.creditorId, disputeId })
  expect(await payments(one)).toEqual([])
})
