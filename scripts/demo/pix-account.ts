import type { Credentials } from '../local-bank/accounts/open-account.ts'
import type { Addresses } from '../local-bank/faults/local-routes.ts'
import { callJson } from './call-api.ts'
import type { Access } from './client-access.ts'
import { DEMO_CREDITORS, type CreditorSlug } from './creditors.ts'

/** The account behind the key, with which the demo has Pix Automático too. */
const RECEIVER = { account: '123456', agency: '0001', accountType: 'CORRENTE' }

/** Opens the creditor's account at the local bank, and has the API know it. Done before, it is not done again; answers what was agreed on. */
export async function connectBank(access: Access, bankUrl: string, { slug, bankAccount }: { slug: CreditorSlug; bankAccount?: string }): Promise<string> {
  const { input } = DEMO_CREDITORS[slug]
  const { street, number, city, state, postalCode } = input.address
  const holder = { cnpj: input.cnpj, nome: input.legalName, nomeFantasia: input.tradeName, logradouro: `${street}, ${number}`, cidade: city, uf: state, cep: postalCode }
  const { body } = await callJson<Credentials & Addresses>('POST', `${bankUrl}/local/accounts`, { body: { holder, keys: [input.pixKey] } })
  const agreed = `${body.clientId} ${body.baseUrl}`
  if (agreed !== bankAccount) await access.call('PUT', '/v1/pix-account', { body: { ...body, receiver: RECEIVER } })
  return agreed
}
