import { BB_ACCOUNT, returnFile } from '@repactua/api/core/cnab240/cnab240.fixture.ts'
import type { BoletoReturn } from '@repactua/shared/contract/boletos.ts'
import type { Response } from 'supertest'
import { expect, test } from 'vitest'
import { askForBoleto, ITAU, ownNumberOf, withBoleto } from '../builders/boleto.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http } = testApp
const rows = rowsOf(testApp.db)
type Story = Awaited<ReturnType<typeof withBoleto>>

const remit = ({ who }: Story, key?: string) => http.post('/v1/boleto-remittances').set({ authorization: who.creditor.bearer, ...(key && { 'idempotency-key': key }) })
const fileOf = async ({ who }: Story, id: string) => (await http.get(`/v1/boleto-remittances/${id}/file`).set('authorization', who.creditor.bearer).buffer().parse(bytesOf).expect(200)).body as Buffer
const tell = ({ who }: Story, file: string) => http.post('/v1/boleto-returns').set('authorization', who.creditor.bearer).type('text/plain').send(Buffer.from(file, 'latin1') as unknown as string)
const told = async (story: Story, file: string) => (await tell(story, file).expect(200)).body as BoletoReturn
const see = async ({ who, agreement }: Story) => (await http.get(`/v1/me/agreements/${agreement.id}`).set('cookie', who.cookie).expect(200)).body
const cnpjOf = async ({ who }: Story) => (await rows<{ cnpj: string }>('select cnpj from creditors where id = $1', [who.creditor.creditorId]))[0]!.cnpj
const slipOf = ({ charge }: Story) => ({ number: ownNumberOf(charge), amountCents: BigInt(charge.amountCents) })
const paid = (story: Story, change: object = {}) => ({ ...slipOf(story), code: '06', paidCents: BigInt(story.charge.amountCents), occurredOn: '2026-11-20', creditedOn: '2026-11-21', ...change })
const statusOf = async ({ charge }: Story) => (await rows<{ status: string }>('select status from boletos where id = $1', [charge.id.slice('charge_'.length)]))[0]!.status

async function returned(story: Story, ...slips: Parameters<typeof returnFile>[3]): Promise<string> {
  return returnFile('001', BB_ACCOUNT, await cnpjOf(story), slips)
}

function bytesOf(response: Response, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = []
  const stream = response as unknown as NodeJS.ReadableStream
  stream.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)))
}

test('a remittance has what no file had; twice the same key is the same file', async () => {
  const story = await withBoleto(testApp)
  const first = (await remit(story, 'file-1').expect(201)).body
  expect(first).toMatchObject({ bank: '001', sequence: 1, count: 1, totalCents: story.charge.amountCents })
  expect((await remit(story, 'file-1').expect(201)).body).toEqual(first)
  expect((await remit(story).expect(409)).body.code).toBe('no_boleto_to_send')
  await askForBoleto(testApp, story.who, story.agreement, 2).expect(201)
  expect((await remit(story).expect(201)).body).toMatchObject({ sequence: 2, count: 1 })
  const file = await fileOf(story, first.id)
  expect(await fileOf(story, first.id)).toEqual(file)
  const lines = file.toString('latin1').split('\r\n')
  expect(lines.map(({ length }) => length)).toEqual([240, 240, 240, 240, 240, 240, 240, 0])
  expect(lines[2]!.slice(37, 57).trim()).toBe(`3432568${String(ownNumberOf(story.charge)).padStart(10, '0')}`)
  expect(lines[2]!.slice(77, 100)).toBe(`${story.charge.dueOn.split('-').reverse().join('')}${String(story.charge.amountCents).padStart(15, '0')}`)
  expect(lines[3]!.slice(18, 63)).toBe(`0000${story.who.cpf}${'MARINA EXEMPLO DA CONCEICAO'.padEnd(30)}`)
})

test('parallel remittances: each boleto is in one file, files are numbered without gaps', async () => {
  const story = await withBoleto(testApp)
  const answers = await Promise.all([remit(story), remit(story), remit(story)])
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
})

test('what was paid otherwise meanwhile is not told to the bank', async () => {
  const story = await withBoleto(testApp, ITAU)
  const payment = { agreementId: story.agreement.id, amountCents: story.charge.amountCents, paidAt: '2026-11-21T15:00:00Z', method: 'pix', externalReference: `P-${story.agreement.id}` }
  await http.post('/v1/payments').set('authorization', story.who.creditor.bearer).send(payment).expect(201)
  await remit(story).expect(409)
})

test('paid: the payment is posted on its day, and the same file again changes nothing', async () => {
  const story = await withBoleto(testApp)
  const file = await returned(story, { ...slipOf(story), code: '02' }, paid(story))
  const first = await told(story, file)
  expect(first).toMatchObject({ bank: '001', sequence: 7, registered: 1, posted: 1, unchanged: 0, exceptions: [] })
  expect(await see(story)).toMatchObject({ status: 'active', paidCents: story.charge.amountCents })
  const [payment] = await rows<{ method: string; external_reference: string; paid_at: Date }>('select * from payments where creditor_id = $1', [story.who.creditor.creditorId])
  expect(payment).toMatchObject({ method: 'boleto', external_reference: `001-3432568${String(ownNumberOf(story.charge)).padStart(10, '0')}-2026-11-21`, paid_at: new Date('2026-11-20T03:00:00Z') })
  const count = () => rows<{ audit: string; events: string }>('select (select count(*) from audit_entries where creditor_id = $1) as audit, (select count(*) from outbox_events where creditor_id = $1) as events', [story.who.creditor.creditorId])
  const before = await count()
  expect(await told(story, file)).toEqual({ ...first, registered: 0, posted: 0, unchanged: 2 })
  expect(await count()).toEqual(before)
})

test('the same file several times at once posts one payment', async () => {
  const story = await withBoleto(testApp)
  const file = await returned(story, paid(story))
  const answers = await Promise.all([tell(story, file), tell(story, file), tell(story, file)])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(answers.reduce((sum, { body }) => sum + (body as BoletoReturn).posted, 0)).toBe(1)
  expect((await see(story)).paidCents).toBe(story.charge.amountCents)
})

test('refused by the bank: the next charge is a new boleto; written off: it can still turn out to be paid', async () => {
  const story = await withBoleto(testApp)
  expect(await told(story, await returned(story, { ...slipOf(story), code: '03', reasons: '48' }))).toMatchObject({ refused: 1 })
  const again = (await askForBoleto(testApp, story.who, story.agreement).expect(201)).body as Story['charge']
  expect(again.id).not.toBe(story.charge.id)
  const newer = { ...story, charge: again }
  expect(await told(story, await returned(story, { ...slipOf(newer), code: '09' }))).toMatchObject({ writtenOff: 1 })
  expect(await statusOf(newer)).toBe('written_off')
  expect(await told(story, await returned(story, paid(newer, { code: '17' })))).toMatchObject({ posted: 1 })
  expect([await statusOf(story), await statusOf(newer)]).toEqual(['refused', 'paid'])
})

test('short and over are taken as they come; an unknown slip and a second payment are held', async () => {
  const story = await withBoleto(testApp)
  const { amountCents } = story.charge
  const day = (creditedOn: string, cents: number) => paid(story, { creditedOn, paidCents: BigInt(cents) })
  const unknown = { ...paid(story), number: 999_999 }
  const { exceptions, posted } = await told(story, await returned(story, day('2026-11-17', amountCents - 1), day('2026-11-18', 3), unknown))
  expect(posted).toBe(2)
  expect((await see(story)).installments.slice(0, 2).map(({ paidCents }: { paidCents: number }) => paidCents)).toEqual([amountCents, 2])
  expect(exceptions).toMatchObject([{ line: 7, reason: 'unknown', code: 'unknown_charge', occurrence: '06', paidCents: amountCents }])
  const again = await told(story, await returned(story, day('2026-11-19', amountCents)))
  expect(again.exceptions).toMatchObject([{ reason: 'paid_twice', chargeId: story.charge.id }])
  const { body } = await http.get(`/v1/payment-exceptions/${again.exceptions[0]!.exceptionId}`).set('authorization', story.who.creditor.bearer).expect(200)
  expect(body).toMatchObject({ status: 'open', reason: 'paid_twice', amountCents, agreementId: story.agreement.id, installmentNumber: 1, can: { refund: { ok: true } } })
  expect((await see(story)).paidCents).toBe(amountCents + 2)
})

test('one reference told with another amount is no more money; without amount or day nothing came', async () => {
  const story = await withBoleto(testApp)
  const { amountCents } = story.charge
  await told(story, await returned(story, paid(story)))
  const file = await returned(story, paid(story, { paidCents: BigInt(amountCents) + 1n }))
  expect((await told(story, file)).exceptions).toMatchObject([{ reason: 'not_posted', code: 'reference_reused' }])
  expect(await told(story, file)).toMatchObject({ unchanged: 1, exceptions: [] })
  const empty = await told(story, await returned(story, paid(story, { paidCents: 0n })))
  expect(empty.exceptions).toMatchObject([{ reason: 'amount_missing', exceptionId: null, code: null }])
  expect((await see(story)).paidCents).toBe(amountCents)
})

test('a payment whose agreement is over is held; the file goes on', async () => {
  const story = await withBoleto(testApp)
  const second = (await askForBoleto(testApp, story.who, story.agreement, 2).expect(201)).body as Story['charge']
  await http.post(`/v1/agreements/${story.agreement.id}/cancellation`).set('authorization', story.who.creditor.bearer).send({ reason: 'error' }).expect(200)
  const answer = await told(story, await returned(story, paid(story), paid({ ...story, charge: second })))
  expect(answer.exceptions).toMatchObject([{ line: 3, reason: 'not_posted', code: 'agreement_cancelled' }, { line: 5, reason: 'not_posted', code: 'agreement_cancelled' }])
  expect(await statusOf(story)).toBe('paid')
})

test('a file of another company, of another account or broken is refused whole, with line and reason', async () => {
  const story = await withBoleto(testApp)
  const other = await withBoleto(testApp)
  const file = await returned(story, paid(story), paid(story, { number: 77 }))
  expect((await tell(other, file).expect(422)).body).toMatchObject({ code: 'bank_file_of_another', errors: [{ pointer: '/1' }] })
  const elsewhere = returnFile('001', { ...BB_ACCOUNT, account: '99' }, await cnpjOf(story), [paid(story)])
  expect((await tell(story, elsewhere).expect(422)).body.code).toBe('bank_file_of_another')
  const lines = file.split('\r\n')
  const broken: [string, string, number, string][] = [
    ['cut off', lines.slice(0, 4).join('\r\n'), 4, 'cut_off'],
    ['a short line behind good ones', lines.with(5, lines[5]!.slice(1)).join('\r\n'), 6, 'wrong_length'],
    ['UTF-8', Buffer.from(file.replace('LOJAS', 'LÓJAS'), 'utf8').toString('latin1'), 1, 'wrong_length'],
    ['a byte outside Latin-1', file.replace('LOJAS', 'L\u0081JAS'), 1, 'wrong_character'],
    ['a letter in the money', lines.with(5, lines[5]!.slice(0, 80) + 'X' + lines[5]!.slice(81)).join('\r\n'), 6, 'wrong_field'],
  ]
  for (const [name, text, line, code] of broken) {
    const { body } = await tell(story, text).expect(422)
    expect([name, body.code, body.errors[0].pointer, body.errors[0].code]).toEqual([name, 'bank_file_broken', `/${line}`, code])
  }
  expect((await see(story)).paidCents).toBe(0)
  expect(await rows('select 1 from boleto_returns where creditor_id = $1', [story.who.creditor.creditorId])).toEqual([])
  expect((await told(story, file)).posted).toBe(1)
})

test('files are their own creditor’s, and a body is the text that a bank wrote', async () => {
  const story = await withBoleto(testApp)
  const { body } = await remit(story).expect(201)
  const { bearer } = await makeCreditor(testApp)
  await http.get(`/v1/boleto-remittances/${body.id}/file`).set('authorization', bearer).expect(404)
  await http.post('/v1/boleto-remittances').set('authorization', bearer).expect(409)
  await http.post('/v1/boleto-returns').set('authorization', bearer).send({ file: 'x' }).expect(415)
  await http.post('/v1/boleto-returns').set('authorization', bearer).type('text/plain').send('').expect(({ status }) => expect([400, 422]).toContain(status))
  await http.post('/v1/boleto-returns').type('text/plain').send('x').expect(401)
})

test('the books are in order', () => expectBooksInOrder(testApp))
