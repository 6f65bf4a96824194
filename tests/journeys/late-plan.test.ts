import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { watchAllArrears } from '@repactua/api/modules/agreements/index.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { afterAll, afterEach, expect, test } from 'vitest'
import { signIn } from '../../scripts/screenshots/steps.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput } from '../builders/person.ts'
import { grant, publishPolicy, rule } from '../builders/policy.ts'
import { SOME_DAY } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { launchBrowser } from '../support/browser.ts'
import { startCardProvider } from '../support/card-provider.ts'
import { startInstallation } from '../support/installation.ts'
import { signByMail } from './sign-by-mail.ts'
import { visit } from './visit.ts'

const house = await startInstallation()
const browser = await launchBrowser()
afterAll(() => browser.close())
afterEach(() => house.clock.moveTo(SOME_DAY))

const creditor = await makeCreditor(house)
await publishPolicy(house, creditor, { rules: [rule({ grant: grant({ breakRule: { toleranceDays: 10, missedInstallments: 1, noticeDays: 7 }, withdrawalDays: 7 }) })] })

const LATE_DAY = '2026-12-20T15:00:00.000Z'
const NOTICE_DAY = '2026-12-22T15:00:00.000Z'

/** Somebody with a signed plan of three installments of R$ 294,00, the first due on 10 December, at its page on a day. */
async function atPlan(now: string) {
  const person = personInput({ name: 'Marina Exemplo' })
  const debt = await makeDebt(house, creditor, { debtor: person })
  const readCode = () => house.mailedCode(person.email!)
  const agreement = await signByMail(house, person.cpf, debt, readCode)
  house.clock.moveTo(now)
  const { page, inspect } = await visit(browser, house)
  await signIn(page, '/', person.cpf, readCode)
  await watchAllArrears({ platform: house.platform, logger: createLogger('silent') })
  await page.goto(`/acordos/${agreement.id}`)
  return { page, inspect, agreement }
}

async function pay({ id }: Agreement, amountCents: number, paidAt: string): Promise<void> {
  const body = { agreementId: id, amountCents, paidAt, method: 'pix', externalReference: `E2E-${id}-${amountCents}` }
  await house.http.post('/v1/payments').set('authorization', creditor.bearer).send(body).expect(201)
}

test('a late installment says what it comes to today, and each part of it; paid, it is paid', async () => {
  const { page, inspect, agreement } = await atPlan(LATE_DAY)
  await page.getByText('Venceu em 10 de dezembro de 2026, há 10 dias. Ainda dá para pagar.').waitFor()
  await page.getByText('Este é o valor de hoje, 20 de dezembro.').waitFor()
  await page.getByText('Por que esse valor?').click()
  for (const part of ['R$ 300,86', 'R$ 294,00 × 2%', 'R$ 294,00 × 1% ÷ 30 × 10 dias']) await page.getByText(part).first().waitFor()
  await page.getByText('R$ 294,00 de parcela, R$ 5,88 de multa, R$ 0,98 de juros').waitFor()
  await inspect()
  await pay(agreement, 30_086, LATE_DAY)
  await page.getByRole('heading', { name: 'Pagamento recebido' }).waitFor()
  await page.getByText('1 parcela paga de 3').waitFor()
  await inspect()
})

test('before a plan ends the page says until when it can be put in order, and the notice goes with the payment', async () => {
  const { page, inspect, agreement } = await atPlan(NOTICE_DAY)
  await page.getByText('Você pode colocar em dia até 29 de dezembro de 2026').waitFor()
  await inspect()
  await pay(agreement, 29_400, NOTICE_DAY)
  await page.getByText('Há parcelas atrasadas neste acordo.').waitFor({ state: 'detached' })
  expect(await page.getByText('1 parcela paga de 3').count()).toBe(1)
  await expectBooksInOrder(house)
})

test('where a creditor takes cards, one press leads to its provider’s page', async () => {
  const provider = await startCardProvider(house.clock)
  const account = { provider: 'stripe', secretKey: provider.secretKey, webhookSecret: provider.webhookSecret, baseUrl: provider.url }
  await house.http.put('/v1/card-account').set('authorization', creditor.bearer).send(account).expect(200)
  const { page, inspect } = await atPlan(SOME_DAY)
  await page.route('https://checkout.exemplo.test/**', (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Cartão</h1>' }))
  await page.getByText('Prefiro pagar com cartão').click()
  await inspect()
  await page.getByRole('button', { name: 'Ir para a página do cartão' }).click()
  await page.waitForURL('https://checkout.exemplo.test/c/pay/*')
})
