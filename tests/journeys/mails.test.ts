import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { houseMails, PUBLIC_URL } from '../../scripts/mail-pictures/house-mails.ts'
import { launchBrowser } from '../support/browser.ts'
import { DESKTOP, PHONE } from './visit.ts'

// The frame is one, so that a text for each language of each template is looked at on a phone, and its colours in both lights.
const browser = await launchBrowser()
const asked: string[] = []
let page: Page
beforeAll(async () => {
  page = await browser.newPage({ viewport: PHONE })
  page.on('request', (request) => asked.push(request.url()))
})
afterAll(() => browser.close())

test.each(houseMails())('$name fits a phone, reads well in both lights and asks for nothing', async ({ html }) => {
  await page.setContent(html)
  expect(asked).toEqual([])
  for (const viewport of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport)
    expect(await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth'), `${viewport.width} px scroll sideways`).toBe(true)
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await violations(page), colorScheme).toEqual([])
  }
  expect(await page.locator('h1').count()).toBe(1)
  const ways = await page.getByRole('link').all()
  expect(await Promise.all(ways.map((way) => way.getAttribute('href')))).toEqual([`${PUBLIC_URL}/m/exemplo`, `${PUBLIC_URL}/mensagens/ABCD-2345`, `${PUBLIC_URL}/descadastro/exemplo`])
})

test('a phone shows the button large enough for a thumb, and what an inbox previews is hidden', async () => {
  await page.setViewportSize(PHONE)
  const { html } = houseMails()[0]!
  await page.setContent(html)
  expect((await page.getByRole('link').first().boundingBox())!.height).toBeGreaterThanOrEqual(44)
  expect(await page.getByText('Entre quando quiser e veja suas opções.').isVisible()).toBe(false)
})

async function violations(of: Page): Promise<string[]> {
  await of.evaluate(axe.source)
  const { violations: found } = await of.evaluate<axe.AxeResults>('axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] })')
  return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`))
}
