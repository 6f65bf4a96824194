import { UNSUBSCRIBED, type SendOutcome } from '../../carrier.ts'

// https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes

/** Too many calls of the app, of the account, of the number, or to this one person; and maintenance. */
const BUSY = new Set([4, 80007, 130429, 131048, 131056, 131057])
/** The account is not let in, is locked or owes money, or the service is out of order: no message goes out by it now. */
const DOWN = new Set([0, 1, 2, 3, 10, 190, 368, 131000, 131005, 131016, 131031, 131042, 131045, 133010])
/** Not on WhatsApp, or not to be reached there; the sender's own number. */
const BAD_ADDRESS = new Set([131021, 131026])
/** The person wants none of it: https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes (131050). */
const WANTS_NONE = new Set([131050])

/** What an error that was answered means for the message. */
export function outcomeOfError(code: number): SendOutcome {
  if (BUSY.has(code)) return { kind: 'busy', retryAfterSeconds: null }
  if (DOWN.has(code) || (code >= 200 && code < 300)) return { kind: 'down' }
  return { kind: 'refused', reason: wordOf(code), badAddress: isUnreachable(code) }
}

/** Whether an error says that there is nobody at the number. */
export function isUnreachable(code: number): boolean {
  return BAD_ADDRESS.has(code)
}

/** An error by a word of ours. 131047: the person wrote nothing within 24 hours, and only a template may begin. */
export function wordOf(code: number): string {
  return WANTS_NONE.has(code) ? UNSUBSCRIBED : `meta_${code || 'refused'}`
}
