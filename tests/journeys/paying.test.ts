import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { afterAll, expect, test } from 'vitest'
import { makeCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput } from '../builders/person.ts'
import { publishPolicy } from '../builders/policy.ts'
import { acceptTerm, chooseOption, goOnToCheck, openOptions, signIn, typeCode } from '../../scripts/screenshots/steps.ts'
import { SOME_DAY } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { launchBrowser } from '../support/browser.ts'
import { startInstallation } from '../support/installation.ts'
import { textOfPdf } from '../support/pdf-text.ts'
import { visit } from './visit.ts'

const house = await startInstallation()
const browser = await launchBrowser()
afterAll(() => browser.close())

const shop = await makeCreditor(house)
await publishPolicy(house, shop)

test('who pays sees the page change by itself, to the last installment and the letter that proves it', async () => {
  const person = personInput({ name: 'Marina Exemplo' })
  await makeDebt(house, shop, { debtor: person })
  const { page, inspect } = await visit(browser, house)
  const mailedCode = () => house.mailedCode(person.email!)
  await signIn(page, '/', person.cpf, mailedCode)
  await openOptions(page, 'Lojas Aurora')
  await page.getByRole('button', { name: /Ver todas as/ }).click()
  await chooseOption(page, /^3 vezes/)
  await goOnToCheck(page)
  await acceptTerm(page)
  await typeCode(page, await mailedCode(), 'Assinar o acordo')
  await page.getByRole('button', { name: 'Copiar código Pix' }).click()

  const agreement = await onlyAgreement()
  const listAt = await placeOf(page, 'Suas parcelas')
  await pay(agreement, 1)
  await page.getByRole('heading', { name: 'Pagamento recebido' }).waitFor()
  await page.getByRole('status').getByText('Pagamento recebido. 1 parcela paga.').waitFor({ state: 'attached' })
  expect(await placeOf(page, 'Suas parcelas'), 'nothing below moves').toBe(listAt)
  expect(await page.evaluate('document.activeElement.textContent'), 'who stood on the code goes on from here').toBe('Pagamento recebido')
  expect(await page.getByRole('button', { name: 'Copiar código Pix' }).count()).toBe(0)
  await inspect()

  await page.getByRole('button', { name: 'Ver a próxima parcela' }).click()
  await page.getByRole('heading', { name: 'Parcela 2 de 3' }).waitFor()
  await page.getByRole('button', { name: 'Copiar código Pix' }).waitFor()
  for (const number of [2, 3]) await pay(agreement, number)
  await page.getByRole('heading', { name: 'Marina, você terminou de pagar' }).waitFor()
  await inspect()

  expect(await download(page, 'Baixar a carta de quitação')).toContain(agreement.verificationCode)
  await page.goto(`/verificar/${agreement.verificationCode}`)
  await page.getByRole('heading', { name: 'Este acordo é verdadeiro' }).waitFor()
  await page.getByText('Quitado em 21 de novembro de 2026').waitFor()
  await expectBooksInOrder(house)
})

async function placeOf(page: Page, heading: string): Promise<number> {
  return (await page.getByRole('heading', { name: heading }).boundingBox())!.y
}

async function onlyAgreement(): Promise<Agreement> {
  const { body } = await house.http.get('/v1/agreements').set('authorization', shop.bearer).expect(200)
  return body.data[0] as Agreement
}

async function pay({ id, installments }: Agreement, number: number): Promise<void> {
  const { amountCents } = installments.find((one) => one.number === number)!
  const body = { agreementId: id, installmentNumber: number, amountCents, paidAt: SOME_DAY, method: 'pix', externalReference: `E2E-${id}-${number}` }
  await house.http.post('/v1/payments').set('authorization', shop.bearer).send(body).expect(201)
}

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()])
  return (await textOfPdf(await readFile(await file.path()))).replaceAll(' ', '')
}
