import type { RenderedMessage } from './message-template.ts'

const MARK = '[teste] '

type Tested = Exclude<keyof RenderedMessage, 'push'>

/** The message with a mark in front, where a reader sees it first. A template of WhatsApp has no place for one: its invented values tell. */
export function markAsTest<C extends Tested>(channel: C, message: RenderedMessage[C]): RenderedMessage[C] {
  const marks: { [K in Tested]: (message: RenderedMessage[K]) => RenderedMessage[K] } = {
    email: (mail) => ({ ...mail, subject: MARK + mail.subject }),
    sms: (sms) => ({ ...sms, text: MARK + sms.text }),
    whatsapp: (whatsapp) => (whatsapp.templateName === null ? { ...whatsapp, text: MARK + whatsapp.text } : whatsapp),
    voice: ({ text }) => ({ text: `Teste. ${text}` }),
  }
  return marks[channel](message)
}
