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

const SHADES_APART = 8
const COMMON = 200

// Colours that fill a part of the page stay as they are; the many shades on the edges of letters become few. A PNG
// without a filter is then half as large.
function lighten(picture: Buffer): Buffer {
  const image = PNG.sync.read(picture)
  const seen = new Map<number, number>()
  const pixels = new DataView(image.data.buffer, image.data.byteOffset, image.data.byteLength)
  for (let at = 0; at < pixels.byteLength; at += 4) seen.set(pixels.getUint32(at), (seen.get(pixels.getUint32(at)) ?? 0) + 1)
  for (let at = 0; at < pixels.byteLength; at += 4) {
    if (seen.get(pixels.getUint32(at))! < COMMON) for (let i = at; i < at + 3; i += 1) pixels.setUint8(i, roundShade(pixels.getUint8(i)))
  }
  return PNG.sync.write(image, { colorType: 2, filterType: 0, deflateLevel: 9, deflateStrategy: 0 })
}

function roundShade(shade: number): number {
  return Math.min(255, Math.round(shade / SHADES_APART) * SHADES_APART)
}
