import { createTransport } from 'nodemailer'
import { expect, test } from 'vitest'
import { mailbox } from '../../support/mail.ts'

const mail = await mailbox()

function send(to: string, subject: string): Promise<unknown> {
  return createTransport(mail.smtpUrl).sendMail({
    from: 'portal@exemplo.test',
    to,
    subject,
    text: 'Seu código é 123456',
  })
}

test('a mail is awaited, handed out once, and kept apart by address', async () => {
  const awaited = mail.lastMailTo('ana@exemplo.test')
  await send('bia@exemplo.test', 'outra')
  await send('ana@exemplo.test', 'primeira')
  expect(await awaited).toMatchObject({ subject: 'primeira', text: expect.stringContaining('123456') })
  await send('ana@exemplo.test', 'segunda')
  expect(await mail.lastMailTo('ana@exemplo.test')).toMatchObject({ subject: 'segunda' })
  expect(mail.mailsTo('ana@exemplo.test').map(({ subject }) => subject)).toEqual(['primeira', 'segunda'])
})
