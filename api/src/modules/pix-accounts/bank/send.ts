import { Type } from 'typebox'
import { err, ok, type Result } from '../../../core/result.ts'
import { askServer, type ServerAnswer, type ServerCall } from '../../../platform/http-out/ask-server.ts'
import type { Asked, Bank, BankFault } from './bank.ts'
import { readerOf } from './reader.ts'

/** An error of the API: its `type` ends with the error's name, as in .../error/CobVOperacaoInvalida. */
const readProblem = readerOf(Type.Object({ type: Type.String() }))

/** Sends one call with the creditor's certificate. Nothing that answers, 429 and 5xx are silence; any other status that is no success is a refusal. */
export async function send({ secrets, allowsPrivate }: Bank, url: string, call: Omit<ServerCall, 'tls'>): Asked<ServerAnswer> {
  const { certificate, privateKey, bankCertificates } = secrets
  const tls = { cert: certificate, key: privateKey, ...(bankCertificates ? { ca: bankCertificates } : {}) }
  const answer = await askServer(new URL(url), { ...call, tls }, { allowsPrivate }).catch(silenceOf)
  return 'kind' in answer ? err(answer) : judge(answer)
}

function silenceOf(error: NodeJS.ErrnoException): BankFault {
  return { kind: 'silent', problem: error.code ?? error.message }
}

function judge(answer: ServerAnswer): Result<ServerAnswer, BankFault> {
  const { status, headers, body } = answer
  if (status >= 200 && status < 300) return ok(answer)
  if (status !== 429 && status < 500) return err({ kind: 'refused', status, problem: `${status} ${nameOf(body)}`.trim() })
  const seconds = Number(headers['retry-after'])
  return err({ kind: 'silent', problem: String(status), ...(seconds > 0 ? { retryAfterMs: seconds * 1_000 } : {}) })
}

// The name alone: title and detail may quote a CPF.
function nameOf(body: string): string {
  const name = readProblem(body)?.type.split('/').at(-1) ?? ''
  return /^\w{1,60}$/.test(name) ? name : ''
}
