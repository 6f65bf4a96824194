import { afterAll, expect, test } from 'vitest'
import { tendRestrictions } from '@repactua/api/modules/service-rules/index.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { debtCard, signIn } from '../../scripts/screenshots/steps.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { ESCALATION_SETTINGS, provenEscalation } from '../builders/escalation.ts'
import { personInput } from '../builders/person.ts'
import { publishPolicy } from '../builders/policy.ts'
import { launchBrowser } from '../support/browser.ts'
import { startInstallation } from '../support/installation.ts'
import { DESKTOP, PHONE, visit } from './visit.ts'

const house = await startInstallation()
const browser = await launchBrowser()
afterAll(() => browser.close())

const RULE = { name: 'clube', product: 'retail', afterDays: 30, noticeDays: 5, limits: 'Os descontos do clube ficam guardados.', comesBack: 'Voltam no mesmo dia, com um acordo assinado ou o pagamento.' }

test('a debt says what it has brought on, since when, and how it comes back', async () => {
  const creditor = await makeCreditor(house)
  await publishPolicy(house, creditor)
  const debtor = personInput({ name: 'Marina Exemplo' })
  const debt = await makeDebt(house, creditor, { debtor })
  const put = (path: string, body: object) => house.http.put(path).set('authorization', creditor.bearer).send(body).expect(200)
  await put('/v1/escalation-settings', ESCALATION_SETTINGS)
  await put('/v1/service-rules', { rules: [RULE] })
  await tendRestrictions({ platform: house.platform, logger: createLogger('silent') })
  await provenEscalation(house, { creditor, debt })
  for (const viewport of [PHONE, DESKTOP]) {
    const { page, inspect } = await visit(browser, house, viewport)
    await signIn(page, '/', debtor.cpf, () => house.mailedCode(debtor.email!))
    const card = debtCard(page, 'Lojas Aurora')
    await card.getByText('Cadastro de crédito, desde').waitFor()
    await card.getByText('O aviso por escrito foi entregue. Até 03/12/2026 nada é registrado').waitFor()
    await card.getByText('A partir de').waitFor()
    await card.getByText(RULE.limits).waitFor()
    await card.getByText(RULE.comesBack).waitFor()
    await inspect()
    await page.emulateMedia({ colorScheme: 'dark' })
    await inspect()
    expect(await card.innerText()).not.toMatch(/urgente|imediat|negativ/i)
    house.clock.advance(120_000)
  }
})
