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

/** Takes news to the webhooks one by one, each with the bank's own certificate, and again where nobody took it. */
export function openPostOffice(bank: Bank): PostOffice {
  let isOut = false
  const round = setInterval(() => void (isOut || deliverDue()), ROUND_MS)
  const deliverDue = async (): Promise<void> => {
    isOut = true
    for (let notice = nextDue(bank); notice; notice = nextDue(bank)) await deliver(bank, notice)
    isOut = false
  }
  const release: PostOffice['release'] = async (order) => {
    const held = bank.state.notices.filter((notice) => notice.held)
    for (const notice of order === 'first' ? held : held.reverse()) await deliver(bank, Object.assign(notice, { held: false, dueAt: FAR }))
    return held.length
  }
  return { release, close: () => clearInterval(round) }
}

// What is being released is not taken by a round as well.
const FAR = '9999-12-31T00:00:00.000Z'

function nextDue({ state, clock }: Bank): Notice | undefined {
  const now = clock.now().toISOString()
  return state.notices.find(({ held, dueAt }) => !held && dueAt <= now)
}

async function deliver(bank: Bank, notice: Notice): Promise<void> {
  const wait = PATIENCE_MS[notice.tries]
  if ((await post(bank, notice)) || wait === undefined) bank.state.notices = bank.state.notices.filter((one) => one !== notice)
  else Object.assign(notice, { tries: notice.tries + 1, dueAt: new Date(bank.clock.now().getTime() + wait).toISOString() })
  bank.keep()
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
