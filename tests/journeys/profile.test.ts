import { afterAll, expect, test } from 'vitest'
import type { CreditorProfileReview } from '@repactua/shared/contract/profile-reviews.ts'
import { signIn } from '../../scripts/screenshots/steps.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput } from '../builders/person.ts'
import { launchBrowser } from '../support/browser.ts'
import { startInstallation } from '../support/installation.ts'
import { DESKTOP, PHONE, visit } from './visit.ts'

const house = await startInstallation()
const browser = await launchBrowser()
afterAll(() => browser.close())

test.each([PHONE, DESKTOP])('a person reads how a creditor sees them, adds it up, and has somebody look at it (%j)', async (viewport) => {
  const creditor = await makeCreditor(house)
  const debtor = personInput({ name: 'Marina Exemplo' })
  await makeDebt(house, creditor, { debtor })
  const { page, inspect } = await visit(browser, house, viewport)
  await signIn(page, '/', debtor.cpf, () => house.mailedCode(debtor.email!))
  await page.getByRole('link', { name: 'Como cada empresa vê meu histórico' }).click()
  await page.getByRole('heading', { name: 'Como cada empresa vê meu histórico', level: 1 }).waitFor()
  await page.getByText('De onde isso vem').click()
  expect((await page.locator('.points dd').allInnerTexts()).map(figure)).toEqual([40, 0, 15, 0, 0, 0, 0, 0, 55])
  await page.getByText('Para que serve', { exact: true }).click()
  await page.getByText('Para decidir quanto esperar').waitFor()
  await inspect()
  await page.emulateMedia({ colorScheme: 'dark' })
  await inspect()
  await page.getByRole('button', { name: /^Pedir que uma pessoa reveja/ }).click()
  await page.getByLabel(/^O que a empresa deve saber/).fill('O atraso foi por um erro do banco.')
  await inspect()
  await page.getByRole('button', { name: 'Enviar pedido' }).click()
  await page.getByText('A resposta vem até 6 de dezembro de 2026.').waitFor()
  expect(await page.getByRole('button', { name: /^Pedir que uma pessoa reveja/ }).count()).toBe(0)
  await inspect()
  const { data } = (await house.http.get('/v1/profile-reviews').set('authorization', creditor.bearer).expect(200)).body as { data: CreditorProfileReview[] }
  await house.http.post(`/v1/profile-reviews/${data[0]!.id}/decision`).set('authorization', creditor.bearer).send({ outcome: 'kept', answer: 'O banco não confirmou o erro.' }).expect(200)
  await page.reload()
  await page.getByText('O banco não confirmou o erro.').waitFor()
  await inspect()
})

// "+15", and a typographic minus.
function figure(text: string): number {
  return Number(text.replace('−', '-'))
}
