import { at, isObject } from '../../local-bank/doors/fields.ts'
import { quietFaults, type Faults, type RequestFault } from './faults.ts'

const KINDS = ['too_many', 'unavailable', 'broken', 'lost_answer', 'refused']

/** Reads what a tester asks for over quiet carriers; null where a word is not known. */
export function readFaults(body: unknown): Faults | null {
  const quiet = quietFaults()
  const [hooks, perSecond] = [at(body, 'webhooks'), at(body, 'perSecond')]
  const requests = listOf(body, 'requests').map(readRequestFault)
  if (!isObject(body) || requests.includes(null)) return null
  return {
    requests: requests as RequestFault[],
    badNumbers: listOf(body, 'badNumbers').map(String),
    unreachable: listOf(body, 'unreachable').map(String),
    perSecond: typeof perSecond === 'number' ? perSecond : null,
    webhooks: { delayMs: wholeAt(hooks, 'delayMs', quiet.webhooks.delayMs), copies: wholeAt(hooks, 'copies', quiet.webhooks.copies), held: at(hooks, 'held') === true, lost: at(hooks, 'lost') === true },
  }
}

function readRequestFault(fault: unknown): RequestFault | null {
  const [kind, provider, code] = [at(fault, 'kind'), at(fault, 'provider'), at(fault, 'code')]
  if (typeof kind !== 'string' || !KINDS.includes(kind)) return null
  return {
    kind: kind as RequestFault['kind'], times: wholeAt(fault, 'times', 1),
    ...(typeof provider === 'string' ? { provider: provider as NonNullable<RequestFault['provider']> } : {}), ...(typeof code === 'number' ? { code } : {}),
  }
}

function listOf(body: unknown, name: string): unknown[] {
  const list = at(body, name)
  return Array.isArray(list) ? (list as unknown[]) : []
}

function wholeAt(json: unknown, name: string, usual: number): number {
  const number = at(json, name)
  return Number.isInteger(number) && (number as number) >= 0 ? (number as number) : usual
}
