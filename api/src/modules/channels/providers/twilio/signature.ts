import { createHmac } from 'node:crypto'
import type { AccountSecrets } from '../../account-secrets.ts'
import type { Delivery } from '../provider.ts'
import { sameSecret } from '../same-secret.ts'

/** Checks `X-Twilio-Signature`: https://www.twilio.com/docs/usage/security#validating-requests */
export function isGenuine({ url, headers, bytes }: Delivery, { signing }: Pick<AccountSecrets, 'signing'>): boolean {
  return sameSecret(headers['x-twilio-signature'] ?? '', signatureOf(url, new URLSearchParams(bytes.toString('utf8')), signing))
}

/** The whole address, then each field's name and value in the order of the names, by HMAC-SHA1 under the auth token. Of a field that stands twice each value counts once. */
export function signatureOf(url: string, form: URLSearchParams, authToken: string): string {
  const pairs = new Set([...form].map(([name, value]) => JSON.stringify([name, value])))
  const fields = [...pairs].map((pair) => JSON.parse(pair) as [string, string]).sort(inOrder)
  return createHmac('sha1', authToken).update(url + fields.flat().join('')).digest('base64')
}

// By code unit, as the order of a programming language's own sort.
function inOrder([name, value]: [string, string], [otherName, otherValue]: [string, string]): number {
  const [one, other] = name === otherName ? [value, otherValue] : [name, otherName]
  return one < other ? -1 : Number(one > other)
}
