import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { launchBrowser } from './embedded/browser.ts'
import { makeCollage } from './screenshots/collage.ts'
import { findDemoPlace, openDemoHouse, type DemoHouse } from './screenshots/demo-house.ts'
import { takeLaterTour } from './screenshots/later-tour.ts'
import { takeTour } from './screenshots/tour.ts'

const LATER_MS = 110 * 24 * 3_600_000

// pnpm screenshots [folder]   saves each page of the portal at 360 and 1280 px, out of a fresh demo of its own as it is
// today and as it is months later, and portal.png, the picture in the README
const folder = process.argv[2] ?? '.data/screenshots'
mkdirSync(folder, { recursive: true })
const place = await findDemoPlace()
const browser = await launchBrowser()
try {
  await visit(openDemoHouse(place), takeTour)
  await visit(openDemoHouse(place, { now: new Date(Date.now() + LATER_MS), withLimits: true }), takeLaterTour)
  await makeCollage(browser, folder)
} finally {
  await browser.close()
  place.remove()
}

async function visit(opening: Promise<DemoHouse>, take: (browser: Browser, house: DemoHouse, folder: string) => Promise<void>): Promise<void> {
  const house = await opening
  try {
    await take(browser, house, folder)
  } finally {
    await house.close()
  }
}
