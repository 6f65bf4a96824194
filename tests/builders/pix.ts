import { randomUUID } from 'node:crypto'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { PixAccountInput } from '@repactua/shared/contract/pix-accounts.ts'
import type { Charge } from '@repactua/shared/contract/payments.ts'
import { connectAccount } from '@repactua/api/modules/pix-accounts/index.ts'
import type { TestApp } from '../support/app.ts'
import type { TestBank } from '../support/local-bank.ts'
import type { Situation } from './agreement.ts'
import { creditorInput, makeCreditor, type TestCreditor } from './creditor.ts'
import { makeDebt } from './debt.ts'
import { personInput, signInWithCode } from './person.ts'
import { publishPolicy } from './policy.ts'

/** A creditor whose bank is the local one. */
export async function pixCreditor(test: TestApp, bank: TestBank, options: Pick<PixAccountInput, 'holdsUnknown' | 'receiver'> = {}): Promise<TestCreditor> {
  const pixKey = randomUUID()
  const creditor = await makeCreditor(test, { pixKey })
  const account = await openPixAccount(bank, pixKey)
  await test.http.put('/v1/pix-account').set('authorization', creditor.bearer).send({ ...account, ...options }).expect(200)
  await connectAccount(test.platform, creditor)
  return creditor
}

/** An account at the local bank; the body of PUT /v1/pix-account. */
export async function openPixAccount(bank: TestBank, pixKey: string) {
  const { cnpj, legalName, tradeName, address } = creditorInput()
  const holder = { cnpj, nome: legalName, nomeFantasia: tradeName, logradouro: `${address.street}, ${address.number}`, cidade: address.city, uf: address.state, cep: address.postalCode }
  const { clientId, clientSecret, certificate, privateKey, bankCertificates, baseUrl, tokenUrl } = { ...bank, ...(await bank.openAccount({ holder, keys: [pixKey] })) }
  return { baseUrl, tokenUrl, clientId, clientSecret, certificate, privateKey, bankCertificates }
}

/** A situation whose creditor has the local bank. */
export async function pixSituation(test: TestApp, bank: TestBank, policy: Parameters<typeof publishPolicy>[2] = {}, options: Parameters<typeof pixCreditor>[2] = {}): Promise<Situation> {
  const creditor = await pixCreditor(test, bank, options)
  await publishPolicy(test, creditor, policy)
  const debtor = personInput({ name: 'Marina Exemplo' })
  const debt = await makeDebt(test, creditor, { debtor })
  return { creditor, cpf: debtor.cpf, debt, cookie: await signInWithCode(test, debtor.cpf) }
}

/** Asks for the Pix code of an installment. */
export async function askForPix({ http }: TestApp, { cookie }: Pick<Situation, 'cookie'>, { id }: Pick<Agreement, 'id'>, number = 1, headers: Record<string, string> = {}): Promise<Charge> {
  const answer = await http.post(`/v1/me/agreements/${id}/installments/${number}/charges`).set('cookie', cookie).set(headers).send({ method: 'pix' }).expect(201)
  return answer.body as Charge
}
