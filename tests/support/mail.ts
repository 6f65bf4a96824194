import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import logger from 'maildev/lib/logger.js'
import server, { type StoredMail } from 'maildev/lib/mailserver.js'
import { afterAll } from 'vitest'
import { findFreePort } from '../../scripts/embedded/free-port.ts'

export type { StoredMail }

export interface Mailbox {
  /** What the application under test takes as SMTP_URL. */
  smtpUrl: string
  /** The newest mail to an address that was not handed out before; waits until it has come. */
  lastMailTo(address: string): Promise<StoredMail>
  /** Every mail to an address so far, oldest first. */
  mailsTo(address: string): StoredMail[]
}

const MAIL_ARRIVES_WITHIN_MS = 15_000

/**
 * A mail catcher for one test file, closed after its last test.
 * Call it at the top level of the file: `const mail = await mailbox()`
 */
export async function mailbox(): Promise<Mailbox> {
  const folder = mkdtempSync(join(tmpdir(), 'repactua-mail-'))
  const port = await findFreePort()
  logger.setLevel(0)
  server.create(port, '127.0.0.1', folder)
  await server.listen()
  afterAll(() => close(folder))
  return { smtpUrl: `smtp://127.0.0.1:${port}`, lastMailTo, mailsTo }
}

const handedOut = new WeakSet<StoredMail>()

function mailsTo(address: string): StoredMail[] {
  return server.store.filter((mail) => isTo(mail, address))
}

function lastMailTo(address: string): Promise<StoredMail> {
  const waiting = mailsTo(address).findLast((mail) => !handedOut.has(mail))
  return waiting ? Promise.resolve(handOut(waiting)) : nextMailTo(address)
}

function nextMailTo(address: string): Promise<StoredMail> {
  return new Promise((resolve, reject) => {
    const tooLate = setTimeout(() => {
      server.off('new', listener)
      reject(new Error(`No mail to ${address} came within ${MAIL_ARRIVES_WITHIN_MS} ms.`))
    }, MAIL_ARRIVES_WITHIN_MS)
    function listener(mail: StoredMail): void {
      if (!isTo(mail, address)) return
      clearTimeout(tooLate)
      server.off('new', listener)
      resolve(handOut(mail))
    }
    server.on('new', listener)
  })
}

function isTo(mail: StoredMail, address: string): boolean {
  return mail.envelope.to.some((to) => to.address === address)
}

function handOut(mail: StoredMail): StoredMail {
  handedOut.add(mail)
  return mail
}

async function close(folder: string): Promise<void> {
  await new Promise<void>((resolve) => server.close(resolve))
  rmSync(folder, { recursive: true, force: true })
}
