import { takeInbound } from '@repactua/api/modules/conversations/index.ts'
import type { InboundMessage } from '@repactua/api/modules/channels/index.ts'
import type { TestApp } from '../support/app.ts'
import type { rowsOf } from '../support/rows.ts'

export const SITE = 'https://negocie.exemplo.test'
let written = 0

/** A conversation by message, as the person at the other end has it. */
export interface Writer {
  /** Writes, and gives back what the machine answered, at most one message. */
  write(text: string, more?: Partial<InboundMessage>): Promise<string>
}

/** Somebody with a phone who writes to a creditor. The answers are read where they wait to be sent. */
export function writer({ platform }: TestApp, rows: ReturnType<typeof rowsOf>, { creditorId, from, channel = 'whatsapp' }: { creditorId: string; from: string; channel?: 'sms' | 'whatsapp' }): Writer {
  const accountId = platform.newId()
  return {
    async write(text, more = {}) {
      const inbound: InboundMessage = { channel, accountId, creditorId, from, text, at: platform.clock.now(), providerMessageId: `wamid.${++written}`, ...more }
      const before = await answers()
      await platform.transact({ kind: 'system' }, { creditorId }, (work) => takeInbound(work, inbound, SITE))
      return (await answers()).slice(before.length).join('\n---\n')
    },
  }

  async function answers(): Promise<string[]> {
    const sent = await rows<{ text_sealed: Buffer }>("select text_sealed from conversation_messages where account_id = $1 and author <> 'person' order by position", [accountId])
    return sent.map(({ text_sealed }) => platform.keys.open(text_sealed))
  }
}
