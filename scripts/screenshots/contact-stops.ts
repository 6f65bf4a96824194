import type { Camera } from './camera.ts'
import type { DemoHouse } from './demo-house.ts'
import { enter } from './enter.ts'

type House = Pick<DemoHouse, 'portal' | 'mail'>

/** Is this message ours, and what to do where it is not. */
export async function messageCheck({ page, shoot }: Camera, { portal }: House): Promise<void> {
  await page.goto(`${portal}/mensagens`)
  await page.getByLabel('Código da mensagem').waitFor()
  await shoot('28-check-message')
  await page.goto(`${portal}/mensagens/2222-2222`)
  await page.getByRole('heading', { name: 'Não enviamos nenhuma mensagem com este código' }).waitFor()
  await shoot('28-message-unknown')
  await page.goto(`${portal}/descadastro/incompleto`)
  await page.getByRole('heading', { name: 'Não reconhecemos este link' }).waitFor()
  await shoot('28-way-out-unknown')
}

/** What a person chooses of how they are written to, and how each creditor sees them. */
export async function ownSide(camera: Camera, house: House): Promise<void> {
  const { page, shoot } = camera
  await enter(camera, house, '86288366757')
  await page.getByRole('link', { name: 'Escolher como falam comigo' }).click()
  await page.getByRole('button', { name: 'Pausar por 30 dias' }).waitFor()
  await shoot('29-notices')
  await shoot('29-notices', { dark: true })
  await page.getByRole('link', { name: 'Minhas dívidas' }).click()
  await page.getByRole('link', { name: 'Como cada empresa vê meu histórico' }).click()
  await page.getByText('De onde isso vem').first().click()
  await shoot('30-profile')
  await shoot('30-profile', { dark: true })
  await page.getByRole('button', { name: /^Pedir que uma pessoa reveja/ }).first().click()
  await shoot('30-profile-review')
}
