import type { Browser } from 'playwright-core'
import type { MyDebts } from '@repactua/shared/contract/debts.ts'
import { openCamera, type Camera } from './camera.ts'
import type { DemoHouse } from './demo-house.ts'
import { enter } from './enter.ts'
import { openOptions } from './steps.ts'

/** What the demo looks like months after it was loaded, when nobody has paid. */
export async function takeLaterTour(browser: Browser, house: DemoHouse, folder: string): Promise<void> {
  await house.passNight()
  for (const stop of [latePlan, sixthOffer]) {
    const camera = await openCamera(browser, folder)
    await stop(camera, house)
    await camera.close()
  }
}

// Rafael's plan has two installments that are late, and a notice.
async function latePlan(camera: Camera, house: DemoHouse): Promise<void> {
  const { page, shoot } = camera
  await enter(camera, house, '15350946056')
  await page.getByRole('link', { name: /Ver acordo/ }).click()
  await page.getByText('Há parcelas atrasadas neste acordo.').waitFor()
  await page.getByText('Por que esse valor?').click()
  await shoot('22-late')
  await shoot('22-late', { dark: true })
  await page.getByRole('link', { name: 'Acordos', exact: true }).click()
  await page.getByRole('heading', { name: 'Meus acordos' }).waitFor()
  await shoot('22-late-agreements')
}

// João has made five offers today.
async function sixthOffer(camera: Camera, house: DemoHouse): Promise<void> {
  const { page, shoot } = camera
  await enter(camera, house, '11144477735')
  const { data } = (await (await page.request.get(`${house.portal}/v1/me/debts`)).json()) as MyDebts
  const debtIds = data.filter(({ can }) => can.negotiate.ok).map(({ id }) => id)
  for (const monthlyCents of [2_100, 2_200, 2_300, 2_400, 2_500]) await page.request.post(`${house.portal}/v1/me/proposals`, { data: { debtIds, monthlyCents } })
  await openOptions(page, 'Lojas Aurora')
  await page.getByRole('link', { name: /Fazer (minha|uma) proposta/ }).first().click()
  await page.getByLabel('Quanto por mês').fill('90')
  await page.getByRole('button', { name: 'Continuar' }).click()
  await page.getByRole('button', { name: 'Sem entrada' }).click()
  await page.getByRole('button', { name: 'Continuar' }).click()
  await page.getByRole('button', { name: 'Enviar proposta' }).click()
  await page.getByRole('alert').waitFor()
  await shoot('23-sixth-offer')
}
