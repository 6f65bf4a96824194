import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import supertest from 'supertest'
import { afterAll } from 'vitest'
import { buildApp } from '@repactua/api/app.ts'
import { compose } from '@repactua/api/compose.ts'
import { readConfig } from '@repactua/api/config.ts'
import { startJobs } from '@repactua/api/jobs.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { createSmtpMailer } from '@repactua/api/platform/mail/mailer.ts'
import { findFreePort } from '../../scripts/embedded/free-port.ts'
import { ensurePortal } from '../../scripts/start/portal.ts'
import { SOME_DAY, type TestApp } from './app.ts'
import { database } from './database.ts'
import { mailbox, type Mailbox } from './mail.ts'
import { createMovableClock } from './movable-clock.ts'

export interface Installation extends TestApp {
  /** Where a browser finds the portal. */
  url: string
  mail: Mailbox
  /** The six digits of the newest mail to an address, once it has come. */
  mailedCode(address: string): Promise<string>
}

const ROOT = join(import.meta.dirname, '../..')

/**
 * A whole installation that a browser can visit: the API on a port of its own with the built portal, the worker's
 * jobs and a mail catcher behind real SMTP. Closed after the file's last test. Call it at the top level.
 */
export async function startInstallation(env: Record<string, string> = {}): Promise<Installation> {
  const [db, mail, port] = [await database(), await mailbox(), await findFreePort()]
  const dataDir = mkdtempSync(join(tmpdir(), 'repactua-installation-'))
  const config = readConfig({
    DATA_DIR: dataDir, DATABASE_URL: db.appUrl, SMTP_URL: mail.smtpUrl, RATE_LIMIT: 'off', LOG_LEVEL: 'silent',
    PORT: String(port), PORTAL_DIST: await ensurePortal(ROOT, dataDir), ...env,
  })
  const clock = createMovableClock(new Date(SOME_DAY))
  const { platform, close } = compose(config, clock)
  const logger = createLogger(config.logLevel)
  const app = await buildApp(config, platform, logger)
  await app.listen({ host: config.host, port })
  const mailer = createSmtpMailer(config.smtpUrl, config.mailFrom)
  const stopJobs = await startJobs({ platform, mailer, logger })
  afterAll(async () => {
    await stopJobs()
    mailer.close()
    await app.close()
    await close()
    rmSync(dataDir, { recursive: true })
  })
  const mailedCode = async (address: string) => codeIn((await mail.lastMailTo(address)).text)
  return { app, platform, db, clock, http: supertest(app.server), url: config.publicUrl, mail, mailedCode }
}

function codeIn(text = ''): string {
  const code = /\b\d{6}\b/.exec(text)?.[0]
  if (!code) throw new Error('the mail holds no code')
  return code
}
