import { addDays, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { endLapsedHolds } from '@repactua/api/modules/debts/index.ts'
import { planRulers } from '@repactua/api/modules/rulers/index.ts'
import type { Platform } from '@repactua/api/platform/platform.ts'
import { letThingsHappen } from './happenings.ts'
import { mortalPlatform } from './mortal-platform.ts'
import type { YearHouse } from './year-house.ts'

/** How long is lived, and how eventful it is. */
export interface Span {
  from: LocalDate
  days: number
  /** How much happens at once, on average, in one hour out of five. */
  happeningsATime: number
  /** Of a hundred thousand steps of a worker, how many are its last. */
  deaths: number
}

const EVENING_HOUR = 20
const MORNING_HOUR = 8
const TICK_MS = 60 * 60_000
const MOST_ROUNDS = 400
const MONTH = 30

/** Plans, sends and answers day by day, and looks back each month. Gives back how many workers died on the way. */
export async function liveYear(house: YearHouse, { from, days, happeningsATime, deaths }: Span, lookBack: (on: LocalDate) => Promise<void>): Promise<number> {
  const { clock } = house.test
  let died = 0
  for (let day = 0; day < days; day += 1) {
    const on = addDays(from, day)
    clock.moveTo(at(on, MORNING_HOUR))
    await endLapsedHolds(house.test.platform)
    died += await outlive(house, deaths, (platform) => planAll(house, platform))
    for (let tick = at(on, MORNING_HOUR); tick <= at(on, EVENING_HOUR); tick = new Date(tick.getTime() + TICK_MS)) {
      clock.moveTo(tick)
      if (house.random.fraction() < 0.2) await letThingsHappen(house.scene, happeningsATime)
      died += await outlive(house, deaths, (platform) => sendAll(house, platform))
      await house.bringReceipts()
    }
    if (day % MONTH === MONTH - 1 || day === days - 1) await lookBack(on)
  }
  return died
}

function at(on: LocalDate, hour: number): Date {
  return new Date(`${on}T${String(hour).padStart(2, '0')}:00:00-03:00`)
}

async function planAll({ creditors }: YearHouse, platform: Platform): Promise<void> {
  for (const { creditorId } of creditors.values()) await planRulers(platform, { creditorId })
}

// A standing clock lets no line go on: each round takes a second of it.
async function sendAll({ test, sendDue }: YearHouse, platform: Platform): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS && (await sendDue(platform)) > 0; round += 1) test.clock.advance(1_000)
}

/** Does a job in workers that may die, one after another, until one has done it. Gives back how many died. */
async function outlive({ test, random }: YearHouse, deaths: number, job: (platform: Platform) => Promise<void>): Promise<number> {
  for (let died = 0; ; died += 1) {
    const worker = mortalPlatform(test.platform, random, deaths)
    await job(worker).catch((error: unknown) => {
      if (!worker.isDead()) throw error
    })
    if (!worker.isDead()) return died
  }
}
