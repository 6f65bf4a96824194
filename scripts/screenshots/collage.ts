import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { PNG } from 'pngjs'

const PHONES = ['03-debts', '05-options', '06-check', '09-signed']
const WIDTH = 4 * 360 + 5 * 32

/** One wide picture of four pages on a phone, side by side: "portal.png" in the folder, out of the pictures there. */
export async function makeCollage(browser: Browser, folder: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 844 } })
  const phones = PHONES.map((name) => `<div style="background-image:url(data:image/png;base64,${readFileSync(join(folder, `${name}-360.png`), 'base64')})"></div>`)
  await page.setContent(`<style>${STYLE}</style>${phones.join('')}`)
  writeFileSync(join(folder, 'portal.png'), lighten(await page.screenshot()))
  await page.close()
}

const STYLE = `
  body { margin: 0; padding: 32px; display: flex; gap: 32px; background: #e9e4dc }
  div { width: 360px; height: 780px; border-radius: 20px; background-size: 360px auto; box-shadow: 0 2px 10px #0002 }`

const SHADES_APART = 4

// Fewer shades, which no eye tells apart, and no filter: two thirds of the bytes.
function lighten(picture: Buffer): Buffer {
  const image = PNG.sync.read(picture)
  image.data = image.data.map((shade) => Math.min(255, Math.round(shade / SHADES_APART) * SHADES_APART)) as Buffer
  return PNG.sync.write(image, { colorType: 2, filterType: 0, deflateLevel: 9, deflateStrategy: 0 })
}
