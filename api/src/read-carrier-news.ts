import { readNews } from './modules/channels/index.ts'
import { takeInbound } from './modules/conversations/index.ts'
import { takeReceipts } from './modules/messaging/index.ts'
import type { JobData } from './platform/jobs/queues.ts'
import type { Platform } from './platform/platform.ts'

/** The job `read-carrier-news`: what a carrier told goes to those whom it concerns, all of it in one transaction. */
export async function readCarrierNews(platform: Platform, news: JobData['read-carrier-news']): Promise<void> {
  await platform.transact({ kind: 'system' }, { creditorId: news.creditorId }, async (work) => {
    const { channel, receipts, inbound } = await readNews(work, news)
    if (channel === null) return
    await takeReceipts(work, { ...news, channel, receipts })
    for (const message of inbound) await takeInbound(work, message, platform.publicUrl)
  })
}
