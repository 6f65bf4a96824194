import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

export interface Received {
  headers: Record<string, string>
  body: string
}

export interface Receiver {
  url: string
  received: Received[]
  /** How the next calls are answered; the last one stays. */
  answers: { status: number; headers?: Record<string, string> }[]
}

/** A creditor's system that takes webhooks, closed after the file's last test. */
export async function startReceiver(): Promise<Receiver> {
  const receiver: Receiver = { url: '', received: [], answers: [{ status: 204 }] }
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (text: string) => (body += text))
    request.on('end', () => {
      receiver.received.push({ headers: request.headers as Record<string, string>, body })
      const answer = receiver.answers.length > 1 ? receiver.answers.shift()! : receiver.answers[0]!
      response.writeHead(answer.status, answer.headers).end()
    })
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/news`
  return receiver
}
