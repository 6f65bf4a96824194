import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { callOut } from './call-out.ts'

const call = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a":1}', timeoutMs: 5_000 } as const
const closing: (() => void)[] = []

afterEach(() => closing.splice(0).forEach((close) => close()))

async function listen(handler: RequestListener): Promise<number> {
  const server = createServer(handler).listen(0, '127.0.0.1')
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  await new Promise((resolve) => server.once('listening', resolve))
  return (server.address() as AddressInfo).port
}

test('gives back the status and how long to wait, and follows nothing', async () => {
  const bodies: string[] = []
  const port = await listen((request, response) => {
    request.setEncoding('utf8').on('data', (text: string) => bodies.push(text))
    request.on('end', () => response.writeHead(302, { location: '/elsewhere', 'retry-after': '7' }).end())
  })
  expect(await callOut(new URL(`http://127.0.0.1:${port}/`), call, { allowsPrivate: true })).toEqual({ status: 302, retryAfter: '7' })
  expect(bodies).toEqual(['{"a":1}'])
})

test.each(['http://127.0.0.1', 'http://localhost', 'http://2130706433', 'http://0x7f.1', 'http://[::1]', 'http://[::ffff:127.0.0.1]'])('refuses %s before it connects', async (origin) => {
  const seen: string[] = []
  const port = await listen((request, response) => {
    seen.push(request.url ?? '')
    response.end()
  })
  await expect(callOut(new URL(`${origin}:${port}/`), call, { allowsPrivate: false })).rejects.toThrow('public internet')
  expect(seen).toEqual([])
})

test('gives up on one that does not answer', async () => {
  const port = await listen(() => {})
  await expect(callOut(new URL(`http://127.0.0.1:${port}/`), { ...call, timeoutMs: 50 }, { allowsPrivate: true })).rejects.toThrow(/aborted/)
})
