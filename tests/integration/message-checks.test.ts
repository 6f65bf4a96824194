import type { ContactChoices } from '@repactua/shared/contract/contact-choices.ts'
import { afterEach, expect, test } from 'vitest'
import { makeCreditor } from '../builders/creditor.ts'
import { makeAddressee } from '../builders/message.ts'
import { signInWithCode } from '../builders/person.ts'
import { sendMail } from '../builders/sent-message.ts'
import { startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock } = testApp
const rows = rowsOf(testApp.db)
const creditor = await makeCreditor(testApp)

// Ten in the morning of a Thursday in São Paulo.
const THURSDAY = '2027-01-07T13:00:00.000Z'
clock.moveTo(THURSDAY)
afterEach(() => clock.moveTo(THURSDAY))

const openLink = async (token: string) => (await http.post('/v1/message-links').send({ token }).expect(200)).body as { state: string; next: string | null }
const wayOut = (token: string) => `/v1/unsubscriptions/${token}`
const choicesOf = async (cpf: string) => (await http.get('/v1/me/contact-choices').set('cookie', await signInWithCode(testApp, cpf)).expect(200)).body as ContactChoices

test('a link leads behind the sign-in for thirty days, and tells nothing of a person', async () => {
  const who = await makeAddressee(testApp, creditor)
  const { linkToken } = await sendMail(testApp, who)
  expect(await openLink(linkToken)).toEqual({ state: 'valid', next: '/dividas' })
  clock.advance(31 * 86_400_000)
  expect(await openLink(linkToken)).toEqual({ state: 'expired', next: null })
})

test('a link of a plan leads to the plan', async () => {
  const who = await makeAddressee(testApp, creditor)
  const { linkToken } = await sendMail(testApp, who, { purpose: 'service', templateKey: 'agreement-thanks', values: { agreementId: 'agreement_0199' } })
  expect(await openLink(linkToken)).toEqual({ state: 'valid', next: '/acordos/agreement_0199' })
})

test('what was not signed here leads nowhere: one letter off, another use, anything', async () => {
  const { linkToken, wayOutToken } = await sendMail(testApp, await makeAddressee(testApp, creditor))
  const off = linkToken.slice(0, -1) + (linkToken.endsWith('A') ? 'B' : 'A')
  for (const token of [off, wayOutToken, 'x', '../../etc', 'é'.repeat(50)]) expect(await openLink(token)).toEqual({ state: 'unknown', next: null })
  expect((await http.post(wayOut(linkToken)).expect(404)).body.code).toBe('not_found')
  await http.post(wayOut('x')).expect(400)
})

test('a code tells when, by what and for whom a message went, and nothing else', async () => {
  const who = await makeAddressee(testApp, creditor)
  const { code } = await sendMail(testApp, who)
  const { body } = await http.get(`/v1/message-verifications/${code}`).expect(200)
  expect(body).toEqual({ code, creditor: { legalName: 'Lojas Aurora Exemplo S.A.', tradeName: 'Lojas Aurora', cnpj: expect.any(String) }, channel: 'email', sentAt: THURSDAY })
  expect((await http.get('/v1/message-verifications/2222-2222').expect(404)).body.code).toBe('not_found')
  await http.get('/v1/message-verifications/abc').expect(400)
})

test('one click stops one creditor, channel and purpose; twice is once, and it can be taken back', async () => {
  const who = await makeAddressee(testApp, creditor)
  const { wayOutToken } = await sendMail(testApp, who)
  const stands = { creditorName: 'Lojas Aurora', channel: 'email', purpose: 'collection' }
  expect((await http.get(wayOut(wayOutToken)).expect(200)).body).toEqual({ ...stands, stopped: false })
  expect((await http.post(wayOut(wayOutToken)).type('form').send('List-Unsubscribe=One-Click').expect(200)).body).toEqual({ ...stands, stopped: true })
  expect((await http.post(wayOut(wayOutToken)).expect(200)).body).toEqual({ ...stands, stopped: true })
  const standing = await rows('select purpose, channel, source from contact_choices where ended_at is null')
  expect(standing).toEqual([{ purpose: 'collection', channel: 'email', source: 'unsubscribe' }])
  const own = (await choicesOf(who.person.cpf)).creditors[0]!.choices
  expect(own.filter(({ channel, allowed }) => channel === 'email' && !allowed)).toEqual([{ channel: 'email', purpose: 'collection', allowed: false }])
  await expect(sendMail(testApp, who)).rejects.toThrow('did not go')
  expect((await http.delete(wayOut(wayOutToken)).expect(200)).body).toEqual({ ...stands, stopped: false })
  expect((await http.delete(wayOut(wayOutToken)).expect(200)).body).toEqual({ ...stands, stopped: false })
})

test('nobody takes back by one message what was said by another', async () => {
  const who = await makeAddressee(testApp, creditor)
  const [old, last] = [await sendMail(testApp, who, { purpose: 'service' }), await sendMail(testApp, who, { purpose: 'service' })]
  await http.post(wayOut(last.wayOutToken)).expect(200)
  expect((await http.delete(wayOut(old.wayOutToken)).expect(200)).body).toMatchObject({ stopped: true })
  for (const token of [old.wayOutToken, last.wayOutToken, old.wayOutToken]) expect((await http.post(wayOut(token)).expect(200)).body).toMatchObject({ stopped: true })
  for (const token of [old.wayOutToken, last.wayOutToken]) expect((await http.delete(wayOut(token)).expect(200)).body).toMatchObject({ stopped: true })
})

test('a mail program’s own form is taken, of any kind', async () => {
  const { wayOutToken } = await sendMail(testApp, await makeAddressee(testApp, creditor))
  const multipart = '--x\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n'
  expect((await http.post(wayOut(wayOutToken)).set('content-type', 'multipart/form-data; boundary=x').send(multipart).expect(200)).body).toMatchObject({ stopped: true })
})

test('each choice is told as it is written down', () => expectBooksInOrder(testApp))
