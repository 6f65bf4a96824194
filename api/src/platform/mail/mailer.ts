import { createTransport } from 'nodemailer'

export interface Mail {
  to: string
  subject: string
  text: string
}

/** Sends mail. The other side is not ours, so it is a port; real SMTP stands behind it everywhere. */
export interface Mailer {
  send(mail: Mail): Promise<void>
  close(): void
}

/** A mailer over SMTP (RFC 5321). `from` is the sender's address with its name. */
export function createSmtpMailer(smtpUrl: string, from: string): Mailer {
  const transport = createTransport(smtpUrl, { from })
  return {
    async send(mail) {
      await transport.sendMail(mail).catch((error: unknown) => {
        throw new Error(`mail was not accepted: ${describeRefusal(error)}`)
      })
    },
    close: () => transport.close(),
  }
}

// A server's own words quote the address, and errors are logged and kept with the job: only the codes are passed on.
function describeRefusal(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  return `${String(code)} ${String(responseCode)}`
}
