import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { TestApp } from './app.ts'

export interface EventStream {
  status: number
  headers: Headers
  /** The next event, as its name and its data, past all heartbeats; null once the stream has ended. */
  next(): Promise<{ event: string; data: unknown } | null>
}

/** Opens the stream of news with a person's cookie, over a socket of its own that is closed after the test. */
export async function openEventStream({ app }: TestApp, cookie: string): Promise<EventStream> {
  if (!app.server.listening) await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const leave = new AbortController()
  onTestFinished(() => leave.abort())
  const answer = await fetch(`http://127.0.0.1:${port}/v1/me/events`, { headers: { cookie }, signal: leave.signal })
  const events = eventsIn(answer.body!.pipeThrough(new TextDecoderStream()))
  return { status: answer.status, headers: answer.headers, next: async () => (await events.next()).value ?? null }
}

async function* eventsIn(text: ReadableStream<string>): AsyncGenerator<{ event: string; data: unknown }, undefined> {
  let waiting = ''
  for await (const piece of text) {
    const blocks = (waiting + piece).split('\n\n')
    waiting = blocks.pop()!
    for (const block of blocks) if (block.includes('data:')) yield readBlock(block)
  }
}

function readBlock(block: string): { event: string; data: unknown } {
  const fieldOf = (name: string) => block.split('\n').find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
  return { event: fieldOf('event') ?? 'message', data: JSON.parse(fieldOf('data')!) }
}
