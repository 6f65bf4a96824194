import { createHmac, timingSafeEqual } from 'node:crypto'

const TOLERANCE_SECONDS = 300
const MOST_SIGNATURES = 10

/**
 * Checks a `Stripe-Signature` header: `t=<seconds>,v1=<hex>[,v1=...]`, where v1 is HMAC-SHA256 of `<t>.<body>` under the
 * endpoint's secret. One that is older or newer than five minutes is a replay, or a clock that is wrong.
 */
export function isSigned({ bytes, signature, now }: { bytes: Buffer; signature: string; now: Date }, secret: string): boolean {
  const parts = signature.split(',', MOST_SIGNATURES + 1).map((part) => part.trim().split('=', 2) as [string, string | undefined])
  const time = parts.find(([name]) => name === 't')?.[1] ?? ''
  if (!/^\d{1,12}$/.test(time) || Math.abs(now.getTime() / 1_000 - Number(time)) > TOLERANCE_SECONDS) return false
  const expected = createHmac('sha256', secret).update(`${time}.`).update(bytes).digest()
  return parts.some(([name, hex = '']) => name === 'v1' && /^[0-9a-f]{64}$/.test(hex) && timingSafeEqual(Buffer.from(hex, 'hex'), expected))
}
