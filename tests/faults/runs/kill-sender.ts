import { setTimeout as pause } from 'node:timers/promises'
import { addDays } from '@repactua/shared/time/local-date.ts'
import { nextBusinessDay } from '@repactua/api/core/calendar/bank-holidays.ts'
import { makeAddressee, queue } from '../../builders/message.ts'
import type { TestApp } from '../../support/app.ts'
import { createMovableClock } from '../../support/movable-clock.ts'
import { FAIR, type Taken } from '../../year/carriers/carrier-log.ts'
import { startMailCarrier } from '../../year/carriers/mail-carrier.ts'
import { ACCOUNT_SID, AUTH_TOKEN, startSmsCarrier } from '../../year/carriers/sms-carrier.ts'
import type { FaultHouse } from '../house/fault-house.ts'
import type { Load } from '../load/mixed-writes.ts'
import { none, type FaultRun } from './fault-run.ts'

const MESSAGES = 60
/** Longer than a worker that died keeps others from what it had taken. */
const LEASE_MS = 3 * 60_000
const PATIENCE_MS = 90_000

/** The worker dies again and again while it sends mails and SMS, and each message arrives once. */
export const killSender: FaultRun = {
  name: 'kill-sender',
  what: `two workers are killed (SIGKILL) again and again while they send ${MESSAGES} messages`,
  isShort: true,
  async run(house, load, size) {
    // Codes of the load are of the machine's own day; the workers live on a morning on which one may write.
    await load.end()
    await house.worker.stop()
    const [log, clock] = [[] as Taken[], createMovableClock(new Date())]
    const [mails, sms] = await Promise.all([startMailCarrier({ log, clock, random: house.random, weather: FAIR }), startSmsCarrier({ log, clock, random: house.random, weather: FAIR })])
    const env = { FIXED_NOW: `${nextBusinessDay(addDays(house.platform.clock.today(), 1))}T14:00:00.000Z`, SMTP_URL: mails.url }
    const steps = await queueMessages(house, load, sms.url)
    const kills = await killWhile(house, env, size === 'short' ? 4 : 20, () => log.length)
    await Promise.all([house.worker.stop(), house.secondWorker.stop()])
    await house.worker.start()
    mails.close()
    sms.close()
    const attempts = new Set(log.map(({ attemptId }) => attemptId))
    const people = new Set(log.map(({ to }) => to))
    return [none('messages that came twice', log.length - attempts.size), none('messages that never came', steps - people.size), none('people who got two', log.length - people.size), { what: 'workers killed', measured: String(kills), bar: '> 0', ok: kills > 0 }]
  },
}

async function queueMessages(house: FaultHouse, { cast: { creditor } }: Load, smsUrl: string): Promise<number> {
  const test = { ...house.test, clock: house.platform.clock } as unknown as TestApp
  await test.http.put('/v1/channel-accounts/sms').set('authorization', creditor.bearer)
    .send({ provider: 'twilio', accountSid: ACCOUNT_SID, authToken: AUTH_TOKEN, sender: '+5511900000000', baseUrl: smsUrl, ratePerSecond: 1_000 }).expect(200)
  const drafts = []
  for (let i = 0; i < MESSAGES; i += 1) drafts.push((await makeAddressee(test, creditor)).draft({ channels: [i % 2 === 0 ? 'email' : 'sms'] }))
  const { queued } = await queue(test, creditor.creditorId, drafts)
  return queued
}

// A death is for when some more have gone. What the dead had taken is free again once its lease is over: the next workers begin
// their clocks after it.
async function killWhile({ worker, secondWorker }: FaultHouse, env: Record<string, string>, kills: number, sent: () => number): Promise<number> {
  const both = [worker, secondWorker]
  for (let died = 0; ; died += 1) {
    const begins = new Date(Date.parse(env['FIXED_NOW']!) + died * LEASE_MS).toISOString()
    await Promise.all(both.map((one) => one.start({ ...env, FIXED_NOW: begins })))
    if (died === kills) return until(() => sent() >= MESSAGES).then(() => 2 * died)
    await until(() => sent() >= ((died + 1) * MESSAGES) / (kills + 1))
    await Promise.all(both.map((one) => one.kill()))
  }
}

async function until(isTrue: () => boolean): Promise<void> {
  for (const begun = performance.now(); !isTrue() && performance.now() - begun < PATIENCE_MS; ) await pause(5)
}
