import pg from 'pg'
import { NEWS_CHANNEL, type PublishedNews } from './news-of.ts'

const RETRY_MS = 1_000
const PROBE_MS = 15_000

export interface NewsListener {
  onNews(news: PublishedNews): void
  /** The connection was away for a while: what was told meanwhile has not been heard. */
  onGap(): void
}

/** The one connection of a process that hears what others commit. */
export interface NewsWire {
  /** Resolves once news are heard. Throws where the database is away. Only the first listener counts. */
  listen(listener: NewsListener): Promise<void>
  close(): Promise<void>
}

/** Connects when somebody first listens, and from then on comes back by itself after every fault. Speaks past a pooler of transactions. */
export function createNewsWire(connectionString: string): NewsWire {
  let opening: Promise<void> | null = null
  let current: pg.Client | null = null
  let listener: NewsListener | null = null
  let retry: NodeJS.Timeout | undefined
  let probing: NodeJS.Timeout | undefined
  let closed = false

  const open = async (): Promise<void> => {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 1_500, query_timeout: 2_500, keepAlive: true, application_name: 'repactua-news' })
    client.on('notification', ({ payload = '' }) => listener?.onNews(JSON.parse(payload) as PublishedNews))
    client.on('error', () => lose(client))
    client.on('end', () => lose(client))
    try {
      await client.connect()
      await client.query(`listen ${NEWS_CHANNEL}`)
      current = client
    } catch (error) {
      client.end().catch(() => {})
      throw error
    }
  }
  const lose = (client: pg.Client): void => {
    if (client !== current) return
    current = null
    client.end().catch(() => {})
    comeBack()
  }
  const comeBack = (): void => {
    if (closed) return
    retry = setTimeout(() => void open().then(() => listener?.onGap(), comeBack), RETRY_MS).unref()
  }
  // A server that vanished sends no word of it; only an answer that does not come tells.
  const probe = (): void => {
    const client = current
    client?.query('select 1').catch(() => lose(client))
  }
  const start = async (): Promise<void> => {
    await open()
    probing = setInterval(probe, PROBE_MS).unref()
  }

  return {
    async listen(who) {
      listener ??= who
      opening ??= start()
      await opening.catch((error: unknown) => {
        opening = null
        throw error
      })
    },
    async close() {
      closed = true
      clearTimeout(retry)
      clearInterval(probing)
      const client = current
      current = null
      await client?.end()
    },
  }
}
