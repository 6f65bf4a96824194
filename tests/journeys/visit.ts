import axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { SOME_DAY } from '../support/app.ts'
import type { Installation } from '../support/installation.ts'

export interface Visit {
  page: Page
  /** Holds the page as it is now to what every page must keep. */
  inspect(): Promise<void>
}

export const PHONE = { width: 360, height: 740 }
export const DESKTOP = { width: 1280, height: 800 }

/** A browser of one person, closed after the test, whose clock begins where the installation's stands. */
export async function visit(browser: Browser, { url }: Installation, viewport = PHONE): Promise<Visit> {
  const context = await browser.newContext({ viewport, deviceScaleFactor: 2, locale: 'pt-BR', timezoneId: 'America/Sao_Paulo', reducedMotion: 'reduce', baseURL: url })
  onTestFinished(() => context.close())
  await context.clock.install({ time: SOME_DAY })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url })
  context.setDefaultTimeout(10_000)
  const troubles = watch(context)
  const page = await context.newPage()
  return { page, inspect: () => inspect(page, troubles) }
}

/** Faults of scripts, messages of the console and files that did not come. A refusal of the API is none. */
function watch(context: BrowserContext): string[] {
  const troubles: string[] = []
  context.on('weberror', (fault) => troubles.push(fault.error().message))
  context.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) troubles.push(message.text())
  })
  context.on('response', (response) => {
    const isRefusal = response.status() < 500 && new URL(response.url()).pathname.startsWith('/v1/')
    if (response.status() >= 400 && !isRefusal) troubles.push(`${response.status()} ${response.url()}`)
  })
  return troubles
}

async function inspect(page: Page, troubles: readonly string[]): Promise<void> {
  const path = new URL(page.url()).pathname
  expect(troubles, `trouble at ${path}`).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth'), `${path} scrolls sideways`).toBe(true)
  expect(await page.title()).toMatch(/^.+ · Repactua$/)
  expect(await violationsOn(page), `accessibility of ${path}`).toEqual([])
}

// By evaluate and not by a script tag, which the Content-Security-Policy rightly refuses.
export async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate<axe.AxeResults>('axe.run({ resultTypes: ["violations"] })')
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return grave.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`))
}
