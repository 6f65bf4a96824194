import type { Carrier, Outgoing, SendOutcome } from '../../carrier.ts'
import { approvedTemplate, localeOf } from '../approved-template.ts'
import { askProvider } from '../ask-provider.ts'
import { at, textAt } from '../fields.ts'
import { digitsOf } from '../phones.ts'
import type { OpenAccount, Provider } from '../provider.ts'
import { outcomeOfError } from './errors.ts'
import { eventKeyOf, newsIn } from './news.ts'
import { isGenuine } from './signature.ts'

/** WhatsApp by Meta's Cloud API: https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages */
export const meta: Provider = { carrierOf, isGenuine, eventKeyOf, newsIn }

function carrierOf(account: OpenAccount): Carrier {
  return {
    async send(outgoing) {
      const { attemptId, to, content } = outgoing as Outgoing<'whatsapp'>
      const template = content.templateName === null ? null : approvedTemplate(account.templates, content)
      if (template && !template.ok) return template.error
      return ask(account, {
        messaging_product: 'whatsapp', recipient_type: 'individual', to: digitsOf(to), ...(template ? templateOf(content) : { type: 'text', text: { preview_url: false, body: content.text } }),
        // Comes back with each status of the message.
        biz_opaque_callback_data: attemptId,
      })
    },
  }
}

function templateOf({ templateName, language, parameters }: Outgoing<'whatsapp'>['content']): object {
  const components = parameters.length === 0 ? [] : [{ type: 'body', parameters: parameters.map((text) => ({ type: 'text', text })) }]
  return { type: 'template', template: { name: templateName, language: { code: localeOf(language) }, components } }
}

async function ask(account: OpenAccount, body: object): Promise<SendOutcome> {
  const told = await askProvider(account, {
    path: `/${account.record.settings.apiVersion}/${account.record.account}/messages`,
    headers: { authorization: `Bearer ${account.secrets.key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if ('kind' in told) return told
  const id = textAt(told.body, 'messages', 0, 'id')
  if (told.status < 300) return id ? { kind: 'accepted', providerMessageId: id } : { kind: 'in_doubt' }
  return outcomeOfError(Number(at(told.body, 'error', 'code')))
}
