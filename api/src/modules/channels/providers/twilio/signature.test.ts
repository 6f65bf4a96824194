import { expect, test } from 'vitest'
import { isGenuine, signatureOf } from './signature.ts'

// https://www.twilio.com/docs/usage/security#validating-requests: its address, its fields, its token and what comes of them.
const url = 'https://mycompany.com/myapp.php?foo=1&bar=2'
const fields = { CallSid: 'CA1234567890ABCDE', Caller: '+14158675309', Digits: '1234', From: '+14158675309', To: '+18005551212' }
const SIGNATURE = 'RSOYDt4T1cUTdK1PDd93/VVr8B8='
const delivery = (body: string, signature?: string) => ({ url, headers: { 'x-twilio-signature': signature }, bytes: Buffer.from(body) })

test('signs the documentation’s example', () => {
  expect(signatureOf(url, new URLSearchParams(fields), '12345')).toBe(SIGNATURE)
})

// The example of Twilio's own libraries: a field with several values counts each of them once, in order.
test('takes a field that stands twice', () => {
  expect(signatureOf(url, new URLSearchParams('Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234'), '12345')).toBe('IK+Dwps556ElfBT0I3Rgjkr1wJU=')
})

test.each([
  ['as it was signed', new URLSearchParams(fields).toString(), SIGNATURE, true],
  ['another field', new URLSearchParams({ ...fields, Digits: '1235' }).toString(), SIGNATURE, false],
  ['one field more', `${new URLSearchParams(fields).toString()}&A=1`, SIGNATURE, false],
  ['another signature', new URLSearchParams(fields).toString(), 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=', false],
  ['no signature', new URLSearchParams(fields).toString(), undefined, false],
])('%s', (_name, body, signature, is) => {
  expect(isGenuine(delivery(body, signature), { signing: '12345' })).toBe(is)
})
