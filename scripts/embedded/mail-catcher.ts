import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { assertPortFree } from './free-port.ts'
import { type GuardedProcess, startGuarded } from './guarded-process.ts'
import { untilAnswers } from './until-answers.ts'

export interface MailCatcherOptions {
  /** Port of the page and its REST API. */
  mailPort: number
  smtpPort: number
  /** Keeps the mails from one start to the next. */
  folder: string
  logFile: string
}

export interface MailCatcher {
  mailUrl: string
  smtpUrl: string
  process: GuardedProcess
}

/** Starts maildev on loopback. It is silent: no mail is printed anywhere. */
export async function startMailCatcher(options: MailCatcherOptions): Promise<MailCatcher> {
  await assertPortFree(options.mailPort, 'MAIL_PORT')
  await assertPortFree(options.smtpPort, 'SMTP_PORT')
  mkdirSync(options.folder, { recursive: true, mode: 0o700 })
  const catcher = startGuarded({
    command: process.execPath,
    args: [program(), '--silent', '--ip', '127.0.0.1', ...flags(options)],
    env: process.env,
    logFile: options.logFile,
    orphanSignal: 'TERM',
  })
  await untilAnswers(`http://127.0.0.1:${options.mailPort}/healthz`, catcher, 'The mail catcher', options.logFile)
  return {
    mailUrl: `http://localhost:${options.mailPort}`,
    smtpUrl: `smtp://127.0.0.1:${options.smtpPort}`,
    process: catcher,
  }
}

function program(): string {
  return join(dirname(createRequire(import.meta.url).resolve('maildev')), 'bin/maildev')
}

function flags({ mailPort, smtpPort, folder }: MailCatcherOptions): string[] {
  return ['--web', String(mailPort), '--smtp', String(smtpPort), '--mail-directory', folder]
}
