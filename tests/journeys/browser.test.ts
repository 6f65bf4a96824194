import { expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'

test('the browser outlives its first page', async () => {
  const browser = await launchBrowser()
  try {
    const first = await browser.newPage()
    await first.setContent('<h1>Olá</h1>')
    const second = await browser.newPage()
    await first.close()
    await second.setContent('<h1>Até logo</h1>')
    expect(await second.textContent('h1')).toBe('Até logo')
  } finally {
    await browser.close()
  }
})
