import { readFileSync } from 'node:fs'
import { ofxFile, type Movement } from '@repactua/api/core/statements/statements.fixture.ts'
import { receiveMoney } from '@repactua/api/modules/payments/index.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { BankStatementWithLines } from '@repactua/shared/contract/statements.ts'
import type { Charge } from '@repactua/shared/contract/payments.ts'
import { expect, test } from 'vitest'
import { signedAgreement, situation, type Situation } from '../builders/agreement.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput } from '../builders/person.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, platform } = testApp
const rows = rowsOf(testApp.db)

interface Story {
  who: Situation
  agreement: Agreement
}

type Shape = Parameters<typeof ofxFile>[1] & { latin1?: boolean }

const story = async (): Promise<Story> => {
  const who = await situation(testApp)
  return { who, agreement: await signedAgreement(testApp, who) }
}
const post = ({ who }: Pick<Story, 'who'>, body: string | Buffer, type = 'application/x-ofx', query: object = {}) =>
  http.post('/v1/bank-statements').query(query).set('authorization', who.creditor.bearer).set('content-type', type).send(Buffer.from(body) as unknown as string)
const tell = async (story: Story, movements: Movement[], { latin1 = false, ...shape }: Shape = {}, query: object = {}) =>
  (await post(story, Buffer.from(ofxFile(movements, shape), latin1 ? 'latin1' : 'utf8'), 'application/x-ofx', query).expect(200)).body as BankStatementWithLines
const see = async ({ who, agreement }: Story) => (await http.get(`/v1/me/agreements/${agreement.id}`).set('cookie', who.cookie).expect(200)).body as Agreement
const charge = async ({ who, agreement }: Story, number = 1) => (await http.post(`/v1/me/agreements/${agreement.id}/installments/${number}/charges`).set('cookie', who.cookie).send({ method: 'pix' }).expect(201)).body as Charge
const exceptions = async ({ who }: Story) => (await http.get('/v1/payment-exceptions').set('authorization', who.creditor.bearer).expect(200)).body.data as { id: string; reason: string; amountCents: number }[]
const due = ({ agreement }: Story, number = 1) => BigInt(agreement.installments[number - 1]!.amountCents)
const masked = ({ who: { cpf } }: Story) => cpf.replace(/^(\d{3})(\d{3})(\d{3})(\d{2})$/, '$1.$2.$3-$4')
const E2E = (n: number) => `E99999999202611201200s${String(n).padStart(10, '0')}`
const money = async ({ who }: Story) => rows<{ external_reference: string; amount_cents: string; method: string; paid_at: Date }>('select * from payments where creditor_id = $1 order by external_reference', [who.creditor.creditorId])

test('a txid in the memo aims exactly, capitals or not; day, method and reference are the bank’s', async () => {
  const one = await story()
  const { pix: { txid } } = await charge(one)
  const answer = await tell(one, [{ amountCents: due(one), bankReference: 'F1', description: `PIX RECEBIDO ${txid.toUpperCase()} JOÃO` }], { latin1: true, comma: true })
  expect(answer).toMatchObject({ format: 'ofx', preview: false, beganOn: '2026-11-20', credits: 1, debits: 0, posted: 1, known: 0, held: 0, pending: 0 })
  expect(answer.lines.data).toMatchObject([{ outcome: 'posted', matchedBy: 'charge', agreementId: one.agreement.id, bankReference: 'F1', description: `PIX RECEBIDO ${txid.toUpperCase()} JOÃO` }])
  expect(await see(one)).toMatchObject({ status: 'active', paidCents: Number(due(one)) })
  expect(await money(one)).toMatchObject([{ method: 'pix', paid_at: new Date('2026-11-20T03:00:00Z'), external_reference: expect.stringMatching(/^F1\.20261120\.\d+\.[0-9a-f]{8}$/) }])
})

test('the payer’s CPF and an amount that is open in one running agreement: the oldest such installment', async () => {
  const one = await story()
  const movement = { amountCents: due(one), description: `TED MARINA EXEMPLO ${masked(one)}` }
  const { lines } = await tell(one, [{ ...movement, bankReference: 'A' }, { ...movement, amountCents: due(one, 2), bankReference: 'B' }])
  expect(lines.data.map(({ outcome, matchedBy }) => [outcome, matchedBy])).toEqual([['posted', 'payer'], ['posted', 'payer']])
  expect((await see(one)).installments.map(({ status }) => status)).toEqual(['paid', 'paid', 'open'])
  expect((await money(one)).map(({ method }) => method)).toEqual(['transfer', 'transfer'])
})

test('the amount alone never decides; what is held has its candidates and what the bank wrote, sealed', async () => {
  const one = await story()
  await charge(one)
  const { lines, held, posted } = await tell(one, [
    { amountCents: due(one), bankReference: 'A', description: 'PIX RECEBIDO •••.982.247-••' },
    { amountCents: due(one) + 1n, bankReference: 'B', description: `TED ${masked(one)}` },
    { amountCents: 1_234n, bankReference: 'C', description: 'TED DE QUEM NAO DEVE 111.444.777-35' },
  ])
  expect([posted, held]).toEqual([0, 3])
  const candidate = { agreementId: one.agreement.id, installmentNumber: 1 }
  expect(lines.data.map(({ candidates }) => candidates)).toEqual([[candidate], [candidate], []])
  expect((await exceptions(one)).map(({ reason }) => reason)).toEqual(['unknown_charge', 'unknown_charge', 'unknown_charge'])
  expect(lines.data.map(({ exceptionId }) => exceptionId).sort()).toEqual((await exceptions(one)).map(({ id }) => id).sort())
  const stored = await rows<{ text: string }>("select bank_statement_lines::text as text from bank_statement_lines where creditor_id = $1", [one.who.creditor.creditorId])
  for (const { text } of stored) expect(text).not.toMatch(/PIX RECEBIDO|TED/)
  expect((await see(one)).paidCents).toBe(0)
})

test('two running agreements with the same amount: a person decides', async () => {
  const one = await story()
  const debt = await makeDebt(testApp, one.who.creditor, { debtor: personInput({ cpf: one.who.cpf, name: 'Marina Exemplo' }) })
  await signedAgreement(testApp, { ...one.who, debt })
  const { lines } = await tell(one, [{ amountCents: due(one), bankReference: 'A', description: masked(one) }])
  expect(lines.data).toMatchObject([{ outcome: 'held', candidates: [{ installmentNumber: 1 }, { installmentNumber: 1 }] }])
})

test('the same file twice is the same statement; an overlapping one posts only what is new', async () => {
  const one = await story()
  const line = (number: number, change: Movement = {}) => ({ amountCents: due(one, number), bankReference: `F${number}`, description: `TED ${masked(one)}`, ...change })
  const first = await tell(one, [line(1)])
  const count = () => rows<{ audit: string; events: string }>('select (select count(*) from audit_entries where creditor_id = $1) as audit, (select count(*) from outbox_events where creditor_id = $1) as events', [one.who.creditor.creditorId])
  const before = await count()
  expect(await tell(one, [line(1)])).toEqual(first)
  expect(await count()).toEqual(before)
  expect(await tell(one, [line(1), line(2)])).toMatchObject({ posted: 1, known: 1, held: 0 })
  expect(await tell(one, [line(2), line(3, { postedOn: '2026-11-21' })], { xml: true })).toMatchObject({ posted: 1, known: 1, held: 0 })
  expect(await see(one)).toMatchObject({ status: 'settled' })
  expect((await money(one)).length).toBe(3)
})

test('numbered anew by the bank, or without numbers, overlapping files post nothing twice', async () => {
  const one = await story()
  const line = (bankReference: string | null, amountCents = due(one)) => ({ amountCents, bankReference, description: `TED ${masked(one)}` })
  expect(await tell(one, [line('N0001')])).toMatchObject({ posted: 1 })
  expect(await tell(one, [{ amountCents: 5n, bankReference: 'N0001', description: 'JUROS' }, line('N0002')])).toMatchObject({ posted: 0, known: 1, held: 1 })
  const two = await story()
  const unnumbered = { ...line(null, due(two)), description: `TED ${masked(two)}` }
  expect(await tell(two, [unnumbered])).toMatchObject({ posted: 1 })
  expect(await tell(two, [{ ...unnumbered, postedOn: '2026-11-19', amountCents: -5n }, unnumbered, unnumbered])).toMatchObject({ debits: 1, posted: 1, known: 1 })
})

test('the same number twice in one file is for a person; the same number in another account is another payment', async () => {
  const one = await story()
  const line = { amountCents: due(one), bankReference: '0001', description: `TED ${masked(one)}` }
  expect(await tell(one, [line, line])).toMatchObject({ posted: 1, held: 1 })
  expect(await tell(one, [line], { account: '998/1234/11111-1' })).toMatchObject({ posted: 1, known: 0 })
})

test('a Pix that was told by its end-to-end id is known, also where the bank prints capitals', async () => {
  const one = await story()
  const { pix: { txid } } = await charge(one)
  const paidAt = new Date('2026-11-20T15:00:00Z')
  await platform.transact({ kind: 'system' }, { creditorId: one.who.creditor.creditorId }, (work) =>
    receiveMoney(work, { creditorId: one.who.creditor.creditorId, amountCents: due(one), paidAt, method: 'pix', externalReference: E2E(1), aim: { kind: 'charge', txid } }))
  expect(await tell(one, [{ amountCents: due(one), bankReference: 'X1', description: `PIX ${E2E(1).toUpperCase()} ${txid}` }])).toMatchObject({ posted: 0, known: 1 })
  expect(await tell(one, [{ amountCents: due(one), bankReference: E2E(1), description: masked(one) }])).toMatchObject({ known: 1 })
  expect((await see(one)).paidCents).toBe(Number(due(one)))
})

test('a Pix that was told by its webhook, and by the bank’s file without its id: not paid twice, a person says that it is the same', async () => {
  const one = await story()
  const [amountCents, { creditor }] = [due(one, 2), one.who]
  await platform.transact({ kind: 'system' }, { creditorId: creditor.creditorId }, (work) => receiveMoney(work, {
    creditorId: creditor.creditorId, amountCents, paidAt: new Date('2026-11-19T22:00:00Z'), method: 'pix', externalReference: E2E(7), aim: { kind: 'installment', agreementId: readId(one.agreement.id), number: 2 },
  }))
  const { lines } = await tell(one, [{ amountCents, bankReference: 'P1', description: `PIX RECEBIDO MARINA ${masked(one)}` }])
  expect(lines.data).toMatchObject([{ outcome: 'held', matchedBy: null, candidates: [{ agreementId: one.agreement.id, installmentNumber: 1 }] }])
  expect(await see(one)).toMatchObject({ paidCents: Number(amountCents) })
})

test('a preview says what would happen and does nothing', async () => {
  const one = await story()
  const line = { amountCents: due(one), description: `TED ${masked(one)}` }
  const counts = () => rows('select (select count(*) from audit_entries) as audit, (select count(*) from outbox_events) as events, (select count(*) from bank_statements) as files, (select count(*) from payments) as payments, (select count(*) from payment_references) as told, (select count(*) from payment_exceptions) as held')
  const before = await counts()
  const movements = [{ ...line, bankReference: 'A' }, { ...line, bankReference: 'B' }, { ...line, bankReference: 'C' }, { ...line, bankReference: 'D' }, { amountCents: 77n, bankReference: 'E' }]
  const preview = await tell(one, movements, {}, { preview: 'true' })
  expect(preview).toMatchObject({ id: null, preview: true })
  expect(preview.lines.data.every(({ paymentId, exceptionId }) => paymentId === null && exceptionId === null)).toBe(true)
  expect(await counts()).toEqual(before)
  const done = await tell(one, movements)
  expect(preview.lines.data.map(({ outcome, matchedBy, candidates }) => [outcome, matchedBy, candidates])).toEqual(done.lines.data.map(({ outcome, matchedBy, candidates }) => [outcome, matchedBy, candidates]))
  expect([preview.posted, preview.held]).toEqual([done.posted, done.held])
})

test('money that left is counted and left, and a credit of a day to come waits for it', async () => {
  const one = await story()
  const file = [{ amountCents: -5_000n, bankReference: 'D' }, { amountCents: due(one), postedOn: '2026-11-25', bankReference: 'T', description: masked(one) }]
  expect(await tell(one, file)).toMatchObject({ credits: 1, creditCents: Number(due(one)), debits: 1, debitCents: 5_000, posted: 0, held: 0, pending: 1 })
  testApp.clock.moveTo('2026-11-25T15:00:00Z')
  expect(await tell(one, file)).toMatchObject({ posted: 1, pending: 0 })
  testApp.clock.moveTo(SOME_DAY)
})

test('CSV, Brazilian with semicolons in Latin-1 or plain with commas: the query names columns and account', async () => {
  const one = await story()
  const reais = (cents: bigint) => `${cents / 100n},${String(cents % 100n).padStart(2, '0')}`
  const brazilian = `Extrato;conta 1\r\nData;Histórico;Valor;CPF/CNPJ do pagador\r\n20/11/2026;"Transferência; João";${reais(due(one))};${masked(one)}\r\n20/11/2026;TARIFA;-12,00;\r\n`
  const columns = { account: '001/1234/5-6', date: 'Data', amount: 'Valor', description: 'Histórico', payer: 'CPF/CNPJ do pagador' }
  const { body } = await post(one, Buffer.from(brazilian, 'latin1'), 'text/csv', columns).expect(200)
  expect(body).toMatchObject({ format: 'csv', credits: 1, debits: 1, posted: 1, lines: { data: [{ line: 3, description: 'Transferência; João', matchedBy: 'payer' }] } })
  const { pix: { txid } } = await charge(one, 2)
  const plain = `date,amount,description,id\n2026-11-20,${due(one, 2) / 100n}.${String(due(one, 2) % 100n).padStart(2, '0')},"Pix, recebido",${txid}\n`
  expect((await post(one, plain, 'text/csv', { account: '1', reference: 'id' }).expect(200)).body).toMatchObject({ posted: 1, lines: { data: [{ matchedBy: 'charge', reference: txid }] } })
  expect((await post(one, plain, 'text/csv').expect(400)).body.errors).toMatchObject([{ pointer: '/account' }])
})

test('a file that is cut off, broken or of another kind is refused with its lines and writes nothing', async () => {
  const one = await story()
  const whole = ofxFile([{ amountCents: due(one), bankReference: 'A', description: masked(one) }])
  const csv = 'date,amount,description\n2026-11-20,1.00,ok\n2026-11-20,1.00\n'
  const broken: [string, string, string, object, string, string][] = [
    ['cut off', whole.slice(0, whole.indexOf('</BANKTRANLIST>')), 'application/x-ofx', {}, 'cut_off', '/20'],
    ['a day that is none', whole.replace('20261120', '20261320'), 'application/x-ofx', {}, 'wrong_field', '/14'],
    ['nothing', '', 'application/x-ofx', {}, 'not_a_statement', '/1'],
    ['a row cut off', csv, 'text/csv', { account: '1' }, 'wrong_columns', '/3'],
    ['a quote left open', `${csv}2026-11-20,1.00,"x\n`, 'text/csv', { account: '1' }, 'wrong_columns', '/4'],
    ['no such column', csv, 'text/csv', { account: '1', date: 'Data' }, 'column_missing', '/1'],
  ]
  for (const [name, text, type, query, code, pointer] of broken) {
    const { body } = await post(one, text, type, query).expect(422)
    expect([name, body.code, body.errors[0].code, body.errors[0].pointer]).toEqual([name, 'bank_file_broken', code, pointer])
  }
  await post(one, whole, 'application/json').expect(415)
  await post(one, whole, 'text/plain').expect(415)
  expect(await rows('select 1 from bank_statements where creditor_id = $1', [one.who.creditor.creditorId])).toEqual([])
  expect((await see(one)).paidCents).toBe(0)
})

test('the same file several times at once has one effect', async () => {
  const one = await story()
  const file = ofxFile([{ amountCents: due(one), bankReference: 'A', description: masked(one) }, { amountCents: 9n, bankReference: 'B' }])
  const answers = await Promise.all([post(one, file), post(one, file), post(one, file)])
  expect(answers.map(({ status, body }) => [status, body.posted, body.held])).toEqual([[200, 1, 1], [200, 1, 1], [200, 1, 1]])
  expect((await money(one)).length).toBe(1)
  expect((await exceptions(one)).length).toBe(1)
})

test('statements are their own creditor’s: listed newest first, read by pages', async () => {
  const one = await story()
  const bearer = one.who.creditor.bearer
  const former = await tell(one, [{ amountCents: 9n, bankReference: 'A' }])
  testApp.clock.advance(1_000)
  const newest = await tell(one, [1n, 2n, 3n].map((amountCents) => ({ amountCents, bankReference: `B${amountCents}` })))
  const { lines: _, ...counted } = newest
  const list = (await http.get('/v1/bank-statements?limit=1').set('authorization', bearer).expect(200)).body
  expect(list.data).toEqual([counted])
  expect((await http.get(`/v1/bank-statements?cursor=${list.nextCursor}`).set('authorization', bearer).expect(200)).body).toMatchObject({ data: [{ id: former.id }], nextCursor: null })
  const read = (query: string) => http.get(`/v1/bank-statements/${newest.id}${query}`).set('authorization', bearer)
  expect((await read('').expect(200)).body).toEqual(newest)
  const page = (await read('?limit=2').expect(200)).body as BankStatementWithLines
  expect((await read(`?after=${page.lines.nextCursor}&outcome=held`).expect(200)).body.lines.data).toEqual(newest.lines.data.slice(2))
  expect((await read('?outcome=posted').expect(200)).body.lines).toEqual({ data: [], nextCursor: null })
  const other = await makeCreditor(testApp)
  await http.get(`/v1/bank-statements/${newest.id}`).set('authorization', other.bearer).expect(404)
  expect((await http.get('/v1/bank-statements').set('authorization', other.bearer).expect(200)).body.data).toEqual([])
  await http.post('/v1/bank-statements').expect(401)
  expect(await tell({ ...one, who: { ...one.who, creditor: other } }, [{ amountCents: due(one), bankReference: 'A', description: masked(one) }])).toMatchObject({ posted: 0, held: 1 })
})

test('the golden files of two banks are read', async () => {
  const one = await story()
  for (const name of ['bank-sgml', 'bank-xml']) {
    const bytes = readFileSync(new URL(`../../api/src/core/statements/${name}.golden.ofx`, import.meta.url))
    expect((await post(one, bytes).expect(200)).body).toMatchObject({ pending: 0, posted: 0 })
  }
})

test('ten thousand rows are taken in, in bounded memory', async () => {
  const one = await story()
  const movements = Array.from({ length: 10_000 }, (_, i): Movement => ({ amountCents: i % 20 === 0 ? BigInt(i + 1) : -BigInt(i + 1), bankReference: `M${i}`, description: `MOVIMENTO ${i}` }))
  const before = process.memoryUsage().heapUsed
  const answer = await tell(one, movements)
  expect(answer).toMatchObject({ credits: 500, debits: 9_500, held: 500, pending: 0 })
  expect(answer.lines.data).toHaveLength(200)
  expect(answer.lines.nextCursor).not.toBeNull()
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(200_000_000)
  const tooMany = ofxFile(Array.from({ length: 20_001 }, () => ({})))
  expect((await post(one, tooMany).expect(422)).body.errors).toMatchObject([{ code: 'too_many_lines' }])
}, 60_000)

test('the books are in order', () => expectBooksInOrder(testApp))
