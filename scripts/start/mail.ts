import { join } from 'node:path'
import { startMailCatcher } from '../embedded/mail-catcher.ts'
import type { House } from './house.ts'
import type { StartSettings } from './settings.ts'

/** Where mail goes, and the page where it can be read: there is none when SMTP_URL names a real server. */
export interface MailPlace {
  smtpUrl: string
  mailUrl: string | null
}

/** The mail catcher, unless SMTP_URL names a real server. */
export async function startMail(settings: StartSettings, house: House): Promise<MailPlace> {
  if (settings.smtpUrl) return { smtpUrl: settings.smtpUrl, mailUrl: null }
  const catcher = await startMailCatcher({
    mailPort: settings.mailPort,
    smtpPort: settings.smtpPort,
    folder: join(settings.dataDir, 'mail'),
    logFile: join(settings.logDir, 'mail.log'),
  })
  await house.keep(() => catcher.process.stop('SIGTERM', 5_000))
  house.watch('The mail catcher', catcher.process.exited)
  return catcher
}
