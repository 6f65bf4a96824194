import { expect, test } from 'vitest'
import source from '../../../public/push-worker.js?raw'

const ORIGIN = 'https://portal.exemplo.test'

test('a push shows what it brings, and a tap opens where it leads', async () => {
  const worker = startWorker()
  await worker.push(JSON.stringify({ title: 'Lojas Aurora', body: 'Há uma novidade para você.', url: `${ORIGIN}/m/abc` }))
  expect(worker.shown).toEqual([{ title: 'Lojas Aurora', body: 'Há uma novidade para você.', url: `${ORIGIN}/m/abc` }])
  await worker.tap(0)
  expect(worker.opened).toEqual([`${ORIGIN}/m/abc`])
})

test('a tap never leaves the portal', async () => {
  const worker = startWorker()
  for (const url of ['https://outro.exemplo.test/m/abc', 'javascript:alert(1)', '//outro.exemplo.test']) await worker.push(JSON.stringify({ title: 'T', body: 'B', url }))
  expect(worker.shown.map(({ url }) => url)).toEqual(['/', '/', '/'])
})

test.each([null, 'x', '[]', '{"title":"T"}'])('a push of %j still shows something true', async (data) => {
  const worker = startWorker()
  await worker.push(data)
  expect(worker.shown).toEqual([{ title: 'Repactua', body: 'Há uma novidade para você. Entre para ver.', url: '/' }])
})

interface Shown { title: string; body: string; url: string }
type Listener = (event: object) => void

/** Runs the worker's script in a room where what it shows and opens is kept. */
function startWorker() {
  const listeners = new Map<string, Listener>()
  const shown: Shown[] = []
  const opened: string[] = []
  const self = {
    addEventListener: (name: string, listener: Listener) => listeners.set(name, listener),
    location: { origin: ORIGIN },
    registration: { showNotification: async (title: string, { body, data }: { body: string; data: { url: string } }) => void shown.push({ title, body, url: data.url }) },
    clients: { openWindow: async (url: string) => void opened.push(url) },
  }
  new Function('self', source)(self)
  const send = async (name: string, event: object): Promise<void> => {
    let done: Promise<void> | undefined
    listeners.get(name)!({ ...event, waitUntil: (work: Promise<void>) => { done = work } })
    await done
  }
  return {
    shown, opened,
    push: (text: string | null) => send('push', { data: text === null ? null : { json: () => JSON.parse(text) as unknown } }),
    tap: (index: number) => send('notificationclick', { notification: { close: () => undefined, data: { url: shown[index]!.url } } }),
  }
}
