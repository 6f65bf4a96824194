import { formatAddress } from '@repactua/shared/br/address.ts'
import { formatCnpj } from '@repactua/shared/br/cnpj.ts'
import type { Channel } from '@repactua/shared/contract/messaging.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { findCreditor } from '../creditors/index.ts'
import { refuseUnknown } from './lint-text.ts'
import type { MessageValues, RenderedMessage } from './message-template.ts'
import { inputOf, readText, type NamedText } from './read-texts.ts'
import { channelsOf, renderMessage } from './render-message.ts'
import { sampleValues } from './sample-values.ts'

/** A text as each of its channels would carry it, with invented values and the creditor's own name. Drafts with errors too, unless they name what nobody gives. */
export async function previewText(work: Work, shownId: string, publicUrl: string): Promise<Partial<RenderedMessage>> {
  const text = await readText(work, shownId)
  refuseUnknown(inputOf(text))
  const channels = channelsOf(templateOf(text), text.language)
  const values = await sampleFor(work, text, { creditorId: creditorOf(work), publicUrl })
  return Object.fromEntries(channels.map((channel) => [channel, sampleOf(text, channel, values)]))
}

/** A text by one channel. */
export function sampleOf<C extends Channel>(text: NamedText, channel: C, values: MessageValues): RenderedMessage[C] {
  return renderMessage(templateOf(text), channel, values)
}

/** Invented values in the creditor's name. */
export async function sampleFor({ tx }: Pick<Work, 'tx'>, text: NamedText, { creditorId, publicUrl }: { creditorId: string; publicUrl: string }): Promise<MessageValues> {
  const creditor = await findCreditor(tx, creditorId)
  if (!creditor) throw new AppError('not_found')
  const { tradeName, cnpj, address } = creditor
  return sampleValues(templateOf(text), text.language, { creditorName: tradeName, creditorDocument: formatCnpj(cnpj), creditorAddress: formatAddress(address), publicUrl })
}

function templateOf(text: NamedText) {
  return { key: text.key, purpose: text.purpose, texts: { [text.language]: text } }
}
