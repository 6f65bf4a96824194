import type { Carriers } from '../carriers.ts'

/** What a customer's program asks. */
export interface Ask {
  carriers: Carriers
  params: Record<string, string>
  query: URLSearchParams
  headers: Readonly<Record<string, string | string[] | undefined>>
  bytes: Buffer
}

/** `isLost`: it was done, and the line breaks before the answer. */
export interface Answer {
  status: number
  body?: unknown
  headers?: Record<string, string>
  isLost?: boolean
}
