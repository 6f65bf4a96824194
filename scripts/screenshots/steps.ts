import type { Locator, Page } from 'playwright-core'

// What a person does on each page of the portal, by the words that they read there.

export async function typeCpf(page: Page, cpf: string): Promise<void> {
  await page.getByLabel('Seu CPF').fill(cpf)
  await page.getByRole('button', { name: 'Continuar' }).click()
  await page.getByRole('heading', { name: 'Digite o código que enviamos' }).waitFor()
}

export async function typeCode(page: Page, code: string, button: 'Entrar' | 'Assinar o acordo' | 'Confirmar o ajuste'): Promise<void> {
  await page.getByLabel('Código de 6 números').fill(code)
  await page.getByRole('button', { name: button }).click()
}

/** From the front door to the person's debts. `readCode` fetches what was mailed. */
export async function signIn(page: Page, portal: string, cpf: string, readCode: () => Promise<string>): Promise<void> {
  await page.goto(portal)
  await typeCpf(page, cpf)
  await typeCode(page, await readCode(), 'Entrar')
  await page.getByRole('heading', { name: /^Olá, |não há nada para negociar/ }).waitFor()
}

/** The card of one creditor's debt. */
export function debtCard(page: Page, creditor: string): Locator {
  return page.getByRole('article', { name: creditor }).first()
}

export async function openOptions(page: Page, creditor: string): Promise<void> {
  await debtCard(page, creditor).getByRole('link', { name: /Ver opções/ }).click()
}

export async function chooseOption(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('radio', { name }).check()
}

export async function goOnToCheck(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continuar' }).click()
  await page.getByRole('heading', { name: 'Confira antes de assinar' }).waitFor()
}

/** Opens the term, ticks and asks for the code. */
export async function acceptTerm(page: Page): Promise<void> {
  await page.getByText('Ler o termo do acordo').click()
  await page.getByRole('region', { name: 'Texto do termo' }).waitFor()
  await page.getByRole('checkbox', { name: /Li o termo/ }).check()
  await page.getByRole('button', { name: 'Assinar com código' }).click()
  await page.getByRole('heading', { name: 'Digite o código para assinar' }).waitFor()
}
