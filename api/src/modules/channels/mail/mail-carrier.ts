import type { MailFault, Mailer } from '../../../platform/mail/mailer.ts'
import type { Carrier, SendOutcome } from '../carrier.ts'
import { messageIdOf } from './message-id.ts'

/** How one creditor's mail is signed. */
export interface MailSender {
  creditorId: string
  fromName: string
  replyTo: string | null
}

/** E-mail by the installation's SMTP server. An attempt sent twice has one Message-ID, so that it is one mail. */
export function mailCarrier(mailer: Mailer, { creditorId, fromName, replyTo }: MailSender): Carrier<'email'> {
  return {
    async send({ attemptId, to, content, unsubscribeUrl }) {
      const messageId = messageIdOf({ attemptId, creditorId })
      const letter = { to, ...content, fromName, messageId, ...(replyTo === null ? {} : { replyTo }), ...(unsubscribeUrl ? { headers: oneClick(unsubscribeUrl) } : {}) }
      return mailer.send(letter).then<SendOutcome, SendOutcome>(() => ({ kind: 'accepted', providerMessageId: messageId }), outcomeOf)
    },
  }
}

// RFC 8058, section 3.1.
function oneClick(url: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

/** RFC 5321, section 4.2.3: of the refusals for good, these are of the mailbox. */
const BAD_MAILBOX = new Set([550, 551, 553])

function outcomeOf(error: unknown): SendOutcome {
  const { reply, isInDoubt } = error as MailFault
  if (isInDoubt) return { kind: 'in_doubt' }
  if (reply === null) return { kind: 'down' }
  return reply < 500 ? { kind: 'busy', retryAfterSeconds: null } : { kind: 'refused', reason: `smtp_${reply}`, badAddress: BAD_MAILBOX.has(reply) }
}
