import { randomUUID } from 'node:crypto'
import type { Outgoing } from '@repactua/api/modules/channels/index.ts'
import { sendDue, type MessageDraft } from '@repactua/api/modules/messaging/index.ts'
import { stillWanted } from '@repactua/api/still-wanted.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import type { TestApp } from '../support/app.ts'
import { scriptedCarriers } from '../support/scripted-carriers.ts'
import { queue, type Addressee } from './message.ts'

/** What a person holds of a mail that came: the ends of its two addresses, and its code. */
export interface SentMessage {
  linkToken: string
  wayOutToken: string
  code: string
}

/** Sends a mail at this moment and reads in it what its person would. The clock must stand in contact hours. */
export async function sendMail(test: TestApp, who: Addressee, overrides: Partial<MessageDraft> = {}): Promise<SentMessage> {
  const carriers = scriptedCarriers()
  const now = test.clock.now()
  const draft = who.draft({ stepKey: `sent:${randomUUID()}`, notBefore: now, notAfter: new Date(now.getTime() + 86_400_000), ...overrides })
  await queue(test, draft.creditorId, [draft])
  await sendDue({ platform: test.platform, logger: createLogger('silent'), stillWanted: async () => new Map(), carrierFor: carriers.carrierFor })
  const mail = carriers.taken.map(({ outgoing }) => outgoing as Outgoing<'email'>).find(({ to }) => to === who.person.email)
  if (!mail) throw new Error('the message did not go')
  const text = mail.content.text
  return { linkToken: found(text, /\/m\/([\w-]+)/), wayOutToken: found(mail.unsubscribeUrl ?? '', /unsubscriptions\/([\w-]+)/), code: found(text, /\b([2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4})\b/) }
}

/** Sends all that is due at this moment and still wanted, and gives back the mails that went to one of `personInput`’s people. The clock must stand in contact hours. */
export async function mailsNow({ platform }: TestApp, { cpf }: { cpf: string }): Promise<Outgoing<'email'>['content'][]> {
  const carriers = scriptedCarriers()
  await sendDue({ platform, logger: createLogger('silent'), stillWanted, carrierFor: carriers.carrierFor })
  return carriers.taken.filter(({ outgoing }) => outgoing.to === `rosa.${cpf}@exemplo.test`).map(({ outgoing }) => (outgoing as Outgoing<'email'>).content)
}

function found(text: string, pattern: RegExp): string {
  const [, part] = pattern.exec(text) ?? []
  if (!part) throw new Error(`nothing like ${pattern} in: ${text}`)
  return part
}
