import { callOut } from '../../../platform/http-out/call-out.ts'
import type { Platform } from '../../../platform/platform.ts'
import { showId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { claimDeliveries, lockDelivery, setDelivery, type DeliveryKey } from './deliveries.repository.ts'
import { lockEndpoint, setEndpoint } from '../endpoints/endpoints.repository.ts'
import { afterTry, type Answer } from '../webhooks.rules.ts'
import { presentEvent } from '../webhooks.presenter.ts'
import { signedHeaders } from '../endpoints/webhook-secret.ts'

const SYSTEM = { kind: 'system' } as const
const AT_ONCE = { limit: 32, each: 4 }
const TIMEOUT_MS = 15_000
/** A worker that took deliveries and died gives them back after so long. */
const LEASE_MS = 60_000

/** Sends what is due, side by side and never twice at once, and writes down what came of it. Tells how many it tried. */
export async function deliverDue(platform: Platform): Promise<number> {
  const now = platform.clock.now()
  const until = new Date(now.getTime() + LEASE_MS)
  const claimed = await platform.transact(SYSTEM, { nobody: true }, (work) => claimDeliveries(work.tx, { now, until, ...AT_ONCE }))
  await Promise.all(claimed.map((key) => deliver(platform, key)))
  return claimed.length
}

// No transaction is open while the other side takes its time.
async function deliver(platform: Platform, key: DeliveryKey): Promise<void> {
  const scope = { creditorId: key.creditorId }
  const message = await platform.transact(SYSTEM, scope, (work) => messageOf(work, key))
  if (!message) return
  const call = { method: 'POST', headers: message.headers, body: message.body, timeoutMs: TIMEOUT_MS } as const
  const answer = await callOut(message.url, call, { allowsPrivate: platform.allowsPrivateAddresses }).catch((error: unknown): Answer => ({ error: reasonOf(error) }))
  await platform.transact(SYSTEM, scope, (work) => note(work, key, answer))
}

interface Message {
  url: URL
  headers: Record<string, string>
  body: string
}

async function messageOf(work: Work, key: DeliveryKey): Promise<Message | null> {
  const found = await lockDelivery(work.tx, key)
  if (found?.delivery.status !== 'pending') return null
  const endpoint = await lockEndpoint(work.tx, key.creditorId, found.delivery.endpointId)
  if (!endpoint?.enabled) return null
  const now = work.clock.now()
  const sealed = endpoint.oldSecretSealed && endpoint.oldSecretUntil! > now ? [endpoint.secretSealed, endpoint.oldSecretSealed] : [endpoint.secretSealed]
  const body = JSON.stringify(presentEvent(found.event))
  const headers = signedHeaders(sealed.map((one) => work.keys.open(one)), { id: showId('event', found.event.id), at: now, body })
  return { url: new URL(endpoint.url), headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'Repactua' }, body }
}

async function note(work: Work, key: DeliveryKey, answer: Answer): Promise<void> {
  const found = await lockDelivery(work.tx, key)
  if (found?.delivery.status !== 'pending') return
  const now = work.clock.now()
  const tries = found.delivery.tries + 1
  const { status, nextTryAt, gone } = afterTry(answer, { tries, now, jitter: Math.random() })
  const told = 'status' in answer ? { lastStatus: answer.status, lastError: null } : { lastStatus: null, lastError: answer.error }
  await setDelivery(work.tx, { ...key, status, tries, nextTryAt, deliveredAt: status === 'delivered' ? now : null, ...told })
  const endpoint = gone ? await lockEndpoint(work.tx, key.creditorId, found.delivery.endpointId) : null
  if (endpoint) await setEndpoint(work.tx, { ...endpoint, enabled: false, goneAt: now })
}

// What is told to the creditor: a word for what went wrong, nothing of our network.
function reasonOf(error: unknown): string {
  const { name, code, message } = error as Error & { code?: string }
  if (name === 'AbortError' || name === 'TimeoutError') return 'no_answer_in_time'
  if (message.endsWith('public internet')) return 'address_not_public'
  return code ?? 'connection_failed'
}
