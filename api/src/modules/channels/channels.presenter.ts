import type { ChannelAccount, WhatsappTemplate } from '@repactua/shared/contract/channels.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { openSecrets } from './account-secrets.ts'
import type { ChannelAccountRecord } from './accounts.repository.ts'
import { hookUrl } from './hook-url.ts'
import type { TemplateRecord } from './templates.repository.ts'

export function presentAccount(record: ChannelAccountRecord, { keys, publicUrl }: { keys: Pick<Keys, 'open'>; publicUrl: string }): ChannelAccount {
  const { channel, provider, baseUrl, account, sender, settings, ratePerSecond, changedAt } = record
  const { fromName = null, replyTo = null, businessAccountId = null, apiVersion = null } = settings
  const webhookUrl = provider === 'smtp' ? null : hookUrl(publicUrl, openSecrets(keys, record).hook)
  return { channel, provider, baseUrl, account, sender, fromName, replyTo, businessAccountId, apiVersion, ratePerSecond, webhookUrl, changedAt: changedAt.toISOString() }
}

export function presentTemplate({ name, language, category, body, examples, status, reason, providerId, changedAt }: TemplateRecord): WhatsappTemplate {
  return { name, language, category, body, examples, status, reason, providerTemplateId: providerId, changedAt: changedAt.toISOString() }
}
