import type { Platform } from '../../platform/platform.ts'
import { openSecrets } from './account-secrets.ts'
import { findAccount, type ChannelAccountRecord } from './accounts.repository.ts'
import { askProvider } from './providers/ask-provider.ts'
import { at, textAt } from './providers/fields.ts'
import { findTemplate, setSubmitted, type TemplateName, type TemplateRecord } from './templates.repository.ts'

const SYSTEM = { kind: 'system' } as const

/** The job `submit-whatsapp-template`: puts a text before Meta's reviewers. Their word comes by webhook. */
export async function offerTemplate(platform: Platform, which: TemplateName): Promise<void> {
  const { creditorId } = which
  const [template, account] = await platform.transact(SYSTEM, { creditorId }, async ({ tx }) => [await findTemplate(tx, which), await findAccount(tx, creditorId, 'whatsapp')])
  if (template?.status !== 'waiting' || account?.provider !== 'meta') return
  const standing = await submit(platform, account, template)
  await platform.transact(SYSTEM, { creditorId }, async ({ tx }) => {
    const now = await findTemplate(tx, which)
    // Changed or told of meanwhile, that stands.
    if (now?.status === 'waiting' && now.changedAt.getTime() === template.changedAt.getTime()) await setSubmitted(tx, which, { ...standing, changedAt: platform.clock.now() })
  })
}

type Standing = Pick<TemplateRecord, 'status' | 'reason' | 'providerId'>

// https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates#creating-templates
async function submit({ keys, allowsPrivateAddresses: allowsPrivate }: Platform, account: ChannelAccountRecord, { name, language, category, body, examples }: TemplateRecord): Promise<Standing> {
  const { businessAccountId, apiVersion } = account.settings
  const example = examples.length === 0 ? {} : { example: { body_text: [examples] } }
  const told = await askProvider({ record: account, allowsPrivate }, {
    path: `/${apiVersion}/${businessAccountId}/message_templates`,
    headers: { authorization: `Bearer ${openSecrets(keys, account).key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name, language, category: category.toUpperCase(), components: [{ type: 'BODY', text: body, ...example }] }),
  })
  if ('kind' in told) throw new Error(`a template was not submitted: the provider is ${told.kind}`)
  return told.status < 300 ? readStanding(told.body) : { status: 'rejected', reason: `meta_${Number(at(told.body, 'error', 'code')) || 'refused'}`, providerId: null }
}

function readStanding(body: unknown): Standing {
  const status = textAt(body, 'status')
  return { status: status === 'APPROVED' ? 'approved' : status === 'REJECTED' ? 'rejected' : 'pending', reason: null, providerId: textAt(body, 'id') }
}
