import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { afterAll, expect, test } from 'vitest'
import { tendLeaves } from '@repactua/api/modules/automatic-pix/index.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { signedAgreement } from '../builders/agreement.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput, signInWithCode } from '../builders/person.ts'
import { pixCreditor } from '../builders/pix.ts'
import { publishPolicy } from '../builders/policy.ts'
import { acceptTerm, chooseOption, goOnToCheck, openOptions, signIn, typeCode } from '../../scripts/screenshots/steps.ts'
import { SOME_DAY } from '../support/app.ts'
import { openBankDoor } from '../support/bank-door.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { launchBrowser } from '../support/browser.ts'
import { startInstallation } from '../support/installation.ts'
import { localBank } from '../support/local-bank.ts'
import { createMovableClock } from '../support/movable-clock.ts'
import { rowsOf } from '../support/rows.ts'
import { textOfPdf } from '../support/pdf-text.ts'
import { tabTo } from './keyboard.ts'
import { visit } from './visit.ts'

const bank = await localBank({ clock: createMovableClock(new Date(SOME_DAY)) })
const house = await startInstallation({ DEMO_BANK_URL: bank.pageUrl })
await openBankDoor(house, bank)
const browser = await launchBrowser()
afterAll(() => browser.close())
const rows = rowsOf(house.db)

const shop = await pixCreditor(house, bank)
await publishPolicy(house, shop)

test('who pays at the bank sees the page change by itself, to the last installment and the letter that proves it', async () => {
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
  await page.getByRole('button', { name: 'Copiar código Pix' }).waitFor()
  await tabTo(page, 'Copiar código Pix')
  await page.keyboard.press('Enter')
  await page.getByText('Código copiado.').waitFor()

  const agreement = await onlyAgreement()
  const listAt = await placeOf(page, 'Suas parcelas')
  await payAtBank(page)
  await page.getByRole('heading', { name: 'Pagamento recebido' }).waitFor()
  await page.getByRole('status').getByText('Pagamento recebido. 1 parcela paga.').waitFor({ state: 'attached' })
  expect(await placeOf(page, 'Suas parcelas'), 'nothing below moves').toBe(listAt)
  expect(await page.evaluate('document.activeElement.textContent'), 'who stood on the code goes on from here').toBe('Pagamento recebido')
  expect(await page.getByRole('button', { name: 'Copiar código Pix' }).count()).toBe(0)
  await inspect()

  await page.getByRole('button', { name: 'Ver a próxima parcela' }).click()
  await page.getByRole('heading', { name: 'Parcela 2 de 3' }).waitFor()
  await page.getByRole('button', { name: 'Copiar código Pix' }).waitFor()
  await payAtBank(page)
  await page.getByRole('button', { name: 'Ver a próxima parcela' }).click()
  await page.getByRole('heading', { name: 'Parcela 3 de 3' }).waitFor()
  await payAtBank(page)
  await page.getByRole('heading', { name: 'Marina, você terminou de pagar' }).waitFor()
  await inspect()

  expect(await download(page, 'Baixar a carta de quitação')).toContain(agreement.verificationCode)
  await page.goto(`/verificar/${agreement.verificationCode}`)
  await page.getByRole('heading', { name: 'Este acordo é verdadeiro' }).waitFor()
  await page.getByText('Quitado em 21 de novembro de 2026').waitFor()
  await expectBooksInOrder(house)
})

/** How far below the top of the page. */
async function placeOf(page: Page, heading: string): Promise<number> {
  const { y } = (await page.getByRole('heading', { name: heading }).boundingBox())!
  return y + (await page.evaluate<number>('scrollY'))
}

async function onlyAgreement(): Promise<Agreement> {
  const { body } = await house.http.get('/v1/agreements').set('authorization', shop.bearer).expect(200)
  return body.data[0] as Agreement
}

/** From the code to the bank in play, where a press pays it; the page that waits is left alone. */
async function payAtBank(page: Page): Promise<void> {
  const [atBank] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('link', { name: 'Pagar no banco da demonstração' }).click()])
  await atBank.getByRole('button', { name: /^Pagar R\$/ }).click()
  await atBank.getByRole('heading', { name: 'Pagar um Pix' }).waitFor()
  await atBank.close()
}

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()])
  return (await textOfPdf(await readFile(await file.path()))).replaceAll(' ', '')
}

test('leave for Pix Automático is given at the bank, shows by itself, and is taken back with a press', async () => {
  const creditor = await pixCreditor(house, bank, { receiver: { account: '123456', agency: '0001', accountType: 'CORRENTE' } })
  await publishPolicy(house, creditor)
  const person = personInput({ name: 'Marina Exemplo' })
  const debt = await makeDebt(house, creditor, { debtor: person })
  const agreement = await signedAgreement(house, { creditor, debt, cpf: person.cpf, cookie: await signInWithCode(house, person.cpf) })
  const { page, inspect } = await visit(browser, house)
  await signIn(page, '/', person.cpf, () => house.mailedCode(person.email!))
  await page.goto(`/acordos/${agreement.id}`)
  await page.getByRole('region', { name: 'Pague sem precisar lembrar' }).getByRole('link', { name: 'Quero ligar' }).click()
  await inspect()
  await page.getByRole('button', { name: 'Pedir o código' }).click()
  await page.getByRole('img', { name: 'QR code para autorizar o Pix Automático' }).waitFor()
  await inspect()
  const [leave] = await rows<{ recurrence_id: string }>('select recurrence_id from automatic_pix where agreement_id = $1', [readId(agreement.id)])
  await bank.answerRecurrence({ idRec: leave!.recurrence_id, answer: 'authorise' })
  house.clock.moveTo(new Date(house.clock.now().getTime() + 60_000).toISOString())
  await tendLeaves({ platform: house.platform, logger: createLogger('silent') })
  await page.getByRole('heading', { name: 'Pix Automático ligado' }).waitFor()
  await inspect()
  await page.getByRole('button', { name: 'Desligar o Pix Automático' }).click()
  await page.getByRole('button', { name: 'Pedir o código' }).waitFor()
})
