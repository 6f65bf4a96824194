import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import type { MyProposal, Proposal } from '@repactua/shared/contract/proposals.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput } from '../builders/person.ts'
import { grant, publishPolicy, rule } from '../builders/policy.ts'
import { FLOORS } from '../builders/proposal.ts'
import { acceptTerm, openOptions, signIn, typeCode } from '../../scripts/screenshots/steps.ts'
import { launchBrowser } from '../support/browser.ts'
import { startInstallation } from '../support/installation.ts'
import { DESKTOP, PHONE, visit } from './visit.ts'

const house = await startInstallation()
const browser = await launchBrowser()
afterAll(() => browser.close())

const shop = await makeCreditor(house)
await publishPolicy(house, shop, { rules: [rule({ grant: grant({ counterOffers: FLOORS }) })] })

/** Somebody who owes the shop, at their options, and how they read their mail. */
async function atTheirOptions(viewport = PHONE) {
  const person = personInput({ name: 'Marina Exemplo' })
  await makeDebt(house, shop, { debtor: person })
  const { page, inspect } = await visit(browser, house, viewport)
  const readCode = () => house.mailedCode(person.email!)
  await signIn(page, '/', person.cpf, readCode)
  await openOptions(page, 'Lojas Aurora')
  return { page, inspect, readCode }
}

test('a person offers too little, sees the nearest plan, offers again what fits, and signs it', async () => {
  const { page, inspect, readCode } = await atTheirOptions()
  await page.getByRole('link', { name: 'Fazer minha proposta' }).click()
  await page.getByRole('heading', { name: 'Quanto você consegue pagar por mês?' }).waitFor()
  await inspect()
  await page.getByRole('button', { name: 'Continuar' }).click()
  await page.getByRole('alert').getByText('Digite um valor em reais').waitFor()
  await inspect()
  await answer(page, 'Quanto por mês', '28')
  await page.getByRole('heading', { name: 'Você consegue dar uma entrada?' }).waitFor()
  await inspect()
  await page.getByRole('button', { name: 'Sem entrada' }).click()
  await page.getByRole('radio', { name: 'Dia 20' }).check()
  await inspect()
  await page.getByRole('button', { name: 'Continuar' }).click()
  await page.getByRole('heading', { name: 'Confira sua proposta' }).waitFor()
  for (const said of ['R$ 1.083,23', 'R$ 28,00', 'Sem entrada', 'Dia 20']) await page.getByText(said).first().waitFor()
  await page.getByLabel(/Quer contar o motivo/).fill('Recebo no dia 15.')
  await inspect()
  await page.getByRole('button', { name: 'Enviar proposta' }).dblclick()

  await page.getByRole('heading', { name: 'A empresa aceita este plano' }).waitFor()
  for (const said of ['R$ 28,00 por mês', '29 de R$ 30,00 e 1 de R$ 12,00']) await page.getByText(said).first().waitFor()
  await inspect()
  await page.getByRole('link', { name: 'Minhas propostas' }).click()
  await page.getByText('Com outro plano').waitFor()
  expect(await page.getByRole('article').count(), 'a double press is one offer').toBe(1)
  await inspect()

  await page.getByRole('link', { name: 'Minhas dívidas' }).click()
  await openOptions(page, 'Lojas Aurora')
  await page.getByRole('link', { name: 'Fazer minha proposta' }).click()
  await answer(page, 'Quanto por mês', '50')
  await answer(page, 'Valor da entrada', '200')
  await page.getByRole('button', { name: 'Continuar' }).click()
  await page.getByRole('button', { name: 'Enviar proposta' }).click()
  await page.getByRole('heading', { name: 'Sua proposta foi aceita' }).waitFor()
  await page.reload()
  await page.getByText('Entrada de R$ 200,00, 13 de R$ 50,00 e 1 de R$ 32,00').first().waitFor()
  await sign(page, readCode, inspect)
  expect(await page.getByRole('main').innerText()).toMatch(/1 de R\$\s200,00, 13 de R\$\s50,00 e 1 de R\$\s32,00/)
})

test('what a person of the creditor approves is read in the portal, and signed', async () => {
  const { page, inspect, readCode } = await atTheirOptions(DESKTOP)
  await page.getByLabel('Valor por mês').fill('15')
  await page.getByRole('button', { name: 'Ver o que cabe' }).click()
  await page.getByText('Nenhuma opção cabe em').waitFor()
  await inspect()
  await page.getByRole('link', { name: 'Propor R$ 15,00 por mês' }).click()
  expect(await page.getByLabel('Quanto por mês', { exact: true }).inputValue()).toBe('15,00')
  await page.getByRole('button', { name: 'Continuar' }).click()
  await page.getByRole('button', { name: 'Sem entrada' }).click()
  await page.getByRole('button', { name: 'Continuar' }).click()
  await page.getByRole('button', { name: 'Enviar proposta' }).click()
  await page.getByRole('heading', { name: 'Sua proposta está em análise' }).waitFor()
  await page.getByText('24 de novembro de 2026').waitFor()
  await inspect()
  await page.getByRole('link', { name: 'Voltar para as minhas dívidas' }).click()
  await page.getByText('Lojas Aurora está lendo sua proposta. A resposta vem até 24 de novembro de 2026.').waitFor()
  await inspect()
  await openOptions(page, 'Lojas Aurora')
  await page.getByRole('link', { name: 'proponha outro valor' }).click()
  await answer(page, 'Quanto por mês', '16')
  await page.getByRole('button', { name: 'Sem entrada' }).click()
  await page.getByRole('button', { name: 'Continuar' }).click()
  await page.getByText('Você tem uma proposta em análise, de R$ 15,00 por mês. Se enviar esta, só a nova fica valendo.').waitFor()
  await inspect()
  await page.getByRole('link', { name: 'Voltar', exact: true }).click()
  await page.getByRole('heading', { name: 'Que dia é melhor para você?' }).waitFor()
  await page.getByRole('link', { name: 'Dívidas', exact: true }).click()

  const { body } = await house.http.get('/v1/proposals?decision=in_review').set('authorization', shop.bearer).expect(200)
  const [waiting] = (body as { data: Proposal[] }).data
  await house.http.post(`/v1/proposals/${waiting!.id}/decision`).set('authorization', shop.bearer).send({ decision: 'approved', note: 'Combinado. Bom recomeço.' }).expect(200)

  await page.reload()
  await page.getByText('Lojas Aurora respondeu sua proposta.').waitFor()
  await page.getByRole('link', { name: 'Minhas propostas' }).click()
  await page.getByRole('link', { name: /Ver a resposta/ }).click()
  await page.getByRole('heading', { name: 'Sua proposta foi aceita' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: 'Sua proposta foi aceita' }).waitFor()
  await page.getByText('Combinado. Bom recomeço.').waitFor()
  await inspect()
  await sign(page, readCode, inspect)
})

test('one payment only, refused with what would work', async () => {
  const { page, inspect } = await atTheirOptions()
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.getByRole('link', { name: 'Fazer minha proposta' }).click()
  await page.getByRole('button', { name: 'Prefiro pagar de uma vez só' }).click()
  await page.getByRole('heading', { name: 'Quanto você consegue pagar de uma vez?' }).waitFor()
  await answer(page, 'Valor único', '100')
  await page.getByRole('button', { name: 'Continuar' }).click()
  await inspect()
  const sent = page.waitForResponse((response) => response.url().endsWith('/v1/me/proposals') && response.request().method() === 'POST')
  await page.getByRole('button', { name: 'Enviar proposta' }).click()
  expect(((await (await sent).json()) as MyProposal).decision).toBe('refused')
  await page.getByRole('heading', { name: 'Desta vez não deu' }).waitFor()
  await page.getByText('R$ 588,00 de uma vez').waitFor()
  await inspect()
  await page.getByRole('link', { name: 'Fazer outra proposta' }).click()
  await page.getByRole('heading', { name: 'Quanto você consegue pagar por mês?' }).waitFor()
})

async function answer(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(text)
  await page.getByRole('button', { name: 'Continuar' }).click()
}

async function sign(page: Page, readCode: () => Promise<string>, inspect: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: 'Conferir e assinar' }).click()
  await page.getByRole('heading', { name: 'Confira antes de assinar' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: 'Confira antes de assinar' }).waitFor()
  await inspect()
  await acceptTerm(page)
  await typeCode(page, await readCode(), 'Assinar o acordo')
  await page.getByRole('heading', { name: 'Acordo assinado' }).waitFor()
  await inspect()
}
