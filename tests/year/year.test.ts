import { afterAll, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { gatherLog } from './gather-log.ts'
import { judge } from './judge/judge.ts'
import { liveYear } from './live-year.ts'
import { openYearHouse } from './year-house.ts'

// Christmas and New Year lie in the short form. The whole: YEAR_PEOPLE=5000 YEAR_DAYS=365.
const PEOPLE = Number(process.env['YEAR_PEOPLE'] ?? 120)
const DAYS = Number(process.env['YEAR_DAYS'] ?? 16)
const SEED = Number(process.env['YEAR_SEED'] ?? 1)
/** Something happens to most people once: in one hour out of five of the thirteen that are lived each day. */
const HAPPENINGS_A_TIME = PEOPLE / (DAYS * 2.6)
/** Of a hundred thousand steps: a large portfolio takes many more of them. */
const DEATHS = PEOPLE > 1_000 ? 20 : 500
const HOURS_MS = 3_600_000

const testApp = await startApp()
testApp.clock.moveTo('2026-12-21T06:00:00-03:00')
const house = await openYearHouse(testApp, { people: PEOPLE, seed: SEED, weather: { busy: 30, down: 30, silent: 20, badNumber: 5 } })
afterAll(house.close)

test(`${DAYS} days on the portfolio of ${PEOPLE} people keep every promise, whoever dies on the way (seed ${SEED})`, { timeout: 3 * HOURS_MS }, async () => {
  const { stops } = house.scene
  let messages = 0
  const died = await liveYear(house, { from: '2026-12-21', days: DAYS, happeningsATime: HAPPENINGS_A_TIME, deaths: DEATHS }, async (on) => {
    const { sent, steps } = await gatherLog(house)
    messages = sent.length
    console.log(`${on}: ${house.cast.debts.length} debts, ${steps.length} steps, ${messages} messages, ${stops.length} wishes and events that stop them`)
    expect(judge(sent, steps, stops).slice(0, 20)).toEqual([])
  })
  console.log(`${died} workers died`)
  expect(messages).toBeGreaterThan(PEOPLE / 2)
  expect(stops.length).toBeGreaterThan(10)
  expect(died).toBeGreaterThan(0)
  await expectBooksInOrder(testApp)
})
