import { setTimeout as pause } from 'node:timers/promises'
import type { FaultHouse } from '../house/fault-house.ts'
import { none, quantile, within, type Bar, type FaultRun } from './fault-run.ts'

const CALLERS = 300
const LENGTH_MS = 60_000
const MEGABYTE = 1024 * 1024
const MOST_MEMORY = 512

interface Asked {
  status: number
  ms: number
  hasTime: boolean
}

/** Many times more callers than can be served, each from an address of its own, with every limit on. */
export const overload: FaultRun = {
  name: 'overload',
  what: `${CALLERS} callers at once ask without a pause for ${LENGTH_MS / 1_000} s`,
  isShort: false,
  async run(house, load) {
    await house.api.stop()
    await house.api.start({ RATE_LIMIT: 'on', TRUST_PROXY: '1' })
    const asked: Asked[] = []
    const end = Date.now() + LENGTH_MS
    let memory = 0
    const watching = setInterval(() => (memory = Math.max(memory, house.api.memory())), 500)
    await Promise.all(Array.from({ length: CALLERS }, (_, i) => callUntil(end, house, load.cast.creditor.bearer, `10.0.${i >> 8}.${i & 255}`, asked)))
    clearInterval(watching)
    const normalMs = await untilNormal(house, load.cast.creditor.bearer)
    await house.api.stop()
    await house.api.start()
    await load.more(10)
    return barsOf(asked, memory, normalMs)
  },
}

function barsOf(asked: readonly Asked[], memory: number, normalMs: number): Bar[] {
  const accepted = asked.filter(({ status }) => status < 400)
  const others = asked.filter(({ status }) => status >= 400)
  return [
    { what: 'accepted a second', measured: `${Math.round(accepted.length / (LENGTH_MS / 1_000))}, and ${Math.round(others.length / (LENGTH_MS / 1_000))} turned away`, bar: '-', ok: true },
    quantile('an accepted answer (p99)', accepted.map(({ ms }) => ms), 0.99, 1_000),
    none('others than 429 or 503 with a time to come back', others.filter(({ status, hasTime }) => !([429, 503].includes(status) && hasTime)).length),
    { what: 'memory', measured: `${Math.round(memory / MEGABYTE)} MB`, bar: `< ${MOST_MEMORY} MB`, ok: memory < MOST_MEMORY * MEGABYTE },
    within('back to normal', [normalMs], 5_000),
  ]
}

// A person with a browser waits a little after a refusal; these do not.
async function callUntil(end: number, house: FaultHouse, authorization: string, from: string, asked: Asked[]): Promise<void> {
  while (Date.now() < end) asked.push(await ask(house, authorization, from))
}

async function ask({ url }: FaultHouse, authorization: string, from: string): Promise<Asked> {
  const begun = performance.now()
  try {
    const answer = await fetch(`${url}/v1/debts?limit=20`, { headers: { authorization, 'x-forwarded-for': from }, signal: AbortSignal.timeout(20_000) })
    await answer.arrayBuffer()
    return { status: answer.status, ms: performance.now() - begun, hasTime: answer.headers.has('retry-after') }
  } catch {
    return { status: 599, ms: performance.now() - begun, hasTime: false }
  }
}

async function untilNormal(house: FaultHouse, authorization: string): Promise<number> {
  const begun = performance.now()
  for (let good = 0; good < 5; await pause(50)) {
    const { status, ms } = await ask(house, authorization, '10.9.9.9')
    good = status === 200 && ms < 500 ? good + 1 : 0
  }
  return performance.now() - begun
}
