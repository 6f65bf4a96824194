import { PassThrough, type Readable } from 'node:stream'
import type { News } from '@repactua/shared/contract/news.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Platform } from '../../platform/platform.ts'
import { livingTokens } from '../identity/index.ts'

// A browser has six connections to a host without HTTP/2, and the portal one stream for a tab in view.
const MOST_PER_PERSON = 6
const MOST_PER_PROCESS = 2_000
// Under the thirty seconds after which our own server, and most proxies, end a silent connection.
const BEAT_MS = 15_000
const RETRY_MS = 3_000
// Who does not read for so long is gone; what was missed is read anew on the next stream.
const MOST_WAITING_BYTES = 16 * 1024

interface OpenStream {
  person: string
  token: string
  out: PassThrough
}

/** The streams that people of this process have open. */
export interface OpenStreams {
  open(cpfIndex: Buffer, token: string): Readable
  /** Tells one person's streams, those alone whose session still lives. The person is the hex of the index of their CPF. */
  tell(person: string | undefined, news: News): Promise<void>
  /** Asks every page to read anew what it shows. */
  reloadAll(): void
  isEmpty(): boolean
  close(): void
}

/** Opens none above the limits, keeps each from idling out on its way, and ends it with its session. */
export function createOpenStreams(platform: Platform): OpenStreams {
  const streams = new Set<OpenStream>()
  const of = (person: string | undefined) => [...streams].filter((stream) => stream.person === person)

  const beat = async (): Promise<void> => {
    for (const stream of streams) write(stream, ':\n\n')
    await endDead(platform, [...streams])
  }
  // The database may be away: then nobody is judged until the next beat.
  const beating = setInterval(() => void beat().catch(() => {}), BEAT_MS).unref()

  return {
    open(cpfIndex, token) {
      const person = cpfIndex.toString('hex')
      if (of(person).length >= MOST_PER_PERSON) throw new AppError('too_many_requests', { retryAfterSeconds: 60 })
      if (streams.size >= MOST_PER_PROCESS) throw new AppError('unavailable', { retryAfterSeconds: 60 })
      const stream = { person, token, out: new PassThrough() }
      streams.add(stream)
      stream.out.on('close', () => streams.delete(stream))
      write(stream, `retry: ${RETRY_MS}\n${eventOf('reload')}`)
      return stream.out
    },
    async tell(person, news) {
      for (const stream of await endDead(platform, of(person))) write(stream, `data: ${JSON.stringify(news)}\n\n`)
    },
    reloadAll() {
      for (const stream of streams) write(stream, eventOf('reload'))
    },
    isEmpty: () => streams.size === 0,
    close() {
      clearInterval(beating)
      for (const { out } of streams) out.end()
    },
  }
}

// Those that live, after the others were told of their end and closed.
async function endDead(platform: Platform, streams: readonly OpenStream[]): Promise<OpenStream[]> {
  if (streams.length === 0) return []
  const living = await livingTokens(platform, streams.map(({ token }) => token))
  for (const { token, out } of streams) if (!living.has(token)) out.end(eventOf('ended'))
  return streams.filter(({ token }) => living.has(token))
}

function write({ out }: OpenStream, text: string): void {
  if (out.writableLength > MOST_WAITING_BYTES) out.destroy()
  else if (!out.writableEnded) out.write(text)
}

function eventOf(name: 'reload' | 'ended'): string {
  return `event: ${name}\ndata: {}\n\n`
}
