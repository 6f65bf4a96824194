import type { AccountChannel } from '@repactua/shared/contract/channels.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { showId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { findAccount } from './accounts.repository.ts'
import { readReport } from './mail/read-report.ts'
import { lockUnreadNews, setRead, type CarrierNewsRecord } from './news.repository.ts'
import { PROVIDERS } from './providers/providers.ts'
import { NO_NEWS, type News, type TemplateNews } from './providers/provider.ts'
import { openRaw } from './raw-news.ts'
import { turnTemplate } from './templates.repository.ts'

/** What a carrier told, and of which channel it is; null where somebody has read it before. */
type CarrierSaid = Pick<News, 'receipts' | 'inbound'> & { channel: AccountChannel | null }

/** Reads what a provider brought, once: what it says of templates is written down here, receipts and people's own messages are for others, in the same transaction. */
export async function readNews(work: Work, { creditorId, newsId }: { creditorId: string; newsId: string }): Promise<CarrierSaid> {
  const kept = await lockUnreadNews(work.tx, creditorId, newsId)
  if (!kept) return { ...NO_NEWS, channel: null }
  const { receipts, inbound, templates } = await newsOf(work, kept)
  for (const told of templates) await turn(work, creditorId, told)
  await setRead(work.tx, kept, work.clock.now())
  return { channel: kept.channel, receipts, inbound }
}

async function newsOf({ tx, keys }: Work, { creditorId, channel, provider, rawSealed, receivedAt }: CarrierNewsRecord): Promise<News> {
  const { url, bytes } = openRaw(keys, rawSealed)
  if (provider === 'smtp') {
    const report = readReport(bytes.toString('latin1'), receivedAt)
    return report ? { ...NO_NEWS, receipts: [report.receipt] } : NO_NEWS
  }
  const account = await findAccount(tx, creditorId, channel)
  return account?.provider === provider ? PROVIDERS[provider].newsIn({ creditorId, account, url, text: bytes.toString('utf8'), receivedAt }) : NO_NEWS
}

async function turn(work: Work, creditorId: string, { name, language, status, reason, at }: TemplateNews): Promise<void> {
  const isNew = await turnTemplate(work.tx, { creditorId, name, language }, { status, reason, toldAt: at, changedAt: work.clock.now() })
  if (isNew) await recordChange(work, { creditorId, type: 'whatsapp_template.changed', subject: showId('creditor', creditorId), data: { name, language, status, reason } })
}
