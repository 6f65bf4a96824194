import type { SendOutcome } from '../../carrier.ts'
import { askProvider } from '../ask-provider.ts'
import { at, listAt, textAt } from '../fields.ts'
import type { OpenAccount } from '../provider.ts'
import { isBadAddress, wordOf } from './errors.ts'

interface TwilioCall {
  resource: 'Messages' | 'Calls'
  attemptId: string
  form: Record<string, string>
}

/** Posts a form, signed in by HTTP Basic. The address for receipts names the attempt: Twilio brings it back with each of them. */
export async function askTwilio(account: OpenAccount, { resource, attemptId, form }: TwilioCall): Promise<SendOutcome> {
  const sid = account.record.account!
  const told = await askProvider(account, {
    path: `/2010-04-01/Accounts/${sid}/${resource}.json`,
    headers: { authorization: basicOf(account), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...form, StatusCallback: `${account.callbackUrl}?attempt=${attemptId}` }).toString(),
  })
  return 'kind' in told ? told : outcomeOf(told.status, told.body)
}

/** What Twilio has of a text to a number, the latest fifty: https://www.twilio.com/docs/messaging/api/message-resource#read-multiple-message-resources. Each text of ours carries a code of its own. */
export async function findMessage(account: OpenAccount, { to, text }: { to: string; text: string }): Promise<SendOutcome | null> {
  const told = await askProvider(account, { path: `/2010-04-01/Accounts/${account.record.account}/Messages.json?${new URLSearchParams({ To: to, PageSize: '50' }).toString()}`, headers: { authorization: basicOf(account) } })
  if ('kind' in told || told.status >= 300) return { kind: 'down' }
  const found = listAt(told.body, 'messages').find((message) => textAt(message, 'direction') === 'outbound-api' && textAt(message, 'body') === text)
  const sid = textAt(found, 'sid')
  return sid ? { kind: 'accepted', providerMessageId: sid } : null
}

function basicOf({ record, secrets }: OpenAccount): string {
  return `Basic ${Buffer.from(`${record.account}:${secrets.key}`).toString('base64')}`
}

function outcomeOf(status: number, body: unknown): SendOutcome {
  const sid = textAt(body, 'sid')
  // It was taken, and under which name is not known: a receipt tells.
  if (status < 300) return sid ? { kind: 'accepted', providerMessageId: sid } : { kind: 'in_doubt' }
  const code = Number(at(body, 'code')) || status
  return BUSY.has(code) ? { kind: 'busy', retryAfterSeconds: null } : { kind: 'refused', reason: wordOf(code), badAddress: isBadAddress(code) }
}

/** Too many calls at once, too many of the account, a queue that is full: https://www.twilio.com/docs/api/errors/20429, /14107, /21611. */
const BUSY = new Set([20429, 14107, 21611])
