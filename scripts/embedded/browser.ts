import { type Browser, chromium, type LaunchOptions } from 'playwright-core'
import { packagedChromium } from './chromium.ts'

// Not the package's own arguments: their --single-process ends the browser with its first page.
const ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
]

/**
 * A headless Chromium: CHROMIUM_PATH where set, else the one that comes by npm, else an installed
 * Chrome, else Playwright's own.
 */
export async function launchBrowser(): Promise<Browser> {
  const given = process.env['CHROMIUM_PATH']
  if (given) return chromium.launch({ executablePath: given, args: ARGS })
  const packaged = await packagedChromium()
  if (packaged) return chromium.launch({ ...packaged, args: ARGS })
  return launchFirst([{ channel: 'chrome' }, {}])
}

async function launchFirst(choices: LaunchOptions[]): Promise<Browser> {
  for (const choice of choices) {
    try {
      return await chromium.launch({ ...choice, args: ARGS })
    } catch {
      // Not installed: the next choice, or the message below.
    }
  }
  throw new Error('No browser found. Install Chrome or set CHROMIUM_PATH to a Chromium.')
}
