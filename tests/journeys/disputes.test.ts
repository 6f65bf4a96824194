import { afterAll, expect, test } from 'vitest'
import type { CreditorDispute } from '@repactua/shared/contract/disputes.ts'
import { debtCard, signIn } from '../../scripts/screenshots/steps.ts'
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

const creditor = await makeCreditor(house)
await publishPolicy(house, creditor)

test.each([PHONE, DESKTOP])('who has paid already says so, collection stops, and the answer is read on the page (%j)', async (viewport) => {
  const debtor = personInput({ name: 'Marina Exemplo' })
  await makeDebt(house, creditor, { debtor })
  const { page, inspect } = await visit(browser, house, viewport)
  await signIn(page, '/', debtor.cpf, () => house.mailedCode(debtor.email!))
  await debtCard(page, 'Lojas Aurora').getByRole('link', { name: /^Não concordo com esta dívida/ }).click()
  await page.getByRole('button', { name: 'Enviar contestação' }).click()
  await page.getByRole('alert').getByText('Escolha por que você contesta.').waitFor()
  await page.getByRole('radio', { name: 'Eu já paguei' }).check()
  await page.getByLabel('O que aconteceu').fill('Paguei no balcão da loja.')
  await page.getByLabel(/^Número de comprovante/).fill('Recibo 4471')
  await inspect()
  await page.getByRole('button', { name: 'Enviar contestação' }).click()
  await page.getByRole('heading', { name: 'Recebemos sua contestação' }).waitFor()
  await inspect()
  await page.getByRole('link', { name: 'Voltar às minhas dívidas' }).click()
  await page.getByRole('heading', { name: 'Cobrança parada' }).waitFor()
  await inspect()
  const { data } = (await house.http.get('/v1/disputes').query({ status: 'open' }).set('authorization', creditor.bearer).expect(200)).body as { data: CreditorDispute[] }
  expect(data).toMatchObject([{ reason: 'already_paid', references: ['Recibo 4471'] }])
  await house.http.post(`/v1/disputes/${data[0]!.id}/decision`).set('authorization', creditor.bearer).send({ outcome: 'rejected', answer: 'O recibo 4471 é de outra compra.' }).expect(200)
  await page.getByRole('link', { name: 'Ver minha contestação' }).click()
  await page.getByText('O recibo 4471 é de outra compra.').waitFor()
  await inspect()
  await page.getByRole('link', { name: 'Minhas dívidas', exact: true }).first().click()
  await debtCard(page, 'Lojas Aurora').getByRole('link', { name: /^Ver opções/ }).waitFor()
})

test('a contestation can be taken back', async () => {
  const debtor = personInput({ name: 'Marina Exemplo' })
  const debt = await makeDebt(house, creditor, { debtor })
  const { page, inspect } = await visit(browser, house)
  await signIn(page, '/', debtor.cpf, () => house.mailedCode(debtor.email!))
  await page.goto(`/dividas/${debt.id}/contestar`)
  await page.getByRole('radio', { name: 'Não conheço esta dívida' }).check()
  await page.getByLabel('O que aconteceu').fill('Nunca comprei lá.')
  await page.getByRole('button', { name: 'Enviar contestação' }).click()
  await page.getByRole('link', { name: 'Ver minhas contestações' }).click()
  await page.getByRole('button', { name: /^Retirar a contestação/ }).click()
  await page.getByText('Você retirou').waitFor()
  await inspect()
})

test('a contestation needs no mouse', async () => {
  const debtor = personInput({ name: 'Marina Exemplo' })
  await makeDebt(house, creditor, { debtor })
  const { page } = await visit(browser, house)
  await signIn(page, '/', debtor.cpf, () => house.mailedCode(debtor.email!))
  await tabTo(page, 'Não concordo com esta dívida')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Contestar a dívida' }).waitFor()
  await tabTo(page, 'Enviar contestação')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('Escolha por que você contesta.').waitFor()
  await tabTo(page, 'reason-0')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await tabTo(page, 'statement')
  await page.keyboard.type('Paguei no balcão da loja.')
  await tabTo(page, 'Enviar contestação')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Recebemos sua contestação' }).waitFor()
  expect(await focused(page)).toContain('Recebemos sua contestação')
})
