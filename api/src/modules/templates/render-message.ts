import { CHANNELS, type Channel } from '@repactua/shared/contract/messaging.ts'
import { invariant } from '../../core/invariant.ts'
import { smsParts, toGsm7 } from '../../core/messages/gsm7.ts'
import { fillIn, placeholdersOf } from '../../core/messages/placeholders.ts'
import { renderMail } from './mail/render-mail.ts'
import type { MessageTemplate, MessageValues, RenderedMessage, TemplateText } from './message-template.ts'
import { META_LANGUAGES } from './whatsapp-form.rules.ts'
import { smsWords, wordsFor, type ValueOf } from './slots.rules.ts'



const renderers: { [C in Channel]: (text: TemplateText, valueOf: ValueOf) => RenderedMessage[C] } = {
  email: renderMail,
  sms: renderSms,
  whatsapp: renderWhatsapp,
  push: renderPush,
  voice: (text, valueOf) => ({ text: fillIn(the(text, 'voice').text, valueOf).replaceAll('\n', ' ') }),
}

/** The message for one channel, in the language asked for or in Portuguese where there is none in that. A fault where a value or the channel's text is absent. */
export function renderMessage<C extends Channel>(template: MessageTemplate, channel: C, values: MessageValues): RenderedMessage[C] {
  const text = textIn(template, values.language)
  return renderers[channel](text, wordsFor(text, values))
}

/** The channels for which a template has a text in that language. */
export function channelsOf(template: MessageTemplate, language: MessageValues['language']): Channel[] {
  const { content } = textIn(template, language)
  return CHANNELS.filter((channel) => content[channel])
}

/** The text in a language; in Portuguese, or in whatever there is, where it has none. */
function textIn({ key, texts }: MessageTemplate, language: MessageValues['language']): TemplateText {
  const text = texts[language] ?? texts['pt-BR'] ?? texts.en
  invariant(text, `${key} has no text`)
  return text
}

function renderSms(text: TemplateText, valueOf: ValueOf): RenderedMessage['sms'] {
  const words = toGsm7(fillIn(the(text, 'sms').text, smsWords(text, valueOf)))
  return { text: words, parts: smsParts(words) }
}

function renderWhatsapp(text: TemplateText, valueOf: ValueOf): RenderedMessage['whatsapp'] {
  const { templateName, body } = the(text, 'whatsapp')
  const parameters = templateName === null ? [] : placeholdersOf(body).map(valueOf)
  return { templateName, language: META_LANGUAGES[text.language], parameters, text: fillIn(body, valueOf) }
}

function renderPush(text: TemplateText, valueOf: ValueOf): RenderedMessage['push'] {
  const { title, body } = the(text, 'push')
  return { title: fillIn(title, valueOf), body: fillIn(body, valueOf), url: valueOf('link') }
}

function the<C extends Channel>({ content }: TemplateText, channel: C): NonNullable<TemplateText['content'][C]> {
  const own = content[channel]
  invariant(own, `the template has no text for ${channel}`)
  return own
}
