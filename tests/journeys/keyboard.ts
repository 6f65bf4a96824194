import type { Page } from 'playwright-core'

const MOST_STOPS = 12

/** Goes from stop to stop until the focused thing has this id or these words. */
export async function tabTo(page: Page, what: string): Promise<void> {
  for (let stop = 1; stop <= MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab')
    if ((await focused(page)).includes(what)) return
  }
  throw new Error(`${MOST_STOPS} stops do not reach ${what}`)
}

/** The id and the words of what has the focus. */
export async function focused(page: Page): Promise<string> {
  return page.evaluate<string>('`${document.activeElement.id} ${document.activeElement.innerText}`')
}
