import { readId } from '../../platform/ids.ts'
import type { PublishedNews } from '../../platform/news/news-of.ts'
import type { Platform } from '../../platform/platform.ts'
import type { OpenStreams } from './open-streams.ts'
import { findOwners } from './whose.repository.ts'

const MOST_WAITING = 10_000

/**
 * Tells each change to whom it belongs, in the order of the commits. Whose it is stands in the database and nowhere else;
 * where that cannot be asked, or not in time, every page reads anew what is its own. One look-up runs at a time and takes
 * along all that waits, so that a flood of payments leaves the connections to the requests.
 */
export function createNewsDesk(platform: Platform, streams: OpenStreams): (news: PublishedNews) => void {
  let waiting: PublishedNews[] = []
  let isBusy = false

  const workOff = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      for (const [creditorId, news] of Map.groupBy(batch, (one) => one.creditorId)) await tellOwners(platform, streams, creditorId, news)
    }
    isBusy = false
  }

  return (news) => {
    if (streams.isEmpty()) return
    if (waiting.length >= MOST_WAITING) {
      waiting = []
      return streams.reloadAll()
    }
    waiting.push(news)
    if (isBusy) return
    isBusy = true
    void workOff()
  }
}

async function tellOwners(platform: Platform, streams: OpenStreams, creditorId: string, news: readonly PublishedNews[]): Promise<void> {
  try {
    const ids = [...new Set(news.map(({ id }) => readId(id)))]
    const owners = await platform.transact({ kind: 'system' }, { creditorId }, ({ tx }) => findOwners(tx, creditorId, ids))
    for (const { type, id } of news) await streams.tell(owners.get(readId(id)), { type, id })
  } catch {
    streams.reloadAll()
  }
}
