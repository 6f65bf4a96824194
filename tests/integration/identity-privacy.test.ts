import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import supertest from 'supertest'
import { afterAll, expect, test } from 'vitest'
import { buildApp } from '@repactua/api/app.ts'
import { readConfig } from '@repactua/api/config.ts'
import { startJobs } from '@repactua/api/jobs.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { createSmtpMailer } from '@repactua/api/platform/mail/mailer.ts'
import { formatCpf } from '@repactua/shared/br/cpf.ts'
import type { DebtorInput } from '@repactua/shared/contract/debts.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { makePerson } from '../builders/person.ts'
import { startApp } from '../support/app.ts'
import { mailbox } from '../support/mail.ts'
import { rowsOf } from '../support/rows.ts'
import { expectNowhere, tablesWith } from '../support/secrets.ts'

const testApp = await startApp()
const rows = rowsOf(testApp.db)
const mail = await mailbox()
const { creditorId } = await makeCreditor(testApp)

const lines: string[] = []
const logger = createLogger('trace', { write: (line) => void lines.push(line) })
const dataDir = mkdtempSync(join(tmpdir(), 'repactua-privacy-'))
const config = readConfig({ DATABASE_URL: testApp.db.appUrl, SMTP_URL: mail.smtpUrl, RATE_LIMIT: 'off', DATA_DIR: dataDir })
const app = await buildApp(config, testApp.platform, logger)
await app.ready()
afterAll(async () => {
  await app.close()
  rmSync(dataDir, { recursive: true })
})
const http = supertest(app.server)

test('from the question to the sign-out, nothing personal is logged or stored in clear', async () => {
  const person = await makePerson(testApp, creditorId, { name: 'Rosalinda Exemplar', city: 'Ibiúna' })
  const stop = await work(mail.smtpUrl)
  const { body } = await http.post('/v1/sign-in-challenges').set('idempotency-key', 'k1').send({ cpf: formatCpf(person.cpf) }).expect(202)
  const code = (await mail.lastMailTo(person.email!)).text!.match(/\d{6}/)![0]
  await stop()
  const opened = await http.post('/v1/sessions').send({ challengeId: body.challengeId, code }).expect(201)
  const cookie = opened.get('Set-Cookie')![0]!.split(';')[0]!
  await http.get('/v1/me').set('cookie', cookie).expect(200)
  await http.delete('/v1/sessions/current').set('cookie', cookie).expect(204)
  // The search itself works: a town is kept in clear, a request is logged by its route.
  expect(await tablesWith('Ibiúna', rows)).toEqual(['public.debtors'])
  expect(lines.join('')).toContain('/v1/sign-in-challenges')
  await expectNowhere([...secretsOf(person), code, cookie.split('=')[1]!], lines, rows)
})

test('a mail server that quotes the address in its refusal does not bring it into the log or the job', async () => {
  const person = await makePerson(testApp, creditorId, { name: 'Rosalinda Exemplar' })
  const smtp = await refusingServer()
  const stop = await work(smtp.url)
  await http.post('/v1/sign-in-challenges').send({ cpf: person.cpf }).expect(202)
  await smtp.refused
  await stop()
  expect(lines.join('')).toContain('EENVELOPE 550')
  await expectNowhere(secretsOf(person), lines, rows)
  smtp.close()
})

async function work(smtpUrl: string): Promise<() => Promise<void>> {
  const mailer = createSmtpMailer(smtpUrl, config.mailFrom)
  const stop = await startJobs({ platform: testApp.platform, mailer, logger })
  return async () => {
    await stop()
    mailer.close()
  }
}

function secretsOf({ cpf, name, email, phone }: DebtorInput): string[] {
  return [cpf, formatCpf(cpf), name, email!, phone!, '+5511912345678']
}

/** Speaks enough of RFC 5321 to refuse every recipient by address. */
async function refusingServer() {
  let tell = () => {}
  const refused = new Promise<void>((resolve) => (tell = resolve))
  const server = createServer((socket) => {
    socket.write('220 exemplo.test\r\n')
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => {
      const command = chunk.toString()
      const recipient = /^RCPT TO:(<.*>)/i.exec(command)?.[1]
      socket.write(recipient ? `550 5.1.1 ${recipient} unknown\r\n` : '250 ok\r\n')
      if (/^QUIT|^RSET/i.test(command) || recipient) tell()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, refused, close: () => server.close() }
}
