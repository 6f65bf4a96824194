import { AppError } from '../../platform/errors/app-error.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Work } from '../../platform/work.ts'
import { findCreditor } from '../creditors/index.ts'
import { isMailHook, ownerOfHook } from './hook-owner.ts'
import { readReport } from './mail/read-report.ts'
import { insertNews, type CarrierNewsRecord } from './news.repository.ts'
import { PROVIDERS } from './providers/providers.ts'
import type { Delivery } from './providers/provider.ts'
import { sealRaw } from './raw-news.ts'

type Told = Pick<CarrierNewsRecord, 'creditorId' | 'channel' | 'provider'> & { key: string }

/** Keeps what a provider brought, as it came, and has a job read it. What is not signed by the account is refused; what came before is kept once. */
export async function receiveNews(platform: Platform, hook: string, delivery: Delivery): Promise<void> {
  const told = isMailHook(platform, hook) ? toldByMail(platform, delivery) : await toldByProvider(platform, hook, delivery)
  if (!told) throw new AppError('carrier_news_unreadable')
  await platform.transact({ kind: 'system' }, { creditorId: told.creditorId }, (work) => keep(work, told, delivery))
}

// A pipe brings whatever was mailed to the address that bounces go to.
function toldByMail({ clock }: Platform, { bytes }: Delivery): Told | null {
  const text = bytes.toString('latin1')
  const report = readReport(text, clock.now())
  return report && { creditorId: report.trace.creditorId, channel: 'email', provider: 'smtp', key: text }
}

async function toldByProvider(platform: Platform, hook: string, delivery: Delivery): Promise<Told | null> {
  const owner = await ownerOfHook(platform, hook)
  if (!owner || owner.account.provider === 'smtp') throw new AppError('not_found')
  const { account: { creditorId, channel, provider, id }, secrets } = owner
  const spoken = PROVIDERS[owner.account.provider]
  if (!spoken.isGenuine(delivery, secrets)) throw new AppError('carrier_news_unsigned')
  const key = spoken.eventKeyOf(delivery.bytes.toString('utf8'))
  return key === null ? null : { creditorId, channel, provider, key: `${id}:${key}` }
}

async function keep(work: Work, { creditorId, channel, provider, key }: Told, { url, bytes }: Delivery): Promise<void> {
  // A mail names its creditor itself.
  if (!(await findCreditor(work.tx, creditorId))) throw new AppError('carrier_news_unreadable')
  const news: CarrierNewsRecord = { creditorId, id: work.newId(), channel, provider, eventKey: work.keys.mac('carrier-news', key), rawSealed: sealRaw(work.keys, { url, bytes }), receivedAt: work.clock.now(), readAt: null }
  if (await insertNews(work.tx, news)) await work.jobs.send(work.tx, 'read-carrier-news', { creditorId, newsId: news.id })
}
