import { at, isObject } from '../doors/fields.ts'
import { refuse } from '../doors/problems.ts'
import { quietFaults, type Faults, type RequestFault } from './faults.ts'

const KINDS = ['too_many', 'unavailable', 'lost_answer', 'slow']
const MOST = 600_000

/** Reads what a tester asks for over a quiet bank; a word that is not known is refused. */
export function readFaults(body: unknown): Faults {
  const quiet = quietFaults()
  const hooks = at(body, 'webhooks')
  const requests = at(body, 'requests') ?? []
  if (!isObject(body) || !Array.isArray(requests)) refuse('RequisicaoInvalida')
  return {
    requests: requests.map(readRequestFault),
    webhooks: {
      delayMs: wholeAt(hooks, 'delayMs', quiet.webhooks.delayMs),
      copies: wholeAt(hooks, 'copies', quiet.webhooks.copies),
      held: at(hooks, 'held') === true,
      lost: at(hooks, 'lost') === true,
    },
    tokenSeconds: wholeAt(body, 'tokenSeconds', quiet.tokenSeconds),
    refuseReturns: body['refuseReturns'] === true,
    emptyAccounts: body['emptyAccounts'] === true,
  }
}

function readRequestFault(fault: unknown): RequestFault {
  const [kind, method, path] = [at(fault, 'kind'), at(fault, 'method'), at(fault, 'path')]
  if (typeof kind !== 'string' || !KINDS.includes(kind)) refuse('RequisicaoInvalida', [{ razao: `Falhas conhecidas: ${KINDS.join(', ')}.`, propriedade: 'requests.kind' }])
  return {
    kind: kind as RequestFault['kind'],
    times: wholeAt(fault, 'times', 1),
    retryAfterSeconds: wholeAt(fault, 'retryAfterSeconds', 1),
    delayMs: wholeAt(fault, 'delayMs', 0),
    ...(typeof method === 'string' ? { method } : {}),
    ...(typeof path === 'string' ? { path } : {}),
  }
}

function wholeAt(json: unknown, name: string, usual: number): number {
  const value = at(json, name) ?? usual
  if (!Number.isInteger(value) || Number(value) < 0 || Number(value) > MOST) refuse('RequisicaoInvalida', [{ razao: 'Um número inteiro, de 0 a 600000.', propriedade: name }])
  return Number(value)
}
