import { createPublicKey, sign, type KeyObject } from 'node:crypto'

/** RFC 8292 allows 24 hours. */
const TOKEN_LIFE_SECONDS = 12 * 3_600

/** The public key in the form that browsers and push services want: the uncompressed point, base64url. */
export function vapidPublicKey(key: KeyObject): string {
  const { x, y } = createPublicKey(key).export({ format: 'jwk' })
  return Buffer.concat([Buffer.from([4]), Buffer.from(x!, 'base64url'), Buffer.from(y!, 'base64url')]).toString('base64url')
}

/** The `Authorization` header for a push service: who asks, signed for that service and for twelve hours (RFC 8292, section 3). */
export function vapidHeader(key: KeyObject, { endpoint, subject, now }: { endpoint: string; subject: string; now: Date }): string {
  const claims = { aud: new URL(endpoint).origin, exp: Math.floor(now.getTime() / 1_000) + TOKEN_LIFE_SECONDS, sub: subject }
  const unsigned = [{ typ: 'JWT', alg: 'ES256' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  const signature = sign('sha256', Buffer.from(unsigned), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')
  return `vapid t=${unsigned}.${signature}, k=${vapidPublicKey(key)}`
}
