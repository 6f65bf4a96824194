import { afterAll, expect, test } from 'vitest'
import { acceptTerm, chooseOption, goOnToCheck, openOptions, signIn, typeCode } from '../../scripts/screenshots/steps.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput } from '../builders/person.ts'
import { publishPolicy } from '../builders/policy.ts'
import { launchBrowser } from '../support/browser.ts'
import { startInstallation } from '../support/installation.ts'
import { rowsOf } from '../support/rows.ts'
import { tablesWith } from '../support/secrets.ts'
import { DESKTOP, visit } from './visit.ts'

const house = await startInstallation()
const rows = rowsOf(house.db)
const browser = await launchBrowser()
afterAll(() => browser.close())

const creditor = await makeCreditor(house)
await publishPolicy(house, creditor)
await house.http.patch('/v1/creditors/me/settings').set('authorization', creditor.bearer).send({ showsBarredDebts: true }).expect(200)

/** Somebody who owes the shop, and how they read their mail. */
async function somebody(...dueOn: string[]) {
  const debtor = personInput({ name: 'Marina Exemplo' })
  for (const day of dueOn) await makeDebt(house, creditor, { debtor, dueOn: day })
  return { cpf: debtor.cpf, readCode: () => house.mailedCode(debtor.email!) }
}

test('three private answers show what each option leaves, a smaller plan comes first, and nothing is kept', async () => {
  const { cpf, readCode } = await somebody('2026-03-10')
  const { page, inspect } = await visit(browser, house)
  await signIn(page, '/', cpf, readCode)
  await openOptions(page, 'Lojas Aurora')
  await page.getByRole('link', { name: 'Fazer a conta' }).click()
  await page.getByRole('heading', { name: 'Cabe no meu mês?' }).waitFor()
  await page.getByRole('button', { name: 'Ver quanto sobra' }).click()
  await page.getByRole('alert').getByText('Diga em reais quanto entra por mês').waitFor()
  await inspect()
  await page.getByLabel('Quanto entra por mês?').fill('1.347,91')
  await page.getByLabel('Quanto sai com o básico?').fill('1.100')
  await page.getByRole('button', { name: 'Ver quanto sobra' }).click()
  const answer = page.getByRole('region', { name: 'Cabe no seu mês?' })
  await answer.getByText('Comece por esta').waitFor()
  await page.getByText(/^Faltariam R\$/).first().waitFor()
  await inspect()
  await chooseOption(page, /^À vista/)
  await goOnToCheck(page)
  await page.getByText('Esta opção aperta o seu mês').waitFor()
  await inspect()
  await page.getByRole('button', { name: 'Trocar por esta opção' }).click()
  await page.getByText('Esta opção aperta o seu mês').waitFor({ state: 'detached' })
  expect(await page.evaluate('JSON.stringify(sessionStorage) + JSON.stringify(localStorage)')).not.toMatch(/134791|1\.347|110000/)
  expect(await tablesWith('134791', rows)).toEqual([])
  await page.goBack()
  await answer.getByRole('button', { name: 'Apagar minhas respostas' }).click()
  await page.getByRole('link', { name: 'Fazer a conta' }).waitFor()
  expect(await page.getByText(/^(Sobram|Faltariam) R\$/).count()).toBe(0)
})

test('where nothing fits the words stay kind, help is named, and going on stays possible', async () => {
  const { cpf, readCode } = await somebody('2026-03-10')
  const { page, inspect } = await visit(browser, house, DESKTOP)
  await signIn(page, '/', cpf, readCode)
  await openOptions(page, 'Lojas Aurora')
  await page.getByRole('link', { name: 'Fazer a conta' }).click()
  await page.getByLabel('Quanto entra por mês?').fill('500')
  await page.getByLabel('Quanto sai com o básico?').fill('480')
  await page.getByLabel('Quantas pessoas').fill('2')
  await page.getByRole('button', { name: 'Ver quanto sobra' }).click()
  await page.getByText('nenhuma opção deixa o bastante').waitFor()
  await page.getByRole('link', { name: 'propor outro valor' }).waitFor()
  for (const name of ['Procon', 'Defensoria Pública', 'consumidor.gov.br']) await page.getByText(name).first().waitFor()
  await inspect()
  await chooseOption(page, /^À vista/)
  await goOnToCheck(page)
  await acceptTerm(page)
})

test('a barred debt asks for nothing; paying it takes a consent of its own, to the signature', async () => {
  const { cpf, readCode } = await somebody('2026-03-10', '2021-11-20')
  const { page, inspect } = await visit(browser, house)
  await signIn(page, '/', cpf, readCode)
  await page.getByText('Você tem 1 dívida aberta').waitFor()
  const group = page.getByRole('region', { name: 'Você não precisa pagar' })
  await group.waitFor()
  await inspect()
  await group.getByRole('link', { name: /Entender/ }).click()
  await page.getByRole('heading', { name: 'Você não precisa pagar esta dívida' }).waitFor()
  await page.getByText('Ela não pode ser cobrada na Justiça nem fora dela').waitFor()
  await page.getByRole('button', { name: 'Ver as opções' }).click()
  await page.getByRole('alert').getByText('por vontade própria').waitFor()
  await inspect()
  await page.getByRole('checkbox', { name: /quero pagar por vontade própria/ }).check()
  await page.getByRole('button', { name: 'Ver as opções' }).click()
  await page.getByText('Pagamento voluntário.').waitFor()
  await inspect()
  expect(await page.getByText(/desconta|proponha|economiza/).count(), 'what nobody may collect is not advertised').toBe(0)
  await chooseOption(page, /^À vista/)
  await goOnToCheck(page)
  await page.getByText('Nada acontece: não há multa').waitFor()
  expect(await page.getByText(/desconta|economiza/).count()).toBe(0)
  await inspect()
  await acceptTerm(page)
  await typeCode(page, await readCode(), 'Assinar o acordo')
  await page.getByRole('heading', { name: 'Acordo assinado' }).waitFor()
  await inspect()
})

test('an address that skips the warning leads back to it', async () => {
  const { cpf, readCode } = await somebody('2021-11-20')
  const { page, inspect } = await visit(browser, house)
  await signIn(page, '/', cpf, readCode)
  await page.getByRole('heading', { name: 'Marina, não há nada para negociar aqui' }).waitFor()
  await inspect()
  const href = await page.getByRole('link', { name: /Entender/ }).getAttribute('href')
  await page.goto(`${href!}/opcoes`)
  await page.getByRole('heading', { name: 'Você não precisa pagar esta dívida' }).waitFor()
  await page.getByRole('link', { name: 'Não quero pagar' }).click()
  await page.getByRole('heading', { name: 'Marina, não há nada para negociar aqui' }).waitFor()
})
