import { createHash, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { DebtImport } from '@repactua/shared/contract/debt-imports.ts'
import type { MyDebt } from '@repactua/shared/contract/debts.ts'
import { mergeImport } from '@repactua/api/modules/debts/index.ts'
import { openSignatureChallenge } from '@repactua/api/modules/identity/index.ts'
import { formAgreement, signatureFor, signedAgreement, situation } from '../builders/agreement.ts'
import { creditorInput, makeCreditor, makeOperator } from '../builders/creditor.ts'
import { debtInput, makeDebt } from '../builders/debt.ts'
import { mailFor, makePerson, newCpf, personInput } from '../builders/person.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import { band, grant, policyInput, publishPolicy, rule } from '../builders/policy.ts'
import { startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp({ RATE_LIMIT: 'on', TRUST_PROXY: '1' })
const { http, clock, platform } = testApp
const rows = rowsOf(testApp.db)
const creditor = await makeCreditor(testApp)
/** The same house with its limits off, for attacks from inside. */
const lenient = await startApp()
const lenientRows = rowsOf(lenient.db)
const MINUTE = 60_000

test('an invented address in X-Forwarded-For hides nobody: what the proxy saw counts', async () => {
  const send = (i: number) =>
    http.post('/v1/sessions').set('x-forwarded-for', `10.${i}.0.1, 198.51.100.9`).send({ challengeId: `challenge_${randomUUID()}`, code: '000000' })
  for (let i = 0; i < 20; i++) await send(i).expect(422)
  await send(99).expect(429)
  expect(await rows('select distinct address_prefix from failed_codes')).toEqual([{ address_prefix: '198.51.100.0/24' }])
})

test('codes asked for in parallel from many networks are counted together', async () => {
  const cpf = newCpf()
  const ask = (i: number) => http.post('/v1/sign-in-challenges').set('x-forwarded-for', `203.0.${i}.1`).send({ cpf })
  for (let i = 0; i < 30; i += 6) await Promise.all([0, 1, 2, 3, 4, 5].map((n) => ask(i + n)))
  // A busy machine may have put some of them off with a 503: those are asked again, one by one.
  let next = 30
  while ((await ask(next)).status !== 429 && next < 60) next += 1
  expect(await rows('select from challenges where cpf_index = $1', [platform.keys.cpfIndex(cpf)])).toHaveLength(20)
})

test('a session gives no endless tries at signing codes by forming one agreement after another', async () => {
  const { cpf } = await makePerson(testApp, creditor.creditorId)
  const cpfIndex = platform.keys.cpfIndex(cpf)
  const ask = () => platform.transact({ kind: 'debtor', cpfIndex }, { cpfIndex }, (work) =>
    openSignatureChallenge(work, { cpfIndex, creditorId: creditor.creditorId, agreementId: randomUUID(), termSha256: Buffer.alloc(32), address: '192.0.2.1' }))
  for (let i = 0; i < 20; i++) {
    await ask()
    clock.advance(MINUTE)
  }
  await expect(ask()).rejects.toMatchObject({ code: 'too_many_requests' })
})

test('who paid on a cancelled agreement does not sign an older one over the full balance', async () => {
  const who = await situation(lenient)
  const [older, other] = [await formAgreement(lenient, who, 'cash'), await formAgreement(lenient, who, 'installments-3')]
  await lenient.http.post(`/v1/me/agreements/${other.id}/signature`).set('cookie', who.cookie).send(await signatureFor(lenient, who, other)).expect(200)
  const asCreditor = (path: string) => lenient.http.post(path).set('authorization', who.creditor.bearer)
  await asCreditor('/v1/payments').send({ agreementId: other.id, amountCents: 10_000, paidAt: '2026-11-21T15:00:00Z', method: 'pix', externalReference: other.id }).expect(201)
  await asCreditor(`/v1/agreements/${other.id}/cancellation`).send({ reason: 'debtor_request' }).expect(200)
  const sign = async () => lenient.http.post(`/v1/me/agreements/${older.id}/signature`).set('cookie', who.cookie).send(await signatureFor(lenient, who, older))
  expect((await sign()).body.code).toBe('offer_above_debt')
  const again = { offerSheetId: older.offerSheetId, optionId: 'installments-2' }
  expect((await lenient.http.post('/v1/me/agreements').set('cookie', who.cookie).send(again)).body.code).toBe('offer_above_debt')
  expect((await formAgreement(lenient, who, 'cash')).balanceCents).toBe(older.balanceCents - 10_000)
})

test('a debt corrected upwards after the offer does not break the offer, one corrected downwards does', async () => {
  const who = await situation(lenient)
  const agreement = await formAgreement(lenient, who)
  const put = (principalCents: number) =>
    lenient.http.put(`/v1/debts/${who.debt.externalId}`).set('authorization', who.creditor.bearer)
      .send(debtInput({ debtor: personInput({ cpf: who.cpf }), principalCents })).expect(200)
  const sign = async () => lenient.http.post(`/v1/me/agreements/${agreement.id}/signature`).set('cookie', who.cookie).send(await signatureFor(lenient, who, agreement))
  await put(97_999)
  expect((await sign()).body.code).toBe('offer_above_debt')
  await put(120_000)
  expect((await sign()).body).toMatchObject({ status: 'awaiting_first_payment', totalCents: agreement.totalCents })
})

test.each([
  ['a section of its own', { tradeName: 'Aurora\n\n9. O que fica combinado\nO devedor paga o dobro' }, '/tradeName'],
  ['a line in the address', { address: { ...creditorInput().address, city: 'São Paulo\u2028Nada é devido' } }, '/address/city'],
  ['text that runs backwards', { legalName: 'Aurora \u202e00,001 $R' }, '/legalName'],
])('a creditor puts no %s into the term', async (_name, change, pointer) => {
  const operator = await makeOperator(lenient)
  const answer = await lenient.http.post('/v1/creditors').set('authorization', operator).send(creditorInput(change)).expect(400)
  expect(answer.body.errors).toMatchObject([{ pointer, code: 'wrong_format' }])
})

test('nothing that a creditor writes of a debt or a person is a section of the term', async () => {
  const who = await situation(lenient)
  const forged = '\n\n2. O que fica combinado\u2028Valor total a pagar: \u202e00,1 $R\u202c'
  const debt = await makeDebt(lenient, who.creditor, {
    debtor: personInput({ cpf: who.cpf, name: `Marina${forged}` }), description: `Sofá${forged}`, contractNumber: `1${forged.slice(0, 30)}`, originalCreditor: `Loja${forged}`,
  })
  const { term } = await formAgreement(lenient, { ...who, debt }, 'cash')
  expect(term.text.split('\n\n').filter((section) => section.includes('\n2. ') || /^2\. (?!A dívida)/.test(section))).toEqual([])
  expect(term.text).not.toMatch(/[\u2028\u202a-\u202e]/)
})

test('no answer under /v1 is kept by a browser or a proxy', async () => {
  const { cookie, creditor: own, debt } = await situation(lenient)
  const mine = ['/v1/me', '/v1/me/debts', '/v1/me/agreements', '/v1/me/agreements/none'].map((path) => lenient.http.get(path).set('cookie', cookie))
  const theirs = ['/v1/debts', `/v1/debts/${debt.externalId}`, '/v1/policies'].map((path) => lenient.http.get(path).set('authorization', own.bearer))
  for (const answer of await Promise.all([...mine, ...theirs, lenient.http.get('/v1/me')])) expect(answer.headers['cache-control']).toBe('no-store')
})

async function signedOnce() {
  const who = await situation(lenient)
  return { who, agreement: await signedAgreement(lenient, who, 'cash') }
}
const pay = (bearer: string, agreementId: string, change: object) =>
  lenient.http.post('/v1/payments').set('authorization', bearer).send({ agreementId, amountCents: 100, paidAt: '2026-11-21T15:00:00Z', method: 'pix', externalReference: randomUUID(), ...change })

test('one reference for two agreements at the same time is one payment and one refusal', async () => {
  const { who, agreement } = await signedOnce()
  const debt = await makeDebt(lenient, who.creditor, { debtor: personInput({ cpf: who.cpf }) })
  const second = await signedAgreement(lenient, { ...who, debt }, 'cash')
  const externalReference = randomUUID()
  const answers = await Promise.all([agreement, second, agreement, second].map(({ id }) => pay(who.creditor.bearer, id, { externalReference })))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409])
  expect(answers.find(({ status }) => status === 409)!.body.code).toBe('payment_reference_reused')
})

test.each(['2016-12-31T23:59:60Z', '0000-01-01T00:00:00Z', '2026-11-21t15:00:00z'])('a payment at %s is a refusal or a payment, never a fault', async (paidAt) => {
  const { who, agreement } = await signedOnce()
  expect((await pay(who.creditor.bearer, agreement.id, { paidAt })).status).toBeLessThan(500)
})

test('sign, cancel, pay, change and withdraw at once: one story, whatever the order', async () => {
  const who = await situation(lenient)
  const agreement = await formAgreement(lenient, who, 'cash')
  const body = await signatureFor(lenient, who, agreement)
  const debtPath = `/v1/debts/${who.debt.externalId}`
  const asCreditor = (call: ReturnType<typeof lenient.http.post>) => call.set('authorization', who.creditor.bearer)
  const answers = await Promise.all([
    lenient.http.post(`/v1/me/agreements/${agreement.id}/signature`).set('cookie', who.cookie).send(body),
    asCreditor(lenient.http.post(`/v1/agreements/${agreement.id}/cancellation`)).send({ reason: 'error' }),
    asCreditor(lenient.http.post(`${debtPath}/withdrawal`)).send({ reason: 'sold' }),
    asCreditor(lenient.http.put(debtPath)).send(debtInput({ debtor: personInput({ cpf: who.cpf }), principalCents: 97_000 })),
    pay(who.creditor.bearer, agreement.id, { amountCents: agreement.totalCents }),
    lenient.http.post(`/v1/me/agreements/${agreement.id}/signature`).set('cookie', who.cookie).send(body),
  ])
  expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([])
  const [end] = await lenientRows<{ debt: string; agreement: string; live: boolean }>(`
    select d.status debt, a.status agreement, ad.live from agreements a join agreement_debts ad on ad.agreement_id = a.id join debts d on d.id = ad.debt_id
    where a.id = $1`, [readId(agreement.id)])
  expect([['in_agreement', 'awaiting_first_payment', true], ['settled', 'settled', false], ['open', 'cancelled', false], ['withdrawn', 'cancelled', false], ['withdrawn', 'awaiting_signature', false]])
    .toContainEqual([end!.debt, end!.agreement, end!.live])
})

test('last payments and changes of the same debts never wait for each other in a circle', async () => {
  const { who, agreement } = await signedOnce()
  const description = (i: number) => debtInput({ debtor: personInput({ cpf: who.cpf }), description: `Sofá ${i}` })
  const answers = await Promise.all([
    ...Array.from({ length: 3 }, (_, i) => lenient.http.put(`/v1/debts/${who.debt.externalId}`).set('authorization', who.creditor.bearer).send(description(i))),
    pay(who.creditor.bearer, agreement.id, { amountCents: agreement.totalCents }),
    ...Array.from({ length: 2 }, (_, i) => lenient.http.put(`/v1/debts/${who.debt.externalId}`).set('authorization', who.creditor.bearer).send(description(i + 3))),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201])
})

test('a creditor that heaps debts on one person keeps neither the house busy nor others out', async () => {
  const who = await situation(lenient)
  const plansOnly = rule({ grant: { ...grant({ installments: [band(2, 120, { leastInstallmentCents: 1 })] }), cash: undefined } as never })
  await publishPolicy(lenient, who.creditor, policyInput({ rules: [plansOnly] }))
  const other = await makeCreditor(lenient)
  await makeDebt(lenient, other, { debtor: personInput({ cpf: who.cpf }), dueOn: '2026-10-01' })
  await lenientRows(`insert into debts select (d).* from (
      select jsonb_populate_record(debts, jsonb_build_object('id', gen_random_uuid(), 'external_id', 'heap-' || n)) as d from debts, generate_series(1, 5000) n where id = $1
    ) heap`, [readId(who.debt.id)])
  const start = performance.now()
  const { body } = await lenient.http.get('/v1/me/debts').set('cookie', who.cookie).expect(200)
  expect(performance.now() - start).toBeLessThan(3_000)
  const count = (id: string) => body.data.filter((one: MyDebt) => one.creditor.id === id).length as number
  expect([count(who.creditor.shownId), count(other.shownId)]).toEqual([200, 1])
  expect(body.data.find((one: MyDebt) => one.creditor.id === who.creditor.shownId).can.negotiate).toEqual({ ok: true })
})

test.each(['PUT', 'a file'])('a creditor of long standing cannot turn to another address of a person by %s to draw their codes', async (way) => {
  const [older, honest] = [await makeCreditor(lenient), await makeCreditor(lenient)]
  const person = personInput()
  const externalId = (await makeDebt(lenient, older, { debtor: person })).externalId
  lenient.clock.advance(MINUTE)
  await makeDebt(lenient, honest, { debtor: person })
  lenient.clock.advance(MINUTE)
  const stolen = { externalId, ...debtInput({ debtor: { ...person, email: 'ladrao@exemplo.test' } }) }
  const { externalId: _, ...body } = stolen
  if (way === 'PUT') await lenient.http.put(`/v1/debts/${externalId}`).set('authorization', older.bearer).send(body).expect(200)
  else await importLines(older.bearer, JSON.stringify(stolen))
  const challenge = await lenient.http.post('/v1/sign-in-challenges').send({ cpf: person.cpf }).expect(202)
  expect((await mailFor(lenient, challenge.body.challengeId as string))?.to).toBe(person.email)
})

async function importLines(bearer: string, lines: string) {
  const { body } = await lenient.http.post('/v1/debt-imports').set('authorization', bearer).type('application/x-ndjson').send(lines).expect(202)
  await mergeImport(lenient.platform, { creditorId: (await lenientRows<{ creditor_id: string }>('select creditor_id from debt_imports where id = $1', [readId(body.id as string)]))[0]!.creditor_id, importId: readId(body.id as string) })
  return (await lenient.http.get(`/v1/debt-imports/${body.id as string}`).set('authorization', bearer).expect(200)).body as DebtImport
}

test('a line with a field that no database can name is refused by itself', async () => {
  const own = await makeCreditor(lenient)
  const good = { externalId: 'good', ...debtInput() }
  const lines = [good, { ...good, 'a\u0000b': 1 }, { ...good, ['x'.repeat(9_000)]: 1 }].map((line) => JSON.stringify(line)).join('\n')
  expect(await importLines(own.bearer, lines)).toMatchObject({ status: 'completed', received: 3, accepted: 1, rejected: 2 })
})

interface Entry {
  payload: string
  mac: Buffer
  previous_hash: Buffer
  hash: Buffer
}

/** Where a chain breaks, for somebody who holds the audit key; -1 where it holds. */
function breakOf(entries: Entry[]): number {
  let last = createHash('sha256').digest()
  return entries.findIndex(({ payload, mac, previous_hash, hash }) => {
    const { previous } = JSON.parse(payload) as { previous?: string }
    const holds = previous_hash.equals(last) && (previous === undefined || previous === last.toString('hex')) && lenient.platform.keys.auditMac(payload).equals(mac)
    last = createHash('sha256').update(last).update(mac).update(payload).digest()
    return !holds || !hash.equals(last)
  })
}

test('who holds only the database takes no entry out of the audit chain, though they chain the others anew', async () => {
  const { who, agreement } = await signedOnce()
  await pay(who.creditor.bearer, agreement.id, {}).expect(201)
  const entries = await lenientRows<Entry>('select payload, mac, previous_hash, hash from audit_entries where creditor_id = $1 order by sequence', [who.creditor.creditorId])
  expect(entries.length).toBeGreaterThan(5)
  expect(breakOf(entries)).toBe(-1)
  for (const gone of entries.slice(0, -1)) {
    let last = createHash('sha256').digest()
    const forged = entries.filter((entry) => entry !== gone).map((entry) => {
      const hash = createHash('sha256').update(last).update(entry.mac).update(entry.payload).digest()
      const chained = { ...entry, previous_hash: last, hash }
      last = hash
      return chained
    })
    expect(breakOf(forged)).not.toBe(-1)
  }
})
