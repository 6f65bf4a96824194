import { UNSUBSCRIBED } from '../../carrier.ts'

// Numbers that will never take a message: https://www.twilio.com/docs/api/errors and the page of each code.
const BAD_ADDRESS = new Set([
  21211, // not a phone number
  21214, // a number that cannot be called
  21217, // not a phone number
  21421, // not a phone number
  21614, // not a mobile number
  30005, // the handset is not known, or not in use any more
  30006, // a landline, or a carrier that cannot be reached
  63003, // not on WhatsApp
  63024, // no such recipient on WhatsApp
])

/** The person answered STOP, or blocked the sender: https://www.twilio.com/docs/api/errors/21610, /63032 (WhatsApp: limited by the person's own choice). */
const WANTS_NONE = new Set([21610, 63032])

/** Whether an error says that the number itself is no good. */
export function isBadAddress(code: number): boolean {
  return BAD_ADDRESS.has(code)
}

/** An error by a word of ours. */
export function wordOf(code: number): string {
  return WANTS_NONE.has(code) ? UNSUBSCRIBED : `twilio_${code}`
}
