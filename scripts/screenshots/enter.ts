import { codeMailedBy } from '../demo/mail-codes.ts'
import { situationEmail } from '../demo/portfolio.ts'
import { SITUATIONS, type Situation } from '../demo/situations.ts'
import type { Camera } from './camera.ts'
import { typeCode, typeCpf } from './steps.ts'

/** Signs a person of the demo in, to the page of their debts. */
export async function enter({ page }: Camera, { portal, mail }: { portal: string; mail: string }, cpf: string): Promise<void> {
  await page.goto(portal)
  const { code } = await codeMailedBy(mail, situationEmail(person(cpf)), () => typeCpf(page, cpf))
  await typeCode(page, code, 'Entrar')
  await page.getByRole('button', { name: 'Sair' }).waitFor()
  await page.locator('[role=status]', { hasText: 'Carregando' }).waitFor({ state: 'detached' })
}

/** One of the people whose CPFs never change. */
export function person(cpf: string): Situation {
  const found = SITUATIONS.find((situation) => situation.cpf === cpf)
  if (!found) throw new Error('the demo has no such person')
  return found
}
