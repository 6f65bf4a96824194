import { createHmac } from 'node:crypto'
import type { Delivery } from '../provider.ts'
import { sameSecret } from '../same-secret.ts'

/** Checks `X-Hub-Signature-256`: HMAC-SHA256 of the body's bytes under the app's secret. https://developers.facebook.com/docs/graph-api/webhooks/getting-started#validate-payloads */
export function isGenuine({ headers, bytes }: Delivery, { signing }: { signing: string }): boolean {
  return sameSecret(headers['x-hub-signature-256'] ?? '', `sha256=${createHmac('sha256', signing).update(bytes).digest('hex')}`)
}
