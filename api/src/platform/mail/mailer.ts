import { createTransport } from 'nodemailer'

export interface Mail {
  to: string
  subject: string
  text: string
  html?: string
  /** Shown before the installation's own address, which stays the sender. */
  fromName?: string
  replyTo?: string
  /** Ours, without its angles: sent again it is the same mail. It comes back in a delivery status notification. */
  messageId?: string
  headers?: Record<string, string>
}

/** A mail that was not accepted. Its text holds codes alone, since a server's own words quote the address. */
export interface MailFault extends Error {
  /** What the server answered (RFC 5321); null where it answered nothing. */
  reply: number | null
  /** The mail was handed over and no answer came: it may be on its way. */
  isInDoubt: boolean
}

/** Sends mail. The other side is not ours, so it is a port; real SMTP stands behind it everywhere. */
export interface Mailer {
  /** Rejects with a `MailFault`. */
  send(mail: Mail): Promise<void>
  close(): void
}

/** A mailer over SMTP (RFC 5321). `from` is the sender's address with its name. */
export function createSmtpMailer(smtpUrl: string, from: string): Mailer {
  const transport = createTransport(smtpUrl, { from })
  const address = addressOf(from)
  return {
    async send({ fromName, messageId, ...mail }) {
      const letter = {
        ...mail,
        ...(fromName === undefined ? {} : { from: { name: fromName, address } }),
        // Asked for where the server knows RFC 3461: what is not delivered comes back naming the mail.
        ...(messageId === undefined ? {} : { messageId: `<${messageId}>`, dsn: { id: messageId, return: 'headers' as const, notify: ['failure'], recipient: mail.to } }),
      }
      await transport.sendMail(letter).catch((error: unknown) => {
        throw faultOf(error)
      })
    },
    close: () => transport.close(),
  }
}

// The address within `Name <address>`.
function addressOf(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim()
}

// Errors are logged and kept with the job: only the codes are passed on.
function faultOf(error: unknown): MailFault {
  const { code, responseCode, syscall, timeoutType } = error as { code?: unknown; responseCode?: unknown; syscall?: unknown; timeoutType?: unknown }
  const reply = typeof responseCode === 'number' ? responseCode : null
  const neverTalked = syscall === 'connect' || EARLY.has(code) || EARLY.has(timeoutType)
  return Object.assign(new Error(`mail was not accepted: ${String(code)} ${String(responseCode)}`), { reply, isInDoubt: reply === null && !neverTalked })
}

const EARLY: ReadonlySet<unknown> = new Set(['EDNS', 'EAUTH', 'ETLS', 'CONNECTION_TIMEOUT', 'GREETING_TIMEOUT'])
