import type { Account } from '../accounts/account.ts'
import type { Bank } from '../bank.ts'

/** What a customer's program asks by the Pix API. */
export interface Ask {
  bank: Bank
  account: Account
  params: Record<string, string>
  query: URLSearchParams
  body: unknown
}

export interface Answer {
  status: number
  body?: unknown
  headers?: Record<string, string>
}
