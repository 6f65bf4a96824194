import { setTimeout as pause } from 'node:timers/promises'
import type { Channel } from '@repactua/shared/contract/messaging.ts'
import type { OpenCarrier } from '../../channels/index.ts'
import { findMessages, type MessageKey } from '../messages.repository.ts'
import type { CallOutcome, ReadyAttempt } from './attempt.ts'
import { claimMessages } from './attempts.repository.ts'
import { recordOutcome } from './record-outcome.ts'
import { SYSTEM, type OpenCarriers, type SendingDesk } from './sending-desk.ts'
import { LEASE_MS, STALE_MS } from './sending.rules.ts'
import { startAttempt } from './start-attempt.ts'

const CLAIM = { limit: 64, each: 32 }
const AT_ONCE = 4

/** Looks after messages that are due, some at once and each by one worker, and sends those that may go. Tells how many it looked at. */
export async function sendDue(desk: SendingDesk): Promise<number> {
  const now = desk.platform.clock.now()
  const until = new Date(now.getTime() + LEASE_MS)
  const claimed = await desk.platform.transact(SYSTEM, { nobody: true }, (work) => claimMessages(work.tx, { now, until, ...CLAIM }))
  for (const [creditorId, keys] of Map.groupBy(claimed, (key) => key.creditorId)) {
    const carriers = await openCarriers(desk, creditorId, keys.map(({ id }) => id))
    const waiting = [...keys]
    await Promise.all(Array.from({ length: AT_ONCE }, () => lane(desk, carriers, waiting)))
  }
  return claimed.length
}

async function lane(desk: SendingDesk, carriers: OpenCarriers, waiting: MessageKey[]): Promise<void> {
  for (let key = waiting.shift(); key; key = waiting.shift()) {
    // One that fails keeps no other waiting; it is looked at again when its lease is over.
    await sendOne(desk, carriers, key).catch((error: unknown) => desk.logger.error({ err: error, message: key.id }, 'a message was left'))
  }
}

// Before the transactions that hold locks: each carrier is read in one of its own.
async function openCarriers(desk: SendingDesk, creditorId: string, ids: readonly string[]): Promise<OpenCarriers> {
  const found = await desk.platform.transact(SYSTEM, { creditorId }, (work) => findMessages(work.tx, creditorId, ids))
  const channels = new Set(found.flatMap(({ channels }) => channels))
  const opened = await Promise.all([...channels].map(async (channel): Promise<[Channel, OpenCarrier][]> => {
    const carrier = await desk.carrierFor(creditorId, channel)
    return carrier ? [[channel, carrier]] : []
  }))
  return new Map(opened.flat())
}

// No transaction is open while a carrier takes its time; what it is asked was committed before.
async function sendOne(desk: SendingDesk, carriers: OpenCarriers, key: MessageKey): Promise<void> {
  const scope = { creditorId: key.creditorId }
  const ready = await desk.platform.transact(SYSTEM, scope, (work) => startAttempt(desk, work, { key, carriers }))
  if (!ready) return
  const outcome = await call(desk, ready)
  await desk.platform.transact(SYSTEM, scope, (work) => recordOutcome(work, { key, attemptId: ready.outgoing.attemptId, outcome }))
}

async function call({ platform, logger }: SendingDesk, { carrier, outgoing, sendAt, isLookUp }: ReadyAttempt): Promise<CallOutcome> {
  const wait = sendAt.getTime() - platform.clock.now().getTime()
  if (wait > 0) await pause(wait)
  if (platform.clock.now().getTime() - sendAt.getTime() > STALE_MS) return { kind: 'not_made' }
  const answer = isLookUp ? carrier.find!(outgoing).then((found) => found ?? { kind: 'not_there' as const }) : carrier.send(outgoing)
  return answer.catch((error: unknown) => {
    logger.error({ err: error }, 'a carrier failed')
    return { kind: 'in_doubt' } as const
  })
}
