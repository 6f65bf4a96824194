import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launchBrowser } from './embedded/browser.ts'
import { houseMails, smsLengths } from './mail-pictures/house-mails.ts'

const WIDTHS = [360, 1280]
const SCHEMES = ['light', 'dark'] as const

// npm run mail:pictures [folder]   saves each e-mail of the house at 360 and 1280 px, light and dark, and prints how long each
// text message is: with common values, and with the longest (160 is what fits in one)
const folder = process.argv[2] ?? '.data/mails'
mkdirSync(folder, { recursive: true })
const browser = await launchBrowser()
try {
  const page = await browser.newPage()
  for (const { name, html } of houseMails()) {
    await page.setContent(html)
    for (const width of WIDTHS) {
      for (const colorScheme of SCHEMES) {
        await page.setViewportSize({ width, height: 800 })
        await page.emulateMedia({ colorScheme })
        await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true })
      }
    }
  }
} finally {
  await browser.close()
}
console.table(smsLengths().map(({ name, sample, longest, parts }) => ({ name, sample, longest, parts })))
