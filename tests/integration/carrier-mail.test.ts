import { createServer, type Socket } from 'node:net'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { carrierFor } from '@repactua/api/modules/channels/index.ts'
import { createSmtpMailer } from '@repactua/api/platform/mail/mailer.ts'
import { afterAll, expect, test } from 'vitest'
import { findFreePort } from '../../scripts/embedded/free-port.ts'
import { setChannelAccount } from '../builders/channel.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { startApp } from '../support/app.ts'
import { mailbox } from '../support/mail.ts'

const testApp = await startApp()
const { platform } = testApp
const mail = await mailbox()
const creditor = await makeCreditor(testApp)
const attemptId = '0192f3c1-8a5e-7c3d-9b1e-2f6a7c8d9e10'
const FROM = 'Repactua <nao-responda@repactua.exemplo.test>'
const content = { subject: 'Uma novidade', html: '<p>Olá, <b>Ana</b></p>', text: 'Olá, Ana' }

const sendBy = async (smtpUrl: string, to = 'ana@exemplo.test') => {
  const mailer = createSmtpMailer(smtpUrl, FROM)
  const open = await carrierFor({ platform, mailer }, creditor.creditorId, 'email')
  return open!.carrier.send({ attemptId, to, content, unsubscribeUrl: 'https://repactua.exemplo.test/v1/unsubscriptions/um-token' }).finally(() => mailer.close())
}

/** A server that talks SMTP until a word comes at which it does as it was told. */
async function smtpServer(at: string, act: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => {
    let isData = false
    socket.on('error', () => undefined)
    socket.write('220 mx.exemplo.test ESMTP\r\n')
    socket.on('data', (bytes) => {
      const text = bytes.toString()
      if (text.includes(at)) return act(socket)
      if (isData) return
      isData = text.startsWith('DATA')
      socket.write(isData ? '354 go on\r\n' : '250 ok\r\n')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  afterAll(() => void server.close())
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('a mail goes under the creditor’s name, with both its forms and one click to end it', async () => {
  expect(await sendBy(mail.smtpUrl)).toEqual({ kind: 'accepted', providerMessageId: `${attemptId}.${creditor.creditorId}@mail.repactua` })
  const first = await mail.lastMailTo('ana@exemplo.test')
  expect(first).toMatchObject({ subject: 'Uma novidade', from: [{ name: 'Lojas Aurora', address: 'nao-responda@repactua.exemplo.test' }] })
  expect(first.headers).toMatchObject({
    'message-id': `<${attemptId}.${creditor.creditorId}@mail.repactua>`, 'list-unsubscribe': '<https://repactua.exemplo.test/v1/unsubscriptions/um-token>', 'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
  })
  expect([first.text?.trim(), first.html]).toEqual(['Olá, Ana', expect.stringContaining('<b>Ana</b>')])
})

test('answers go to whom the creditor said, and sent again it is the same mail', async () => {
  await setChannelAccount(testApp, creditor, 'email', { provider: 'smtp', fromName: 'Aurora, atendimento', replyTo: 'acordos@aurora.exemplo.test' })
  await sendBy(mail.smtpUrl, 'bia@exemplo.test')
  await sendBy(mail.smtpUrl, 'bia@exemplo.test')
  const [first, second] = [await mail.lastMailTo('bia@exemplo.test'), await mail.lastMailTo('bia@exemplo.test')]
  expect(first).toMatchObject({ from: [{ name: 'Aurora, atendimento' }], replyTo: [{ address: 'acordos@aurora.exemplo.test' }] })
  expect(second.headers['message-id']).toBe(first.headers['message-id'])
})

test.each([
  ['no such mailbox', 'RCPT TO', '550 5.1.1 ana@exemplo.test unknown\r\n', { kind: 'refused', reason: 'smtp_550', badAddress: true }],
  ['refused for its words', '\r\n.\r\n', '554 5.7.1 no\r\n', { kind: 'refused', reason: 'smtp_554', badAddress: false }],
  ['greylisted', 'RCPT TO', '451 4.7.1 later\r\n', { kind: 'busy', retryAfterSeconds: null }],
])('%s', async (_name, at, answer, outcome) => {
  expect(await sendBy(await smtpServer(at, (socket) => void socket.write(answer)))).toEqual(outcome)
})

test('cut off after the mail was handed over, it is in doubt; nobody there, it did not go', async () => {
  expect(await sendBy(await smtpServer('\r\n.\r\n', (socket) => socket.destroy()))).toEqual({ kind: 'in_doubt' })
  expect(await sendBy(`smtp://127.0.0.1:${await findFreePort()}`)).toEqual({ kind: 'down' })
})
