import type { Page } from 'playwright-core'
import { afterAll, afterEach, expect, test } from 'vitest'
import { acceptTerm, chooseOption, goOnToCheck, openOptions, signIn, typeCode, typeCpf } from '../../scripts/screenshots/steps.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { newCpf, personInput } from '../builders/person.ts'
import { publishPolicy } from '../builders/policy.ts'
import { SOME_DAY } from '../support/app.ts'
import { launchBrowser } from '../support/browser.ts'
import { startInstallation } from '../support/installation.ts'
import { rowsOf } from '../support/rows.ts'
import { visit } from './visit.ts'

const house = await startInstallation()
const rows = rowsOf(house.db)
const browser = await launchBrowser()
afterAll(() => browser.close())
afterEach(() => house.clock.moveTo(SOME_DAY))

const creditor = await makeCreditor(house)
await publishPolicy(house, creditor)

/** Somebody who owes the shop, and how they read their mail. */
async function somebody() {
  const person = personInput({ name: 'Marina Exemplo' })
  const debt = await makeDebt(house, creditor, { debtor: person })
  return { cpf: person.cpf, debt, readCode: () => house.mailedCode(person.email!) }
}

test('a wrong code is told with the focus on it; after three, another code is asked for', async () => {
  const { cpf, readCode } = await somebody()
  const { page, inspect } = await visit(browser, house)
  await page.goto('/')
  await typeCpf(page, cpf)
  const wrong = other(await readCode())
  await typeCode(page, wrong, 'Entrar')
  await page.getByRole('alert').getByText('O código não confere').waitFor()
  expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('alert')
  await inspect()
  await page.getByRole('link', { name: /O código não confere/ }).click()
  expect(await page.evaluate('document.activeElement.id')).toBe('code')
  for (const _ of [2, 3, 4]) await answered(page, '/v1/sessions', () => typeCode(page, wrong, 'Entrar'))
  await page.getByRole('alert').getByText('Este código não vale mais').waitFor()
  await page.getByRole('button', { name: 'Enviar outro código' }).click()
  await typeCode(page, await readCode(), 'Entrar')
  await page.getByRole('heading', { name: 'Olá, Marina' }).waitFor()
})

test('a CPF that nobody knows gets the same page and no mail', async () => {
  const { page } = await visit(browser, house)
  await page.goto('/')
  await typeCpf(page, newCpf())
  await typeCode(page, '123456', 'Entrar')
  await page.getByRole('alert').getByText('O código não confere').waitFor()
})

test('a session that ends says so, and the next one goes on at the same place', async () => {
  const { cpf, readCode } = await somebody()
  const { page, inspect } = await visit(browser, house)
  await signIn(page, '/', cpf, readCode)
  await openOptions(page, 'Lojas Aurora')
  await page.getByRole('heading', { name: 'Como você quer pagar?' }).waitFor()
  house.clock.advance(16 * 60_000)
  // Not check(): the page may be gone before it could look again.
  await page.getByRole('radio', { name: 'Dia 5' }).click()
  await page.getByRole('heading', { name: 'Sua sessão terminou' }).waitFor()
  await inspect()
  await typeCpf(page, cpf)
  await typeCode(page, await readCode(), 'Entrar')
  await page.getByRole('heading', { name: 'Como você quer pagar?' }).waitFor()
  expect(await page.getByRole('radio', { name: 'Dia 5' }).isChecked()).toBe(true)
})

test('an idle person is asked whether they are there before the session ends', async () => {
  const { cpf, readCode } = await somebody()
  const { page, inspect } = await visit(browser, house)
  await signIn(page, '/', cpf, readCode)
  await page.clock.fastForward('13:05')
  const dialog = page.getByRole('dialog', { name: 'Você ainda está aí?' })
  await dialog.waitFor()
  await inspect()
  await dialog.getByRole('button', { name: 'Continuar' }).click()
  await dialog.waitFor({ state: 'hidden' })
})

test('Back keeps the answers, and after signing it does not lead to signing again', async () => {
  const { cpf, readCode } = await somebody()
  const { page } = await visit(browser, house)
  await signIn(page, '/', cpf, readCode)
  await openOptions(page, 'Lojas Aurora')
  await chooseOption(page, /^À vista/)
  await goOnToCheck(page)
  await page.goBack()
  await page.getByRole('heading', { name: 'Como você quer pagar?' }).waitFor()
  expect(await page.getByRole('radio', { name: /^À vista/ }).isChecked()).toBe(true)
  await goOnToCheck(page)
  await acceptTerm(page)
  await typeCode(page, await readCode(), 'Assinar o acordo')
  await page.getByRole('heading', { name: 'Acordo assinado' }).waitFor()
  await page.goBack()
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.getByRole('button', { name: /Assinar/ }).count()).toBe(0)
})

test('a double click signs once', async () => {
  const { cpf, readCode } = await somebody()
  const { page } = await visit(browser, house)
  await signIn(page, '/', cpf, readCode)
  await openOptions(page, 'Lojas Aurora')
  await chooseOption(page, /^12 vezes/)
  await goOnToCheck(page)
  await acceptTerm(page)
  await page.getByLabel('Código de 6 números').fill(await readCode())
  const before = await signatures()
  await page.getByRole('button', { name: 'Assinar o acordo' }).dblclick()
  await page.getByRole('heading', { name: 'Acordo assinado' }).waitFor()
  expect(await signatures()).toBe(before + 1n)
})

test('who owes nothing reads so, and an agreement of somebody else is not there', async () => {
  const { cpf, debt, readCode } = await somebody()
  await house.http.post(`/v1/debts/${debt.externalId}/withdrawal`).set('authorization', creditor.bearer).send({ reason: 'paid_elsewhere' }).expect(200)
  const { page, inspect } = await visit(browser, house)
  await signIn(page, '/', cpf, readCode)
  await page.getByRole('heading', { name: 'Marina, não há nada para negociar aqui' }).waitFor()
  await inspect()
  await page.getByRole('link', { name: 'Ver meus acordos' }).click()
  await page.getByText('Você ainda não tem acordo aqui').waitFor()
  await inspect()
  const [foreign] = await rows<{ id: string }>("select 'agreement_' || id as id from agreements limit 1")
  await page.goto(`/acordos/${foreign!.id}`)
  await page.getByRole('alert').getByText('Não encontramos o que você pediu').waitFor()
})

async function signatures(): Promise<bigint> {
  return (await rows<{ n: bigint }>('select count(*) n from signatures'))[0]!.n
}

function other(code: string): string {
  return code === '000000' ? '000001' : '000000'
}

/** Does something and waits until the API has answered it. */
async function answered(page: Page, path: string, act: () => Promise<void>): Promise<void> {
  await Promise.all([page.waitForResponse((response) => new URL(response.url()).pathname === path), act()])
}
