import type { KeyObject } from 'node:crypto'
import { askServer, type ServerAnswer, type ServerFault } from '../../../platform/http-out/ask-server.ts'
import { refuseAddress } from '../../../platform/http-out/public-lookup.ts'
import type { Carrier, Outgoing, SendOutcome } from '../carrier.ts'
import { outcomeOfStatus } from '../providers/ask-provider.ts'
import { at, parseJson, textAt } from '../providers/fields.ts'
import { encryptPush, type Subscription } from './encrypt.ts'
import { vapidHeader } from './vapid.ts'

export interface PushSender {
  key: KeyObject
  /** Whom a push service can ask about us: an https address. */
  subject: string
  allowsPrivate: boolean
  now(): Date
}

/** How long a push service keeps a message for a browser that sleeps. */
const TTL_SECONDS = 12 * 3_600

/** Web push (RFC 8030): encrypted for the browser, signed by the installation. The service worker finds `{title, body, url}` as JSON. */
export function pushCarrier(sender: PushSender): Carrier<'push'> {
  return {
    async send(outgoing) {
      const subscription = subscriptionIn(outgoing.to, sender)
      const body = subscription && encrypted(subscription, outgoing)
      return subscription && body ? post(sender, subscription, outgoing.attemptId, body) : BROKEN
    },
  }
}

const BROKEN: SendOutcome = { kind: 'refused', reason: 'push_subscription_broken', badAddress: true }

function encrypted(subscription: Subscription, { content }: Outgoing<'push'>): Buffer | null {
  try {
    return encryptPush(subscription, JSON.stringify(content))
  } catch {
    return null
  }
}

// A browser's word is a stranger's word: nothing of our own network is called by it.
function subscriptionIn(text: string, { allowsPrivate }: PushSender): Subscription | null {
  const told = parseJson(text)
  const [endpoint, p256dh, auth] = [textAt(told, 'endpoint'), textAt(told, 'keys', 'p256dh'), textAt(told, 'keys', 'auth')]
  if (!endpoint || !p256dh || !auth || !URL.canParse(endpoint)) return null
  const url = new URL(endpoint)
  const isOpen = url.protocol === 'https:' && refuseAddress(url) === null
  return isOpen || (allowsPrivate && /^https?:$/.test(url.protocol)) ? { endpoint, keys: { p256dh, auth } } : null
}

async function post({ key, subject, allowsPrivate, now }: PushSender, { endpoint }: Subscription, attemptId: string, body: Buffer): Promise<SendOutcome> {
  const headers = {
    authorization: vapidHeader(key, { endpoint, subject, now: now() }), ttl: String(TTL_SECONDS), urgency: 'normal', 'content-encoding': 'aes128gcm', 'content-type': 'application/octet-stream',
    // RFC 8030, section 5.4: of two with one topic a sleeping browser is shown the last, so that a second try is one message.
    topic: attemptId.replaceAll('-', ''),
  }
  const told = await askServer(new URL(endpoint), { method: 'POST', headers, body }, { allowsPrivate }).catch((fault: ServerFault) => fault)
  if (told instanceof Error) return told.isWritten ? { kind: 'in_doubt' } : ofAll(endpoint, { kind: 'down' })
  return ofAll(endpoint, outcomeOf(told, attemptId))
}

// The line is everybody's. What a server of a person's own choice says of itself holds up nobody else's pushes.
function ofAll(endpoint: string, outcome: SendOutcome): SendOutcome {
  const isOfOne = (outcome.kind === 'busy' || outcome.kind === 'down') && !PUSH_SERVICES.test(new URL(endpoint).hostname)
  return isOfOne ? { kind: 'refused', reason: 'push_unreachable', badAddress: false } : outcome
}

/** The services of Chrome and those after it, Firefox, Safari and Edge. */
const PUSH_SERVICES = /(^|\.)(fcm\.googleapis\.com|android\.googleapis\.com|push\.services\.mozilla\.com|push\.apple\.com|notify\.windows\.com)$/

// 404 and 410: no such subscription any more (RFC 8030, section 7.3). 403: it was made for another key than ours.
function outcomeOf({ status, headers }: ServerAnswer, attemptId: string): SendOutcome {
  if (status >= 200 && status < 300) return { kind: 'accepted', providerMessageId: String(at(headers, 'location') ?? attemptId) }
  if (GONE.has(status)) return { kind: 'refused', reason: `push_${status}`, badAddress: true }
  return outcomeOfStatus(status, headers['retry-after']) ?? { kind: 'refused', reason: `push_${status}`, badAddress: false }
}

const GONE = new Set([403, 404, 410])
