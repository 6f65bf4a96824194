import { randomBytes } from 'node:crypto'
import { normalisePixKey } from '@repactua/shared/br/pix-key.ts'
import type { Bank } from '../bank.ts'
import { refuse } from '../doors/problems.ts'
import { issue } from '../pki/certificates.ts'
import type { Account, Holder } from './account.ts'

export interface AccountWish {
  holder: Holder
  keys: string[]
  /** What its client may do; everything where nothing is said. */
  scopes?: string[]
}

/** What a customer enters at its own system, in the words of `PUT /v1/pix-account`. */
export interface Credentials {
  clientId: string
  clientSecret: string
  certificate: string
  privateKey: string
  bankCertificates: string
}

/** Opens an account, or finds the holder's and gives it the keys that it lacks: the same holder always has one account. */
export async function openAccount(bank: Bank, wish: AccountWish): Promise<Credentials> {
  const keys = keysOf(wish.keys)
  const account = bank.state.accounts.find(({ holder }) => holder.cnpj === wish.holder.cnpj) ?? (await newAccount(bank, wish))
  const strange = keys.find((key) => bank.state.accounts.some((other) => other !== account && other.keys.includes(key)))
  if (strange) refuse('RequisicaoInvalida', [{ razao: 'A chave pertence a outra conta.', propriedade: 'keys' }])
  account.keys = [...new Set([...account.keys, ...keys])]
  if (wish.scopes) account.scopes = wish.scopes
  bank.keep()
  const { clientId, clientSecret, certificate, privateKey } = account
  return { clientId, clientSecret, certificate, privateKey, bankCertificates: bank.papers.authority.certificate }
}

function keysOf(texts: readonly string[]): string[] {
  return texts.map((text) => normalisePixKey(text) ?? refuse('RequisicaoInvalida', [{ razao: 'Não é uma chave Pix.', propriedade: 'keys' }]))
}

async function newAccount(bank: Bank, { holder }: AccountWish): Promise<Account> {
  const clientId = `cliente-${randomBytes(8).toString('hex')}`
  const papers = await issue(bank.papers.authority, { name: clientId, use: 'client', from: bank.clock.now() })
  const account = { clientId, clientSecret: randomBytes(24).toString('base64url'), ...papers, holder, keys: [] }
  bank.state.accounts.push(account)
  return account
}
