import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { parseBrCode } from '@repactua/api/core/pix/br-code.ts'
import { afterAll, afterEach, expect, test } from 'vitest'
import { signIn, typeCode } from '../../scripts/screenshots/steps.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput } from '../builders/person.ts'
import { band, grant, publishPolicy, rule } from '../builders/policy.ts'
import { SOME_DAY } from '../support/app.ts'
import { launchBrowser } from '../support/browser.ts'
import { startInstallation } from '../support/installation.ts'
import { signByMail } from './sign-by-mail.ts'
import { visit } from './visit.ts'

const house = await startInstallation()
const browser = await launchBrowser()
afterAll(() => browser.close())
afterEach(() => house.clock.moveTo(SOME_DAY))

const creditor = await makeCreditor(house)
await publishPolicy(house, creditor, {
  rules: [rule({ grant: grant({ installments: [band(2, 12, { monthlyRateBps: 100 })], repairs: { moveDueDate: { times: 1, mostDays: 15 }, skip: { times: 1 }, reage: { times: 1 } } }) })],
})

/** Somebody with a signed plan of three installments, on their own phone at the page of it, on the day that is given. */
async function atAgreement({ begun = false, now = SOME_DAY } = {}) {
  const person = personInput({ name: 'Marina Exemplo' })
  const debt = await makeDebt(house, creditor, { debtor: person })
  const readCode = () => house.mailedCode(person.email!)
  const agreement = await signByMail(house, person.cpf, debt, readCode)
  if (begun) await pay(agreement, agreement.installments[0]!.amountCents)
  house.clock.moveTo(now)
  const { page, inspect } = await visit(browser, house)
  await signIn(page, '/', person.cpf, readCode)
  await page.goto(`/acordos/${agreement.id}`)
  return { page, inspect, agreement, readCode }
}

async function pay({ id }: Agreement, amountCents: number): Promise<void> {
  const body = { agreementId: id, amountCents, paidAt: SOME_DAY, method: 'pix', externalReference: `E2E-${id}-${amountCents}` }
  await house.http.post('/v1/payments').set('authorization', creditor.bearer).send(body).expect(201)
}

test('a person moves a date, sees what it costs before the code, and finds it in the history', async () => {
  const { page, inspect, readCode } = await atAgreement()
  await page.getByRole('heading', { name: 'Precisa de um ajuste?' }).waitFor()
  await inspect()
  await page.getByRole('link', { name: 'Ver os ajustes' }).click()
  await page.getByRole('heading', { name: 'Do que você precisa?' }).waitFor()
  await page.getByText('O que não dá agora, e por quê').click()
  await page.getByText('Este ajuste fica disponível depois do primeiro pagamento.').first().waitFor()
  await inspect()
  await page.getByRole('link', { name: 'Mudar a data de uma parcela' }).click()

  await page.getByRole('heading', { name: 'Qual parcela muda de data?' }).waitFor()
  await page.getByRole('button', { name: 'Continuar' }).click()
  await page.getByRole('alert').getByText('Escolha uma resposta para continuar.').waitFor()
  await inspect()
  await page.getByRole('radio', { name: /^11 de janeiro/ }).check()
  await page.getByRole('button', { name: 'Continuar' }).click()
  await page.getByRole('heading', { name: 'Que dia fica melhor?' }).waitFor()
  await page.getByLabel('Nova data').fill('2027-02-20')
  await page.getByRole('button', { name: 'Continuar' }).click()
  await page.getByRole('alert').getByText('Escolha um dia de 12 de janeiro a 26 de janeiro de 2027.').first().waitFor()
  await inspect()
  await page.getByLabel('Nova data').fill('2027-01-20')
  await page.getByRole('button', { name: 'Continuar' }).click()

  await page.getByRole('heading', { name: 'Veja como fica' }).waitFor()
  await page.getByText('Por que esse valor?').click()
  await page.getByText(/× 1% ÷ 30 × 9 dias/).first().waitFor()
  await page.getByText(/Parcela 2, vencia em 11 de janeiro/).waitFor()
  await inspect()
  await page.goBack()
  await page.getByRole('heading', { name: 'Que dia fica melhor?' }).waitFor()
  await page.getByLabel('Nova data').fill('2027-01-20')
  await page.getByRole('button', { name: 'Continuar' }).click()
  await page.getByRole('button', { name: 'Confirmar com código' }).click()
  await page.getByRole('heading', { name: 'Digite o código para confirmar' }).waitFor()
  await inspect()
  await typeCode(page, await readCode(), 'Confirmar o ajuste')

  await page.getByRole('heading', { name: 'Pronto, seu acordo mudou' }).waitFor()
  await page.getByText('20 de janeiro').first().waitFor()
  await page.getByText(/^Mudança de vencimento, em/).click()
  await page.getByText('Este ajuste vale.').waitFor()
  await inspect()
})

test('a person pays everything today, for less, and leaves with the letter', async () => {
  const { page, inspect, agreement, readCode } = await atAgreement()
  await page.getByRole('link', { name: 'Pagar tudo hoje' }).click()
  await page.getByRole('heading', { name: 'Veja como fica' }).waitFor()
  await page.getByText('Você deixa de pagar', { exact: true }).waitFor()
  await page.getByText('Depois desse pagamento não falta nada.').waitFor()
  await inspect()
  await page.getByRole('button', { name: 'Confirmar com código' }).click()
  await typeCode(page, await readCode(), 'Confirmar o ajuste')
  await page.getByRole('heading', { name: 'Falta só o pagamento' }).waitFor()
  await page.getByRole('heading', { name: 'Pagar tudo' }).waitFor()
  const code = await page.getByRole('group', { name: 'Código Pix copia e cola' }).innerText()
  await inspect()

  const amountCents = Number(parseBrCode(code)!.amountCents)
  expect(amountCents).toBeLessThan(agreement.totalCents)
  await pay(agreement, amountCents)
  await page.reload()
  await page.getByRole('heading', { name: 'Marina, você terminou de pagar' }).waitFor()
  await page.getByRole('link', { name: 'Baixar a carta de quitação' }).waitFor()
  await inspect()
})

test('a person pays the last installment ahead, and may still pay the next one alone', async () => {
  const { page, inspect, readCode } = await atAgreement()
  await page.getByRole('link', { name: 'Adiantar parcelas' }).click()
  await page.getByRole('radio', { name: /As últimas/ }).check()
  await page.getByRole('button', { name: 'Continuar' }).click()
  await page.getByRole('heading', { name: 'Quanto você quer adiantar?' }).waitFor()
  await inspect()
  await page.getByRole('button', { name: 'Continuar' }).click()
  await page.getByRole('button', { name: 'Confirmar com código' }).click()
  await typeCode(page, await readCode(), 'Confirmar o ajuste')
  await page.getByRole('heading', { name: 'Adiantar parcelas' }).waitFor()
  await page.getByText('Prefiro pagar só a próxima parcela').click()
  await page.getByRole('heading', { name: 'Primeira parcela' }).waitFor()
  await inspect()
})

test('a person who is late puts the plan in order, and sees where the late amount goes', async () => {
  const { page, inspect, readCode } = await atAgreement({ begun: true, now: '2027-01-21T15:00:00Z' })
  await page.getByText('Venceu em 11 de janeiro de 2027, há 10 dias. Ainda dá para pagar.').waitFor()
  await inspect()
  await page.getByRole('link', { name: 'Pôr o acordo em dia' }).click()
  await page.getByRole('heading', { name: 'Para onde vai o que está atrasado?' }).waitFor()
  await page.getByRole('radio', { name: /Para o fim/ }).check()
  await inspect()
  await page.getByRole('button', { name: 'Continuar' }).click()
  await page.getByText('Por que esse valor?').click()
  await page.getByText('Multa por atraso, parcela 2').first().waitFor()
  await page.getByText(/Parcela 2, vencia em 11 de janeiro/).waitFor()
  await inspect()
  await page.getByRole('button', { name: 'Confirmar com código' }).click()
  await typeCode(page, await readCode(), 'Confirmar o ajuste')
  await page.getByRole('heading', { name: 'Pronto, seu acordo mudou' }).waitFor()
  expect(await page.getByText(/venceu há/).count()).toBe(0)
})
