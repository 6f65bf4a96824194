import type { Page } from 'playwright-core'
import { addMonths } from '@repactua/shared/time/local-date.ts'
import { clientAccess } from '../demo/client-access.ts'
import { situationEmail } from '../demo/portfolio.ts'
import { signAgreement } from '../demo/sign-agreement.ts'
import type { Camera } from './camera.ts'
import type { DemoHouse } from './demo-house.ts'
import { enter, person } from './enter.ts'

type House = Pick<DemoHouse, 'portal' | 'mail' | 'clientId' | 'clientSecret' | 'today'>

/** Rafael pays at the bank, the page changes by itself, and the bank takes the money back. */
export async function paidAndTakenBack(camera: Camera, house: House): Promise<void> {
  const { page, shoot } = camera
  await enter(camera, house, '15350946056')
  await page.getByRole('link', { name: /Ver acordo/ }).click()
  const bank = await openBank(page)
  await bank.getByRole('button', { name: /^Pagar R\$/ }).click()
  await page.getByRole('heading', { name: 'Pagamento recebido' }).waitFor()
  await shoot('24-received')
  await bank.getByRole('button', { name: 'Devolver (MED)' }).first().click()
  await page.getByText('desfeitos pelo banco').waitFor()
  await shoot('24-taken-back')
  await bank.close()
}

/** Rafael reads what Pix Automático does, and takes its code to the bank. */
export async function automaticPix(camera: Camera, house: House): Promise<void> {
  const { page, shoot } = camera
  await enter(camera, house, '15350946056')
  await page.getByRole('link', { name: /Ver acordo/ }).click()
  await page.getByRole('link', { name: 'Quero ligar' }).click()
  await page.getByRole('button', { name: 'Pedir o código' }).waitFor()
  await shoot('25-automatic')
  await page.getByRole('button', { name: 'Pedir o código' }).click()
  await page.getByRole('button', { name: 'Copiar código' }).waitFor()
  await shoot('25-automatic-code')
  await page.getByRole('button', { name: 'Desistir do Pix Automático' }).click()
  await page.getByRole('button', { name: 'Pedir o código' }).waitFor()
}

/** Luana says that she has paid already, and nobody collects until the answer. */
export async function contested(camera: Camera, house: House): Promise<void> {
  const { page, shoot } = camera
  await enter(camera, house, '71428793860')
  await page.getByRole('link', { name: /^Não concordo com/ }).click()
  await page.getByRole('button', { name: 'Enviar contestação' }).click()
  await shoot('26-contest-mistake')
  await page.getByRole('radio', { name: 'Eu já paguei' }).check()
  await page.getByLabel('O que aconteceu').fill('Paguei na loja, no caixa, e tenho o recibo.')
  await page.getByRole('button', { name: 'Enviar contestação' }).click()
  await page.getByRole('heading', { name: 'Recebemos sua contestação' }).waitFor()
  await shoot('26-contested')
  await page.getByRole('link', { name: 'Ver minhas contestações' }).click()
  await page.getByRole('button', { name: /^Retirar a contestação/ }).waitFor()
  await shoot('26-contests')
  await shoot('26-contests', { dark: true })
  await page.getByRole('link', { name: 'Minhas dívidas' }).click()
  await page.getByRole('heading', { name: 'Cobrança parada' }).waitFor()
  await shoot('26-debts-paused')
}

/** Sebastião pays a little too much for a debt that was protested: a letter for the registry, and what comes back. */
export async function settledAfterProtest(camera: Camera, house: House): Promise<void> {
  const cpf = '39053344705'
  const { id, totalCents, signedAt } = await signAgreement({ apiUrl: house.portal, mailUrl: house.mail, debtor: { cpf, email: situationEmail(person(cpf)) } })
  const { call } = clientAccess(house.portal, house)
  const { debts } = await call<{ debts: { externalId: string }[] }>('POST', '/v1/debt-lookups', { body: { cpf } })
  const protest = { registryOffice: '2º Tabelionato de Protesto de Exemplo', protestedOn: addMonths(house.today, -6), reference: 'Protocolo 123456, livro 789, folha 10' }
  for (const { externalId } of debts) await call('PUT', `/v1/debts/${externalId}/protest`, { body: protest })
  await call('POST', '/v1/payments', { body: { agreementId: id, amountCents: totalCents + 1_000, paidAt: signedAt, method: 'pix', externalReference: `TOUR-${id}` } })
  await enter(camera, house, cpf)
  await camera.page.goto(`${house.portal}/acordos/${id}`)
  await camera.page.getByRole('link', { name: 'Baixar a carta para cancelar o protesto' }).waitFor()
  await camera.page.getByText('Dinheiro seu fora das parcelas').waitFor()
  await camera.shoot('27-settled-after-protest')
}

async function openBank(page: Page): Promise<Page> {
  const [bank] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('link', { name: 'Pagar no banco da demonstração' }).click()])
  return bank
}
