import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { Debt } from '@repactua/shared/contract/debts.ts'
import { afterAll, expect, test } from 'vitest'
import { makeCreditor, type TestCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput } from '../builders/person.ts'
import { publishPolicy } from '../builders/policy.ts'
import { acceptTerm, chooseOption, debtCard, goOnToCheck, openOptions, signIn, typeCode, typeCpf } from '../../scripts/screenshots/steps.ts'
import { SOME_DAY } from '../support/app.ts'
import { launchBrowser } from '../support/browser.ts'
import { startInstallation } from '../support/installation.ts'
import { textOfPdf } from '../support/pdf-text.ts'
import { qrCodeIn } from './qr-code.ts'
import { DESKTOP, visit } from './visit.ts'

const house = await startInstallation()
const browser = await launchBrowser()
afterAll(() => browser.close())

const shop = await makeCreditor(house)
const telecom = await makeCreditor(house, { legalName: 'Vivaz Exemplo Ltda.', tradeName: 'Vivaz Telecom', email: 'contas@vivaz.exemplo.test', brand: { name: 'Vivaz Telecom', color: '#ad4a00' }, regime: 'non_financial' })
for (const creditor of [shop, telecom]) await publishPolicy(house, creditor)

test('a person sees a debt, chooses a plan, signs, pays by Pix, and leaves with the discharge letter', async () => {
  const person = personInput({ name: 'Marina Exemplo' })
  const card = await makeDebt(house, shop, { debtor: person })
  const { page, inspect } = await visit(browser, house)
  await page.goto('/')
  await inspect()
  await typeCpf(page, person.cpf)
  await inspect()
  await typeCode(page, await house.mailedCode(person.email!), 'Entrar')

  await page.getByRole('heading', { name: 'Olá, Marina' }).waitFor()
  await debtCard(page, 'Lojas Aurora').getByText('Por que esse valor?').click()
  for (const amount of ['R$ 980,00', 'R$ 19,60', 'R$ 83,63', 'R$ 1.083,23']) await page.getByText(amount).first().waitFor()
  await page.getByText('× 1% ÷ 30 × 256 dias').first().waitFor()
  await inspect()

  await openOptions(page, 'Lojas Aurora')
  await page.getByRole('heading', { name: 'Como você quer pagar?' }).waitFor()
  expect(await page.getByRole('radio', { checked: true }).count(), 'only the due day is set beforehand').toBe(1)
  await page.getByRole('radio', { name: 'Dia 20' }).check()
  await page.getByLabel('Valor por mês').fill('300')
  await page.getByRole('button', { name: 'Ver o que cabe' }).click()
  await page.getByText(/opções cabem em/).waitFor()
  await inspect()
  await page.getByRole('button', { name: 'Ver todas na lista' }).click()
  await chooseOption(page, /^4 vezes/)
  await inspect()

  await goOnToCheck(page)
  for (const answer of ['4 de R$ 220,50', 'Todo dia 20', 'R$ 201,23', '0,00% ao ano']) await page.getByText(answer).first().waitFor()
  await inspect()
  await acceptTerm(page)
  await inspect()
  await typeCode(page, await house.mailedCode(person.email!), 'Assinar o acordo')

  await page.getByRole('heading', { name: 'Acordo assinado' }).waitFor()
  const text = await pixCodeOn(page)
  expect(qrCodeIn(await page.getByRole('img', { name: /QR code/ }).screenshot())).toBe(text)
  expect(text).toContain('5406220.50')
  await inspect()

  const agreement = await agreementOver(card, shop)
  await pay(agreement, 1)
  await page.reload()
  await page.getByText('1 parcela paga de 4').waitFor()
  await page.getByRole('heading', { name: 'Parcela 2 de 4' }).waitFor()
  expect(await pixCodeOn(page)).not.toBe(text)
  for (const number of [2, 3, 4]) await pay(agreement, number)
  await page.reload()
  await page.getByRole('heading', { name: 'Marina, você terminou de pagar' }).waitFor()
  await inspect()

  expect(await download(page, 'Baixar a carta de quitação')).toContain(agreement.verificationCode)
  expect(await download(page, 'Baixar o termo (PDF)')).toContain(agreement.term.sha256)
  await page.getByRole('button', { name: 'Sair' }).click()
  await page.getByRole('heading', { name: 'Você saiu' }).waitFor()

  await page.getByRole('link', { name: 'Recebi um acordo e quero conferir' }).click()
  await page.getByLabel('Código de verificação').fill(agreement.verificationCode!.toLowerCase().replaceAll('-', ''))
  await inspect()
  await page.getByRole('button', { name: 'Conferir' }).click()
  await page.getByRole('heading', { name: 'Este acordo é verdadeiro' }).waitFor()
  await page.getByText('Quitado em 21 de novembro de 2026').waitFor()
  expect(await page.getByRole('main').innerText()).not.toMatch(/Marina|\d{3}\.\d{3}\.\d{3}-\d{2}/)
  await inspect()
})

test('a person settles with one creditor at once and with another in installments, each apart from the other', async () => {
  const person = personInput({ name: 'Marina Exemplo' })
  const card = await makeDebt(house, shop, { debtor: person })
  await makeDebt(house, telecom, { debtor: person, product: 'telecom', description: 'Conta de março', principalCents: 28_990 })
  const april = await makeDebt(house, telecom, { debtor: person, product: 'telecom', description: 'Conta de abril', principalCents: 30_000, dueOn: '2026-04-10' })
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
  expect(await agreementOver(card, shop)).toMatchObject({ kind: 'cash', debts: [{ balanceCents: 108_323 }] })
  expect(await agreementOver(april, telecom)).toMatchObject({ count: 2, debts: [{ description: 'Conta de abril' }] })
})

// What stands on the page is what the button copies.
async function pixCodeOn(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Copiar código Pix' }).click()
  await page.getByText('Código copiado').waitFor()
  const copied = await page.evaluate<string>('navigator.clipboard.readText()')
  expect(await page.getByRole('group', { name: 'Código Pix copia e cola' }).innerText()).toBe(copied)
  return copied
}

/** The text of a paper, without the spaces where its lines break. */
async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()])
  return (await textOfPdf(await readFile(await file.path()))).replaceAll(' ', '')
}

async function pay({ id, installments }: Agreement, number: number): Promise<void> {
  const { amountCents } = installments.find((one) => one.number === number)!
  const body = { agreementId: id, installmentNumber: number, amountCents, paidAt: SOME_DAY, method: 'pix', externalReference: `E2E-${id}-${number}` }
  await house.http.post('/v1/payments').set('authorization', shop.bearer).send(body).expect(201)
}

/** The agreement that settles a debt, as its creditor's own system reads it. */
async function agreementOver({ id }: Debt, { bearer }: TestCreditor): Promise<Agreement> {
  const { body } = await house.http.get('/v1/agreements').set('authorization', bearer).expect(200)
  return (body.data as Agreement[]).find(({ debts }) => debts.some((debt) => debt.id === id))!
}
