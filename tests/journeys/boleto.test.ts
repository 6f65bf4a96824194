import { readFile } from 'node:fs/promises'
import { readLine } from '@repactua/api/core/boleto/barcode.ts'
import { afterAll, expect, test } from 'vitest'
import { signIn } from '../../scripts/screenshots/steps.ts'
import { formAgreement } from '../builders/agreement.ts'
import { setBoletoAccount } from '../builders/boleto.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput } from '../builders/person.ts'
import { grant, publishPolicy, rule } from '../builders/policy.ts'
import { launchBrowser } from '../support/browser.ts'
import { startInstallation } from '../support/installation.ts'
import { textOfPdf } from '../support/pdf-text.ts'
import { visit } from './visit.ts'

const house = await startInstallation()
const browser = await launchBrowser()
afterAll(() => browser.close())

test('a person asks for a boleto instead of Pix, has its line and downloads its page', async () => {
  const creditor = await makeCreditor(house)
  await publishPolicy(house, creditor, { rules: [rule({ grant: grant({ paymentMethods: ['pix', 'boleto'] }) })] })
  await setBoletoAccount(house, creditor)
  const person = personInput({ name: 'Marina Exemplo' })
  const debt = await makeDebt(house, creditor, { debtor: person })
  const readCode = () => house.mailedCode(person.email!)
  const { page, inspect } = await visit(browser, house)
  await signIn(page, '/', person.cpf, readCode)
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const agreement = await formAgreement(house, { cookie, debt })
  const challenge = await house.http.post(`/v1/me/agreements/${agreement.id}/signature-challenges`).set('cookie', cookie).expect(202)
  const signature = { challengeId: challenge.body.challengeId, code: await readCode(), termSha256: agreement.term.sha256, accepted: true }
  await house.http.post(`/v1/me/agreements/${agreement.id}/signature`).set('cookie', cookie).send(signature).expect(200)

  await page.goto(`/acordos/${agreement.id}`)
  await page.getByText('Prefiro pagar por boleto').click()
  await page.getByRole('button', { name: 'Gerar boleto' }).click()
  const line = await page.getByRole('group', { name: 'Linha digitável do boleto' }).textContent()
  expect(readLine(line!)).not.toBeNull()
  await page.getByText('O banco leva até um dia útil').waitFor()
  await inspect()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Baixar o boleto (PDF)' }).click()])
  expect((await textOfPdf(await readFile(await download.path()))).replace(/\s+/g, ' ')).toContain(line)
})
