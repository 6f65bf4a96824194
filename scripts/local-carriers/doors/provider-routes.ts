import * as meta from '../providers/meta.ts'
import { postPush } from '../providers/push.ts'
import * as twilio from '../providers/twilio.ts'
import * as zenvia from '../providers/zenvia.ts'
import type { Answer, Ask } from './ask.ts'

export interface ProviderRoute {
  method: string
  path: string
  answer: (ask: Ask) => Answer
}

/** The protocols, each below a path of its own. */
export const PROVIDER_ROUTES: readonly ProviderRoute[] = [
  { method: 'POST', path: '/twilio/2010-04-01/Accounts/{sid}/Messages.json', answer: twilio.postMessage },
  { method: 'GET', path: '/twilio/2010-04-01/Accounts/{sid}/Messages.json', answer: twilio.listMessages },
  { method: 'POST', path: '/twilio/2010-04-01/Accounts/{sid}/Calls.json', answer: twilio.postCall },
  { method: 'POST', path: '/zenvia/v2/channels/{channel}/messages', answer: zenvia.postMessage },
  { method: 'POST', path: '/meta/{version}/{node}/messages', answer: meta.postMessage },
  { method: 'POST', path: '/meta/{version}/{node}/message_templates', answer: meta.postTemplate },
  { method: 'POST', path: '/push/{name}', answer: postPush },
]
