import { expect, test } from 'vitest'
import type { Mail, Mailer } from '../../../platform/mail/mailer.ts'
import { mailCarrier } from './mail-carrier.ts'
import { messageIdOf, traceIn } from './message-id.ts'

const creditorId = '0192f3c1-8a5e-7c3d-9b1e-2f6a7c8d9e0f'
const attemptId = '0192f3c1-8a5e-7c3d-9b1e-2f6a7c8d9e10'
const content = { subject: 'Uma novidade', html: '<p>Olá</p>', text: 'Olá' }
const sender = { creditorId, fromName: 'Lojas Aurora', replyTo: 'acordos@aurora.exemplo.test' }

function mailerOf(send: (mail: Mail) => Promise<void>): Mailer {
  return { send, close: () => undefined }
}

test('a mail names its sender, its attempt and the one click that ends it', async () => {
  const mails: Mail[] = []
  const carrier = mailCarrier(mailerOf(async (mail) => void mails.push(mail)), sender)
  const outcome = await carrier.send({ attemptId, to: 'ana@exemplo.test', content, unsubscribeUrl: 'https://repactua.exemplo.test/v1/unsubscriptions/t' })
  expect(outcome).toEqual({ kind: 'accepted', providerMessageId: messageIdOf({ attemptId, creditorId }) })
  expect(mails).toEqual([{
    to: 'ana@exemplo.test', ...content, fromName: 'Lojas Aurora', replyTo: 'acordos@aurora.exemplo.test', messageId: messageIdOf({ attemptId, creditorId }),
    headers: { 'List-Unsubscribe': '<https://repactua.exemplo.test/v1/unsubscriptions/t>', 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  }])
})

test.each([
  ['no such mailbox', { reply: 550, isInDoubt: false }, { kind: 'refused', reason: 'smtp_550', badAddress: true }],
  ['refused for what it says', { reply: 554, isInDoubt: false }, { kind: 'refused', reason: 'smtp_554', badAddress: false }],
  ['come back later', { reply: 421, isInDoubt: false }, { kind: 'busy', retryAfterSeconds: null }],
  ['nobody there', { reply: null, isInDoubt: false }, { kind: 'down' }],
  ['cut off under way', { reply: null, isInDoubt: true }, { kind: 'in_doubt' }],
])('%s', async (_name, fault, outcome) => {
  const carrier = mailCarrier(mailerOf(() => Promise.reject(Object.assign(new Error(), fault))), sender)
  expect(await carrier.send({ attemptId, to: 'ana@exemplo.test', content })).toEqual(outcome)
})

test('a Message-ID leads back to what it was sent for', () => {
  expect(traceIn(`References: <x@y> <${messageIdOf({ attemptId, creditorId })}>`)).toEqual({ attemptId, creditorId })
  expect(traceIn('<b1a2@mail.exemplo.test>')).toBeNull()
})
