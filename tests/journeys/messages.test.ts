import { afterAll, expect, test } from 'vitest'
import { typeCode, typeCpf } from '../../scripts/screenshots/steps.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { makeAddressee } from '../builders/message.ts'
import { sendMail } from '../builders/sent-message.ts'
import { launchBrowser } from '../support/browser.ts'
import { startInstallation } from '../support/installation.ts'
import { rowsOf } from '../support/rows.ts'
import { focused, tabTo } from './keyboard.ts'
import { DESKTOP, PHONE, visit } from './visit.ts'

const house = await startInstallation()
const rows = rowsOf(house.db)
const browser = await launchBrowser()
afterAll(() => browser.close())

// Ten in the morning of a Thursday in São Paulo, when a message may go.
house.clock.moveTo('2027-01-07T13:00:00.000Z')
const creditor = await makeCreditor(house)

/** Somebody who got a mail, and what stands in it. */
async function somebody() {
  const who = await makeAddressee(house, creditor, { name: 'Marina Exemplo' })
  return { ...(await sendMail(house, who)), cpf: who.person.cpf, readCode: () => house.mailedCode(who.person.email!) }
}

test('a link leads past the sign-in to what it is about, and leaves no trace in the address', async () => {
  const { linkToken, cpf, readCode } = await somebody()
  const { page, inspect } = await visit(browser, house)
  await page.goto(`/m/${linkToken}`)
  await page.getByRole('heading', { name: 'Entre para ver do que se trata' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/')
  expect(await page.locator('body').innerText()).not.toMatch(/Marina|Lojas Aurora/)
  await inspect()
  await typeCpf(page, cpf)
  await typeCode(page, await readCode(), 'Entrar')
  await page.getByRole('heading', { name: 'Olá, Marina' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/dividas')
  await page.goto(`/m/${linkToken}`)
  await page.getByRole('heading', { name: 'Olá, Marina' }).waitFor()
  expect(await page.evaluate(`JSON.stringify(sessionStorage).includes('${linkToken}')`)).toBe(false)
})

test('an old link says so and lets one in all the same; one that is not ours warns', async () => {
  const { linkToken } = await somebody()
  await rows("update message_codes set link_until = $1 where code = $2", [house.clock.now(), linkToken.slice(0, 8)])
  const { page, inspect } = await visit(browser, house)
  await page.goto(`/m/${linkToken}`)
  await page.getByRole('heading', { name: 'O link desta mensagem já venceu' }).waitFor()
  await page.getByLabel('Seu CPF').waitFor()
  await inspect()
  await page.goto('/m/qualquer-coisa')
  await page.getByRole('heading', { name: 'Não reconhecemos este link' }).waitFor()
  await page.getByRole('heading', { name: 'Como reconhecer um golpe' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/mensagens')
  await inspect()
})

test.each([PHONE, DESKTOP])('a code tells whether a message is ours, and says no more than that (%j)', async (viewport) => {
  const { code } = await somebody()
  const { page, inspect } = await visit(browser, house, viewport)
  await page.goto('/ajuda')
  await page.getByRole('link', { name: 'a mensagem é mesmo nossa' }).click()
  await page.getByRole('button', { name: 'Conferir' }).click()
  await page.getByRole('alert').getByText('Digite o código que está na mensagem.').waitFor()
  await inspect()
  await page.getByLabel('Código da mensagem').fill(code.toLowerCase().replace('-', ' '))
  await page.getByRole('button', { name: 'Conferir' }).click()
  await page.getByRole('heading', { name: 'Esta mensagem é nossa' }).waitFor()
  await page.getByText('7 de janeiro de 2027').waitFor()
  await page.getByText('Lojas Aurora Exemplo S.A.').waitFor()
  expect(await page.locator('main').innerText()).not.toContain('Marina')
  await inspect()
  await page.getByRole('link', { name: 'Conferir outro código' }).click()
  await page.getByLabel('Código da mensagem').fill('2222-2222')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Não enviamos nenhuma mensagem com este código' }).waitFor()
  await inspect()
  await page.emulateMedia({ colorScheme: 'dark' })
  await inspect()
})

test.each([PHONE, DESKTOP])('one press stops, without a sign-in; another takes it back (%j)', async (viewport) => {
  const { wayOutToken } = await somebody()
  const stops = () => rows("select id from contact_choices where ended_at is null and source = 'unsubscribe'")
  const before = (await stops()).length
  const { page, inspect } = await visit(browser, house, viewport)
  await page.goto(`/descadastro/${wayOutToken}`)
  await page.getByText('Mensagens sobre dívidas e ofertas de Lojas Aurora por e-mail.').waitFor()
  await inspect()
  expect(await stops()).toHaveLength(before)
  await page.getByRole('button', { name: 'Parar de receber' }).click()
  await page.getByRole('heading', { name: 'Pronto, paramos' }).waitFor()
  expect(await focused(page)).toContain('Pronto, paramos')
  expect(await stops()).toHaveLength(before + 1)
  expect(await page.locator('body').innerText()).not.toContain('Marina')
  await inspect()
  await page.reload()
  await page.getByRole('heading', { name: 'Pronto, paramos' }).waitFor()
  await page.getByRole('button', { name: 'Foi sem querer, quero receber' }).click()
  await page.getByText('Pronto: você volta a receber como antes.').waitFor()
  expect(await stops()).toHaveLength(before)
  await page.emulateMedia({ colorScheme: 'dark' })
  await inspect()
})

test('a way out that is not ours leads to the notices behind the sign-in', async () => {
  const { cpf, readCode } = await somebody()
  const { page, inspect } = await visit(browser, house)
  await page.goto('/descadastro/qualquer')
  await page.getByRole('heading', { name: 'Não reconhecemos este link' }).waitFor()
  await inspect()
  await page.getByRole('link', { name: 'Entrar e abrir meus avisos' }).click()
  await page.getByRole('heading', { name: 'Entre para continuar' }).waitFor()
  await typeCpf(page, cpf)
  await typeCode(page, await readCode(), 'Entrar')
  await page.getByRole('heading', { name: 'Seus avisos', level: 1 }).waitFor()
})

test('checking a message needs no mouse', async () => {
  const { code } = await somebody()
  const { page } = await visit(browser, house, DESKTOP)
  await page.goto('/mensagens')
  await page.getByLabel('Código da mensagem').waitFor()
  await tabTo(page, 'message-code')
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Esta mensagem é nossa' }).waitFor()
  expect(await focused(page)).toContain('Esta mensagem é nossa')
})
