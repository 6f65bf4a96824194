import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { BoletoAccountInput } from '@repactua/shared/contract/boletos.ts'
import type { Charge } from '@repactua/shared/contract/payments.ts'
import type { TestApp } from '../support/app.ts'
import { signedAgreement, type Situation } from './agreement.ts'
import { makeCreditor, type TestCreditor } from './creditor.ts'
import { makeDebt } from './debt.ts'
import { personInput, signInWithCode } from './person.ts'
import { grant, publishPolicy, rule } from './policy.ts'

export const BB: BoletoAccountInput = {
  bank: '001', agency: '1234', agencyDigit: '3', account: '123456', accountDigit: 'X', wallet: '17', walletVariation: '019', convenio: '3432568', firstNumber: 1001, lastNumber: 1999,
}
export const ITAU: BoletoAccountInput = { bank: '341', agency: '0057', account: '12345', accountDigit: '7', wallet: '109', firstNumber: 1, lastNumber: 50 }

export async function setBoletoAccount({ http }: TestApp, { bearer }: TestCreditor, input: BoletoAccountInput = BB): Promise<void> {
  await http.put('/v1/boleto-account').set('authorization', bearer).send(input).expect(200)
}

/** A situation whose policy grants boletos, at a creditor that has an account for them. */
export async function boletoSituation(test: TestApp, input: BoletoAccountInput | null = BB): Promise<Situation> {
  const creditor = await makeCreditor(test)
  await publishPolicy(test, creditor, { rules: [rule({ grant: grant({ paymentMethods: ['pix', 'boleto'] }) })] })
  if (input) await setBoletoAccount(test, creditor, input)
  const debtor = personInput({ name: 'Marina Exemplo da Conceição' })
  const debt = await makeDebt(test, creditor, { debtor })
  return { creditor, cpf: debtor.cpf, debt, cookie: await signInWithCode(test, debtor.cpf) }
}

/** Asks for the boleto of an installment. */
export function askForBoleto({ http }: TestApp, { cookie }: Pick<Situation, 'cookie'>, { id }: Pick<Agreement, 'id'>, number = 1) {
  return http.post(`/v1/me/agreements/${id}/installments/${number}/charges`).set('cookie', cookie).send({ method: 'boleto' })
}

/** A signed agreement whose first installment has a boleto. */
export async function withBoleto(test: TestApp, input: BoletoAccountInput = BB) {
  const who = await boletoSituation(test, input)
  const agreement = await signedAgreement(test, who)
  const charge = (await askForBoleto(test, who, agreement).expect(201)).body as Charge & { boleto: NonNullable<Charge['boleto']> }
  return { who, agreement, charge }
}

/** The number that a slip of a test's account has, out of its barcode. */
export function ownNumberOf({ boleto }: { boleto: { barcode: string } }): number {
  const { barcode } = boleto
  return Number(barcode.startsWith('001') ? barcode.slice(32, 42) : barcode.slice(22, 30))
}
