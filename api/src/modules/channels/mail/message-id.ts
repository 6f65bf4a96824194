/** What a mail of ours was sent for. */
export interface MailTrace {
  creditorId: string
  attemptId: string
}

const HOST = 'mail.repactua'
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const PATTERN = new RegExp(`(${UUID})\\.(${UUID})@${HOST.replace('.', '\\.')}`, 'i')

/** The Message-ID of an attempt, without its angles. It names the attempt and the creditor, and nothing of a person. */
export function messageIdOf({ attemptId, creditorId }: MailTrace): string {
  return `${attemptId}.${creditorId}@${HOST}`
}

/** What a Message-ID or an envelope id was given for; null where it is none of ours. */
export function traceIn(text: string): MailTrace | null {
  const [, attemptId, creditorId] = PATTERN.exec(text) ?? []
  return attemptId && creditorId ? { attemptId: attemptId.toLowerCase(), creditorId: creditorId.toLowerCase() } : null
}
