import type { ThreadRecord } from './threads.repository.ts'

const DAY_MS = 24 * 3_600_000

/** Until when free text may go to this address: WhatsApp gives 24 hours from the person's last message. Null: there is no end. */
export function mayWriteUntil({ channel, heardAt }: Pick<ThreadRecord, 'channel' | 'heardAt'>): Date | null {
  return channel === 'whatsapp' ? new Date(heardAt.getTime() + DAY_MS) : null
}
