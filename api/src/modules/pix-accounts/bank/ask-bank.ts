import { setTimeout as pause } from 'node:timers/promises'
import { err, ok, type Result } from '../../../core/result.ts'
import type { ServerAnswer, ServerCall } from '../../../platform/http-out/ask-server.ts'
import type { Asked, Bank, BankFault } from './bank.ts'
import { send } from './send.ts'
import { forgetToken, tokenFor } from './token.ts'

export interface BankCall<T> {
  method: ServerCall['method']
  /** Below the base URL, with its query. */
  path: string
  body?: object
  /** Reads the body of a success; null where it is not what the file says. */
  read(body: string): T | null
}

const FIRST_PAUSE_MS = 150
/** A bank that asks to be left alone for longer is not waited for. */
const LONGEST_PAUSE_MS = 3_000

/**
 * Asks the bank, and again after a silence or an old token: every call of ours may come twice and has one effect. Never
 * within a transaction of the database.
 */
export async function askBank<T>(bank: Bank, call: BankCall<T>): Asked<T> {
  for (let attempt = 1; ; attempt += 1) {
    const told = await askOnce(bank, call)
    if (told.ok) return read(told.value, call)
    const wait = attempt < bank.tries ? pauseAfter(told.error, attempt) : null
    if (wait === null) return told
    await pause(wait)
  }
}

async function askOnce(bank: Bank, { method, path, body }: BankCall<unknown>): Asked<ServerAnswer> {
  const token = await tokenFor(bank)
  if (!token.ok) return token
  const headers = { authorization: `Bearer ${token.value}`, accept: 'application/json', ...(body ? { 'content-type': 'application/json' } : {}) }
  const told = await send(bank, `${bank.account.baseUrl.replace(/\/$/, '')}${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
  if (!told.ok && isOldToken(told.error)) forgetToken(bank)
  return told
}

function read<T>({ body, status }: ServerAnswer, call: BankCall<T>): Result<T, BankFault> {
  const value = call.read(body)
  return value === null ? err({ kind: 'silent', problem: `${status} with an answer that is not as the file says` }) : ok(value)
}

// Jitter: those who were sent away together do not come back together.
function pauseAfter(fault: BankFault, attempt: number): number | null {
  if (fault.kind === 'refused') return isOldToken(fault) ? 0 : null
  const wait = fault.retryAfterMs ?? FIRST_PAUSE_MS * 2 ** attempt * (0.5 + Math.random())
  return wait > LONGEST_PAUSE_MS ? null : wait
}

function isOldToken(fault: BankFault): boolean {
  return fault.kind === 'refused' && fault.status === 401
}
