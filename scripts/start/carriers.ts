import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { assertPortFree } from '../embedded/free-port.ts'
import { startGuarded } from '../embedded/guarded-process.ts'
import { untilAnswers } from '../embedded/until-answers.ts'
import type { House } from './house.ts'
import type { MailPlace } from './mail.ts'
import type { StartSettings } from './settings.ts'

/** The local carriers as a process of their own, and their page; none in production. They and the mail catcher lead to each other. */
export async function startCarriers({ withCarriers, carriersPort: port, root, dataDir, logDir }: StartSettings, mail: MailPlace, house: House): Promise<string | null> {
  if (!withCarriers) return null
  await assertPortFree(port, 'CARRIERS_PORT')
  const logFile = join(logDir, 'carriers.log')
  const isFirst = !existsSync(join(dataDir, 'carriers'))
  const carriers = startGuarded({
    command: process.execPath,
    args: ['scripts/local-carriers/main.ts'],
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, CARRIERS_PORT: String(port), MAIL_URL: mail.mailUrl ?? '' },
    logFile,
    orphanSignal: 'TERM',
  })
  await house.keep(() => carriers.stop('SIGTERM', 5_000))
  await untilAnswers(`http://127.0.0.1:${port}/`, carriers, 'The local carriers', logFile)
  house.watch('The local carriers', carriers.exited)
  const url = `http://localhost:${port}`
  if (isFirst && mail.mailUrl !== null) await leaveNote(mail.smtpUrl, url)
  return url
}

// The catcher's own page takes no link; a mail in it does.
async function leaveNote(smtpUrl: string, url: string): Promise<void> {
  const transport = createTransport(smtpUrl)
  await transport.sendMail({
    from: 'Telefones de Testes <telefones@exemplo.test>', to: 'todos@exemplo.test', subject: 'SMS, WhatsApp, avisos e ligações',
    text: `As mensagens que não são e-mail chegam aos telefones de testes: ${url}\n`, html: `<p>As mensagens que não são e-mail chegam aos <a href="${url}">telefones de testes</a>.</p>`,
  })
  transport.close()
}
