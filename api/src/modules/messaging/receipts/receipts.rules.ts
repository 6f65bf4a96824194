import type { MessageStatus } from '@repactua/shared/contract/messaging.ts'

type Arrival = 'sent' | 'delivered' | 'read'

// What a message has come to; all that is not there is before any arrival.
const STEPS: Partial<Record<MessageStatus, number>> = { sent: 1, delivered: 2, read: 3 }

/** Whether a receipt brings a message forward: late or told in another order, it never goes back. */
export function bringsForward(status: MessageStatus, kind: Arrival): boolean {
  return (STEPS[kind] ?? 0) > (STEPS[status] ?? 0)
}

/** Whether a message may still go by another channel: its last attempt is all that it has, and nobody has received it. */
export function mayGoOn(status: MessageStatus): boolean {
  return status === 'sending' || status === 'sent'
}
