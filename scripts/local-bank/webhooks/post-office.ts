import { request } from 'node:https'
import type { Bank } from '../bank.ts'
import type { Notice } from './notice.ts'

/** How long the bank waits before it knocks again, in milliseconds; after the last it gives up. */
const PATIENCE_MS = [1_000, 5_000, 30_000, 120_000, 600_000]
const ROUND_MS = 50
const ANSWER_WITHIN_MS = 15_000

export interface PostOffice {
  /** Lets held news go, one after another, in the order they came or the opposite; resolves when each was tried once. */
  release(order: 'first' | 'last'): Promise<number>
  close(): void
}

/** Takes news to the webhooks, each with the bank's own certificate, and again where nobody took it. */
export function openPostOffice(bank: Bank): PostOffice {
  const onTheWay = new Set<Notice>()
  const send = async (notice: Notice): Promise<void> => {
    onTheWay.add(notice)
    const taken = await post(bank, notice)
    onTheWay.delete(notice)
    if (taken || notice.tries === PATIENCE_MS.length) bank.state.notices = bank.state.notices.filter((one) => one !== notice)
    else Object.assign(notice, { tries: notice.tries + 1, dueAt: new Date(bank.clock.now().getTime() + PATIENCE_MS[notice.tries]!).toISOString() })
    bank.keep()
  }
  const round = setInterval(() => {
    const now = bank.clock.now().toISOString()
    for (const notice of bank.state.notices) if (!notice.held && !onTheWay.has(notice) && notice.dueAt <= now) void send(notice)
  }, ROUND_MS)
  const release: PostOffice['release'] = async (order) => {
    const held = bank.state.notices.filter((notice) => notice.held)
    for (const notice of order === 'first' ? held : held.reverse()) {
      notice.held = false
      await send(notice)
    }
    return held.length
  }
  return { release, close: () => clearInterval(round) }
}

function post({ papers }: Bank, { url, body }: Notice): Promise<boolean> {
  return new Promise((resolve) => {
    const call = request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      ca: papers.authority.certificate,
      cert: papers.caller.certificate,
      key: papers.caller.privateKey,
      timeout: ANSWER_WITHIN_MS,
      agent: false,
    })
    call.on('response', (response) => {
      response.resume()
      const status = response.statusCode ?? 0
      response.once('close', () => resolve(status >= 200 && status < 300))
    })
    call.on('timeout', () => call.destroy())
    call.on('error', () => resolve(false))
    call.end(JSON.stringify(body))
  })
}
