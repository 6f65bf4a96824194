import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { signIn } from '../../scripts/screenshots/steps.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput } from '../builders/person.ts'
import { launchBrowser } from '../support/browser.ts'
import { startInstallation } from '../support/installation.ts'
import { rowsOf } from '../support/rows.ts'
import { tabTo } from './keyboard.ts'
import { DESKTOP, PHONE, visit } from './visit.ts'

const house = await startInstallation()
const rows = rowsOf(house.db)
const browser = await launchBrowser()
afterAll(() => browser.close())

const creditors = [await makeCreditor(house), await makeCreditor(house, { brand: { name: 'Vivaz Telecom', color: '#b3261e' } })]

/** Somebody who owes at both, signed in on the page of their notices. */
async function openNotices(page: Page): Promise<void> {
  const debtor = personInput({ name: 'Marina Exemplo', phone: '(11) 91234-4321' })
  for (const creditor of creditors) await makeDebt(house, creditor, { debtor })
  await signIn(page, '/', debtor.cpf, () => house.mailedCode(debtor.email!))
  await page.getByRole('link', { name: 'Escolher como falam comigo' }).click()
  await page.getByRole('heading', { name: 'Seus avisos', level: 1 }).waitFor()
}

const general = (page: Page, name: string) => page.getByRole('table', { name: 'O que você recebe de todas as empresas' }).getByRole('checkbox', { name })

test.each([PHONE, DESKTOP])('what is chosen counts at once and stays; what is off for all is off for each (%j)', async (viewport) => {
  const { page, inspect } = await visit(browser, house, viewport)
  await openNotices(page)
  await page.getByText('(11) •••••-4321').waitFor()
  await inspect()
  await general(page, 'E-mail: Dívidas e ofertas').click()
  await page.getByText('Mudança guardada.').waitFor()
  await page.getByText('Só de Vivaz Telecom').click()
  const own = page.getByRole('table', { name: 'O que você recebe de Vivaz Telecom' })
  await expect.poll(() => own.getByRole('checkbox', { name: /^E-mail: Dívidas e ofertas/ }).isDisabled()).toBe(true)
  await own.getByRole('checkbox', { name: 'SMS: Dívidas e ofertas' }).click()
  await expect.poll(() => own.getByRole('checkbox', { name: 'SMS: Dívidas e ofertas' }).isChecked()).toBe(false)
  await inspect()
  await page.emulateMedia({ colorScheme: 'dark' })
  await inspect()
  await page.reload()
  await page.getByRole('heading', { name: 'Seus avisos', level: 1 }).waitFor()
  expect(await general(page, 'E-mail: Dívidas e ofertas').isChecked()).toBe(false)
  expect(await general(page, 'SMS: Dívidas e ofertas').isChecked()).toBe(true)
})

test('a pause says its last day, and ends by a press', async () => {
  const { page, inspect } = await visit(browser, house)
  await openNotices(page)
  await page.getByRole('button', { name: 'Pausar por 30 dias' }).click()
  await page.getByText('em pausa até 21 de dezembro de 2026').waitFor()
  await inspect()
  await page.getByRole('button', { name: 'Voltar a receber agora' }).click()
  await page.getByRole('button', { name: 'Pausar por 30 dias' }).waitFor()
})

test('choosing needs no mouse', async () => {
  const { page } = await visit(browser, house, DESKTOP)
  await openNotices(page)
  await tabTo(page, 'Pausar por 30 dias')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.getByText('Mudança guardada.').waitFor()
  expect(await general(page, 'E-mail: Dívidas e ofertas').isChecked()).toBe(false)
})

test('pushes are asked for by a press alone, kept for this browser and dropped again', async () => {
  const { page, inspect } = await visit(browser, house)
  await browserWithPushes(page, 'granted')
  await openNotices(page)
  expect(await page.evaluate('globalThis.asked')).toBe(0)
  await page.getByRole('button', { name: 'Ligar avisos neste aparelho' }).click()
  await page.getByText('Os avisos estão ligados neste aparelho.').waitFor()
  expect(await page.evaluate('navigator.serviceWorker.ready.then(({ active, scope }) => [new URL(active.scriptURL).pathname, new URL(scope).pathname])')).toEqual(['/push-worker.js', '/'])
  expect(await rows('select id from push_subscriptions')).toHaveLength(1)
  await inspect()
  await page.getByRole('button', { name: 'Desligar neste aparelho' }).click()
  await page.getByRole('button', { name: 'Ligar avisos neste aparelho' }).waitFor()
  expect(await rows('select id from push_subscriptions')).toEqual([])
})

test('a no is taken kindly, and a browser that blocks or knows no pushes is told of', async () => {
  const { page, inspect } = await visit(browser, house)
  await browserWithPushes(page, 'default')
  await openNotices(page)
  await page.getByRole('button', { name: 'Ligar avisos neste aparelho' }).click()
  await page.getByText('Tudo bem, nada foi ligado.').waitFor()
  await browserWithPushes(page, 'denied')
  await page.reload()
  await page.getByText('Este navegador está bloqueando os avisos').waitFor()
  await inspect()
  await page.addInitScript('delete globalThis.PushManager')
  await page.reload()
  await page.getByText('Este navegador não mostra avisos.').waitFor()
})

/** A browser whose owner answers its question so. A headless one shows no question and has no push service; the worker is the real one. */
async function browserWithPushes(page: Page, answer: 'granted' | 'denied' | 'default'): Promise<void> {
  await page.addInitScript(`
    globalThis.asked = 0
    let held = null
    Object.defineProperty(Notification, 'permission', { get: () => '${answer === 'denied' ? 'denied' : 'default'}' })
    Notification.requestPermission = async () => { globalThis.asked += 1; return '${answer}' }
    PushManager.prototype.getSubscription = async () => held
    PushManager.prototype.subscribe = async ({ applicationServerKey }) => {
      if (!/^[A-Za-z0-9_-]{87}$/.test(applicationServerKey)) throw new Error('no key')
      held = { endpoint: 'https://push.exemplo.test/' + crypto.randomUUID(), unsubscribe: async () => { held = null; return true } }
      return { ...held, toJSON: () => ({ endpoint: held.endpoint, keys: { p256dh: 'B'.repeat(87), auth: 'A'.repeat(22) } }) }
    }
  `)
}
