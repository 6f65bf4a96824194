import type { WebhookDelivery } from '@repactua/shared/contract/webhooks.ts'

/** What came of one try. */
export type Answer = { status: number; retryAfter: string | null } | { error: string }

export interface AfterTry {
  status: WebhookDelivery['status']
  /** Whether the endpoint has said that it is gone for good. */
  gone: boolean
  nextTryAt: Date | null
}

const SECOND = 1_000
const HOUR = 3_600 * SECOND
/** How long after each failed try comes the next: Standard Webhooks' schedule, ten tries in about 75 hours. */
const PAUSES = [5 * SECOND, 300 * SECOND, 1_800 * SECOND, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR]
const LONGEST = 24 * HOUR
const GONE = 410

/** A test goes to the endpoint that it is of, any other event to those that ask for its type. */
export function wants(endpoint: { shownId: string; eventTypes: readonly string[] }, event: { type: string; subject: string }): boolean {
  if (event.type === TEST_EVENT) return event.subject === endpoint.shownId
  const family = `${event.type.split('.')[0]}.*`
  return endpoint.eventTypes.some((asked) => asked === '*' || asked === event.type || asked === family)
}

/** What other rooms of the house act on: a debt stops or goes on, or its name is off every list. */
const HEARD: ReadonlySet<string> = new Set([
  'debt.held', 'debt.released', 'debt.withdrawn', 'dispute.opened', 'dispute.decided', 'dispute.taken_back', 'delisting.confirmed',
  'agreement.signed', 'agreement.court_plan_entered', 'agreement.settled',
])

/** Whether the house itself listens to an event, beside the creditor's systems. */
export function isHeard({ type }: { type: string }): boolean {
  return HEARD.has(type)
}

export const TEST_EVENT = 'webhook_endpoint.tested'

/**
 * What follows from the `tries`th try: any 2xx delivers, 410 ends all tries, anything else waits for the next one, up to a
 * fifth longer by `jitter` (0 to 1) and never before the answer's `Retry-After`, a day at most.
 */
export function afterTry(answer: Answer, { tries, now, jitter }: { tries: number; now: Date; jitter: number }): AfterTry {
  const status = 'status' in answer ? answer.status : 0
  if (status >= 200 && status < 300) return { status: 'delivered', gone: false, nextTryAt: null }
  const pause = PAUSES[tries - 1]
  if (status === GONE || pause === undefined) return { status: 'failed', gone: status === GONE, nextTryAt: null }
  const asked = 'retryAfter' in answer ? waitOf(answer.retryAfter, now) : 0
  return { status: 'pending', gone: false, nextTryAt: new Date(now.getTime() + Math.max(Math.round(pause * (1 + jitter / 5)), asked)) }
}

// RFC 9110 10.2.3: seconds, or a date.
function waitOf(retryAfter: string | null, now: Date): number {
  if (retryAfter === null) return 0
  const wait = /^\d{1,9}$/.test(retryAfter) ? Number(retryAfter) * SECOND : Date.parse(retryAfter) - now.getTime()
  return Number.isNaN(wait) ? 0 : Math.min(Math.max(wait, 0), LONGEST)
}
