import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { Carriers } from '../carriers.ts'
import type { Notice } from './notice.ts'

/** How long a carrier waits before it knocks again, in milliseconds; after the last it gives up. */
const PATIENCE_MS = [1_000, 5_000, 30_000]
const ROUND_MS = 20
const ANSWER_WITHIN_MS = 10_000
/** At once: a provider does not wait for one door to knock at it again. */
const AT_ONCE = 20

export interface PostOffice {
  /** Lets held news go, one after another, in the order they came or the opposite; resolves when each was tried once. */
  release(order: 'first' | 'last'): Promise<number>
  close(): void
}

/** Brings news to customers' doors, and again where nobody took them. */
export function openPostOffice(carriers: Carriers): PostOffice {
  let isOut = false
  const round = setInterval(() => void (isOut || deliverDue()), ROUND_MS)
  const deliverDue = async (): Promise<void> => {
    isOut = true
    for (let due = nextDue(carriers); due.length > 0; due = nextDue(carriers)) await Promise.all(due.map((notice) => deliver(carriers, notice)))
    isOut = false
  }
  const release: PostOffice['release'] = async (order) => {
    const held = carriers.notices.filter((notice) => notice.held)
    for (const notice of order === 'first' ? held : held.reverse()) await deliver(carriers, notice)
    return held.length
  }
  return { release, close: () => clearInterval(round) }
}

/** Gives news to the post office, as the faults say. */
export function postNotice({ notices, faults }: Carriers, { url, headers, body }: Pick<Notice, 'url' | 'headers' | 'body'>): void {
  const { lost, copies, held, delayMs } = faults.webhooks
  if (lost) return
  for (let copy = 0; copy < copies; copy += 1) notices.push({ url, headers, body, dueAt: performance.now() + delayMs, tries: 0, held })
}

function nextDue({ notices }: Carriers): Notice[] {
  const now = performance.now()
  return notices.filter(({ held, dueAt }) => !held && dueAt <= now).slice(0, AT_ONCE)
}

async function deliver({ notices }: Carriers, notice: Notice): Promise<void> {
  const wait = PATIENCE_MS[notice.tries]
  if (!(await post(notice)) && wait !== undefined) return void Object.assign(notice, { tries: notice.tries + 1, dueAt: performance.now() + wait, held: false })
  const place = notices.indexOf(notice)
  if (place >= 0) notices.splice(place, 1)
}

function post({ url, headers, body }: Notice): Promise<boolean> {
  return new Promise((resolve) => {
    const call = (url.startsWith('https:') ? requestHttps : requestHttp)(url, { method: 'POST', headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) }, timeout: ANSWER_WITHIN_MS, agent: false })
    call.on('response', (response) => {
      response.resume()
      const status = response.statusCode ?? 0
      response.once('close', () => resolve(status >= 200 && status < 300))
    })
    call.on('timeout', () => call.destroy())
    call.on('error', () => resolve(false))
    call.end(body)
  })
}
