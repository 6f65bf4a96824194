import { mkdirSync } from 'node:fs'
import { launchBrowser } from './embedded/browser.ts'
import { makeCollage } from './screenshots/collage.ts'
import { openDemoHouse } from './screenshots/demo-house.ts'
import { takeTour } from './screenshots/tour.ts'

// pnpm screenshots [folder]   saves each page of the portal at 360 and 1280 px, out of a fresh demo of its own, and
// portal.png, the picture in the README
const folder = process.argv[2] ?? '.data/screenshots'
mkdirSync(folder, { recursive: true })
const browser = await launchBrowser()
const house = await openDemoHouse()
try {
  await takeTour(browser, house, folder)
  await makeCollage(browser, folder)
} finally {
  await browser.close()
  await house.close()
}
