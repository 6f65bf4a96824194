import type { Carrier, Outgoing, SendOutcome } from '../../carrier.ts'
import { approvedTemplate } from '../approved-template.ts'
import { askProvider } from '../ask-provider.ts'
import { at, listAt, textAt } from '../fields.ts'
import { digitsOf } from '../phones.ts'
import type { Delivery, OpenAccount, Provider } from '../provider.ts'
import { sameSecret } from '../same-secret.ts'
import { eventKeyOf, newsIn } from './news.ts'

/** Zenvia's API v2, SMS and WhatsApp: https://zenvia.github.io/zenvia-openapi-spec/v2 */
export const zenvia: Provider = { carrierOf, isGenuine, eventKeyOf, newsIn }

function carrierOf(account: OpenAccount): Carrier {
  return {
    async send(outgoing) {
      const content = contentOf(account, outgoing as Outgoing<'sms' | 'whatsapp'>)
      return 'kind' in content ? content : ask(account, outgoing, content)
    },
  }
}

// Zenvia signs no webhook; a subscription sends the headers that it was made with.
function isGenuine({ headers }: Delivery, { signing }: { signing: string }): boolean {
  return sameSecret(headers['x-webhook-token'] ?? '', signing)
}

function contentOf({ templates }: OpenAccount, { content }: Outgoing<'sms' | 'whatsapp'>): object | SendOutcome {
  if (!('templateName' in content) || content.templateName === null) return { type: 'text', text: content.text }
  const template = approvedTemplate(templates, content)
  if (!template.ok) return template.error
  const { providerId, fields } = template.value
  return { type: 'template', templateId: providerId, fields: Object.fromEntries(content.parameters.map((value, index) => [fields[index] ?? String(index + 1), value])) }
}

async function ask(account: OpenAccount, { attemptId, to }: Outgoing, content: object): Promise<SendOutcome> {
  const { channel, sender } = account.record
  const told = await askProvider(account, {
    path: `/v2/channels/${channel}/messages`,
    headers: { 'x-api-token': account.secrets.key, 'content-type': 'application/json' },
    body: JSON.stringify({ externalId: attemptId, from: sender, to: digitsOf(to), contents: [content] }),
  })
  if ('kind' in told) return told
  const id = textAt(told.body, 'id')
  if (told.status < 300) return id ? { kind: 'accepted', providerMessageId: id } : { kind: 'in_doubt' }
  return { kind: 'refused', reason: `zenvia_${codeOf(told.body)}`, badAddress: listAt(told.body, 'details').some((detail) => at(detail, 'path') === 'to') }
}

// VALIDATION_ERROR, NOT_FOUND, DUPLICATED: a name, and nothing of what was sent.
function codeOf(body: unknown): string {
  const code = textAt(body, 'code') ?? ''
  return /^[A-Z_]{1,60}$/.test(code) ? code.toLowerCase() : 'refused'
}
