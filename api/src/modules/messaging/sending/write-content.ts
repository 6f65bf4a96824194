import type { Channel } from '@repactua/shared/contract/messaging.ts'
import { formatAddress } from '@repactua/shared/br/address.ts'
import { formatCnpj } from '@repactua/shared/br/cnpj.ts'
import { newLetters } from '../../../platform/crypto/secrets.ts'
import type { Work } from '../../../platform/work.ts'
import type { Outgoing } from '../../channels/index.ts'
import { findCreditor } from '../../creditors/index.ts'
import { renderMessage, type MessageTemplate, type MessageValues } from '../../templates/index.ts'
import { showCode, tokenOf } from '../message-code.ts'
import type { MessageRecord } from '../messages.repository.ts'
import { insertCode } from './attempts.repository.ts'
import type { SentContent } from './evidence.ts'

/** What everybody is written to in, as long as nobody can choose. */
export const LANGUAGE = 'pt-BR'
const CODE_LENGTH = 8
const LINK_LIFE_MS = 30 * 86_400_000

interface Writing {
  message: MessageRecord
  template: MessageTemplate
  channel: Channel
  firstName: string
  publicUrl: string
}

/** What a message says by a channel, filled in, with its code: the same code and link by whatever channel it goes in the end. */
export async function writeContent(work: Work, { message, template, channel, firstName, publicUrl }: Writing): Promise<{ content: SentContent; code: string }> {
  const own = JSON.parse(work.keys.open(message.valuesSealed)) as MessageDraftValues
  const code = message.code ?? (await newCodeOf(work, message, nextOf(message, own)))
  const creditor = (await findCreditor(work.tx, message.creditorId))!
  const unsubscribe = tokenOf(work.keys, 'unsubscribe', code)
  const values: MessageValues = {
    ...own, firstName, creditorName: creditor.tradeName, creditorDocument: formatCnpj(creditor.cnpj), creditorAddress: formatAddress(creditor.address),
    link: `${publicUrl}/m/${tokenOf(work.keys, 'message-link', code)}`, code: showCode(code), unsubscribeUrl: `${publicUrl}/descadastro/${unsubscribe}`, language: LANGUAGE,
  }
  const content = renderMessage(template, channel, values) as Outgoing['content']
  return { content: { content, ...(channel === 'email' ? { unsubscribeUrl: `${publicUrl}/v1/unsubscriptions/${unsubscribe}` } : {}) }, code }
}

type MessageDraftValues = Record<string, string | number>

/** Where the portal goes on after sign-in: to the plan that a message is of, otherwise to what the person owes. */
function nextOf({ purpose }: MessageRecord, { agreementId }: MessageDraftValues): string {
  return purpose === 'service' && typeof agreementId === 'string' ? `/acordos/${agreementId}` : '/dividas'
}

// Eight letters are few enough for a twin now and then.
async function newCodeOf(work: Work, { creditorId, id: messageId }: MessageRecord, next: string): Promise<string> {
  const createdAt = work.clock.now()
  for (;;) {
    const code = newLetters(CODE_LENGTH)
    if (await insertCode(work.tx, { code, creditorId, messageId, next, linkUntil: new Date(createdAt.getTime() + LINK_LIFE_MS), createdAt })) return code
  }
}
