import type { TemplateContent } from '@repactua/shared/contract/message-templates.ts'
import type { Channel } from '@repactua/shared/contract/messaging.ts'

/** One text of a template. `exposed`: how much of it others may read or hear before anybody signs in, in characters. */
export interface Field {
  channel: Channel
  pointer: string
  text: string
  exposed: number
}

const ALL = Number.MAX_SAFE_INTEGER
// What a phone shows of a message on a locked screen.
const PREVIEW = 100

/** All texts of a template, each with where it stands. */
export function fieldsOf({ email, sms, whatsapp, push, voice }: TemplateContent): Field[] {
  return [
    ...(email ? [
      field('email', '/subject', email.subject, ALL),
      field('email', '/preheader', email.preheader, ALL),
      field('email', '/heading', email.heading, 0),
      ...email.paragraphs.map((text, i) => field('email', `/paragraphs/${i}`, text, 0)),
      field('email', '/button', email.button, 0),
    ] : []),
    ...(sms ? [field('sms', '/text', sms.text, ALL)] : []),
    ...(whatsapp ? [field('whatsapp', '/body', whatsapp.body, PREVIEW)] : []),
    ...(push ? [field('push', '/title', push.title, ALL), field('push', '/body', push.body, ALL)] : []),
    ...(voice ? [field('voice', '/text', voice.text, ALL)] : []),
  ]
}

function field(channel: Channel, pointer: string, text: string, exposed: number): Field {
  return { channel, pointer: `/content/${channel}${pointer}`, text, exposed }
}
