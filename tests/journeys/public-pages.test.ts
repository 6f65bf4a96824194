import { afterAll, expect, test } from 'vitest'
import { makeCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput } from '../builders/person.ts'
import { publishPolicy } from '../builders/policy.ts'
import { launchBrowser } from '../support/browser.ts'
import { startInstallation } from '../support/installation.ts'
import { focused, tabTo } from './keyboard.ts'
import { DESKTOP, PHONE, visit } from './visit.ts'

const house = await startInstallation()
const browser = await launchBrowser()
afterAll(() => browser.close())

const PAGES = [
  ['/', 'Veja suas dívidas e resolva do seu jeito'],
  ['/ajuda', 'Ajuda'],
  ['/verificar', 'Conferir um acordo'],
  ['/verificar/2222-2222-2222', 'Não encontramos este código'],
  ['/mensagens', 'Esta mensagem é mesmo nossa?'],
  ['/mensagens/2222-2222', 'Não enviamos nenhuma mensagem com este código'],
  ['/nada', 'Não há nada neste endereço'],
] as const

test.each(PAGES)('%s stands on a phone and on a desk, by day and by night', async (path, title) => {
  for (const viewport of [PHONE, DESKTOP]) {
    const { page, inspect } = await visit(browser, house, viewport)
    await page.goto(path)
    await page.getByRole('heading', { name: title, level: 1 }).waitFor()
    await inspect()
    await page.emulateMedia({ colorScheme: 'dark' })
    await inspect()
  }
})

test('a private address leads to the front door, and after it to where one was going', async () => {
  const { page } = await visit(browser, house)
  await page.goto('/acordos')
  await page.getByRole('heading', { name: 'Entre para continuar' }).waitFor()
})

test('the way in needs no mouse', async () => {
  const creditor = await makeCreditor(house)
  await publishPolicy(house, creditor)
  const person = personInput({ name: 'Marina Exemplo' })
  await makeDebt(house, creditor, { debtor: person })
  const { page } = await visit(browser, house, DESKTOP)
  await page.goto('/')
  await page.getByLabel('Seu CPF').waitFor()
  await page.keyboard.press('Tab')
  expect(await focused(page)).toContain('Pular para o conteúdo')
  await page.keyboard.press('Enter')
  await tabTo(page, 'cpf')
  await page.keyboard.type(person.cpf)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Digite o código que enviamos' }).waitFor()
  await tabTo(page, 'code')
  await page.keyboard.type(await house.mailedCode(person.email!))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Olá, Marina' }).waitFor()
  expect(await focused(page)).toContain('Olá, Marina')
  await tabTo(page, 'Por que esse valor?')
  await page.keyboard.press('Enter')
  await page.getByText('R$ 83,63').waitFor()
  await tabTo(page, 'Ver opções')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Como você quer pagar?' }).waitFor()
})
