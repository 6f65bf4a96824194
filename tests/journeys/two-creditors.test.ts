import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { afterAll, expect, test } from 'vitest'
import { acceptTerm, chooseOption, debtCard, goOnToCheck, openOptions, signIn, typeCode } from '../../scripts/screenshots/steps.ts'
import { makeCreditor, type TestCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput } from '../builders/person.ts'
import { publishPolicy } from '../builders/policy.ts'
import { launchBrowser } from '../support/browser.ts'
import { startInstallation } from '../support/installation.ts'
import { DESKTOP, visit } from './visit.ts'

const house = await startInstallation()
const browser = await launchBrowser()
afterAll(() => browser.close())

const shop = await makeCreditor(house)
const telecom = await makeCreditor(house, { legalName: 'Vivaz Exemplo Ltda.', tradeName: 'Vivaz Telecom', email: 'contas@vivaz.exemplo.test', brand: { name: 'Vivaz Telecom', color: '#b3261e' }, regime: 'non_financial' })
for (const creditor of [shop, telecom]) await publishPolicy(house, creditor)
const person = personInput({ name: 'Marina Exemplo' })
await makeDebt(house, shop, { debtor: person })
await makeDebt(house, telecom, { debtor: person, product: 'telecom', description: 'Conta de março', principalCents: 28_990 })
await makeDebt(house, telecom, { debtor: person, product: 'telecom', description: 'Conta de abril', principalCents: 30_000, dueOn: '2026-04-10' })

test('a person settles with one creditor at once and with another in installments, each apart from the other', async () => {
  const { page, inspect } = await visit(browser, house, DESKTOP)
  const mailedCode = () => house.mailedCode(person.email!)
  await signIn(page, '/', person.cpf, mailedCode)
  for (const name of ['Lojas Aurora', 'Vivaz Telecom']) await debtCard(page, name).waitFor()
  await inspect()

  await openOptions(page, 'Lojas Aurora')
  await chooseOption(page, /^À vista/)
  await inspect()
  await goOnToCheck(page)
  await acceptTerm(page)
  await typeCode(page, await mailedCode(), 'Assinar o acordo')
  await page.getByRole('heading', { name: 'Pagamento à vista' }).waitFor()

  await page.getByRole('link', { name: 'Dívidas', exact: true }).click()
  await page.getByRole('heading', { name: 'Em acordo' }).waitFor()
  await openOptions(page, 'Vivaz Telecom')
  await page.getByRole('checkbox', { name: /Conta de março/ }).uncheck()
  await inspect()
  await page.getByRole('button', { name: 'Continuar' }).click()
  await chooseOption(page, /^2 vezes/)
  await goOnToCheck(page)
  expect(await page.getByRole('main').innerText()).not.toMatch(/Aurora|de março/)
  await acceptTerm(page)
  await typeCode(page, await mailedCode(), 'Assinar o acordo')
  await page.getByRole('heading', { name: 'Primeira parcela' }).waitFor()

  await page.getByRole('link', { name: 'Acordos', exact: true }).click()
  await page.getByRole('article', { name: 'Vivaz Telecom' }).waitFor()
  await page.getByRole('article', { name: 'Lojas Aurora' }).waitFor()
  await inspect()
  expect((await agreementsOf(shop)).map(({ count, creditor }) => [creditor.tradeName, count])).toEqual([['Lojas Aurora', 1]])
  expect((await agreementsOf(telecom)).map(({ count, creditor }) => [creditor.tradeName, count])).toEqual([['Vivaz Telecom', 2]])
})

async function agreementsOf({ bearer }: TestCreditor): Promise<Agreement[]> {
  return (await house.http.get('/v1/agreements').set('authorization', bearer).expect(200)).body.data as Agreement[]
}
