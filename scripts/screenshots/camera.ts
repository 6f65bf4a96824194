import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'

const WIDTHS = [{ width: 360, height: 740 }, { width: 1280, height: 800 }]

export interface Camera {
  page: Page
  /** Saves the whole page as it is now: "name-360.png" and "name-1280.png". */
  shoot(name: string, options?: { dark?: boolean }): Promise<void>
  close(): Promise<void>
}

/** A browser of its own for one person, with a camera. */
export async function openCamera(browser: Browser, out: string): Promise<Camera> {
  const context: BrowserContext = await browser.newContext({ viewport: WIDTHS[0]!, deviceScaleFactor: 2, locale: 'pt-BR', timezoneId: 'America/Sao_Paulo', reducedMotion: 'reduce' })
  const page = await context.newPage()
  const shoot = async (name: string, { dark = false } = {}): Promise<void> => {
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
    await page.mouse.move(0, 0)
    for (const size of WIDTHS) {
      await stretch(page, size)
      await page.screenshot({ path: join(out, `${name}${dark ? '-dark' : ''}-${size.width}.png`), animations: 'disabled' })
    }
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize(WIDTHS[0]!)
  }
  return { page, shoot, close: () => context.close() }
}

// As high as the page is, so that what sticks to the bottom of a screen stands below all the rest.
async function stretch(page: Page, { width, height }: { width: number; height: number }): Promise<void> {
  await page.setViewportSize({ width, height })
  const whole = await page.evaluate<number>('document.documentElement.scrollHeight')
  await page.setViewportSize({ width, height: Math.max(height, whole) })
}
