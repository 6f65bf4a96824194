import { isApiProblem } from './api-problem.ts'

export interface ProblemWords {
  title: string
  action: string
  /** Only where the fault is ours: it helps whoever looks for it. */
  requestId: string
}

/** The API's words are for programs too; these few are said otherwise to a person. */
const ACTIONS: Record<string, string> = {
  internal: 'Tente de novo. Se continuar, informe o número abaixo à empresa.',
  invalid_request: 'Confira o que você digitou e tente de novo.',
  not_found: 'Confira o endereço desta página. Ela pode não existir ou não ser sua.',
  too_many_requests: 'Espere um pouco e tente de novo.',
  idempotency_in_flight: 'Seu pedido ainda está em andamento. Espere um instante e tente de novo.',
}

/** What went wrong and what the reader can do now. */
export function problemWords(error: unknown): ProblemWords {
  if (!isApiProblem(error)) return { title: 'Algo deu errado nesta página.', action: 'Recarregue a página e tente de novo.', requestId: '' }
  const { title, action, requestId, status, code } = error.problem
  const wait = error.retryAfterSeconds
  return {
    title,
    action: wait ? `Tente de novo em ${waitInWords(wait)}.` : (ACTIONS[code] ?? action),
    requestId: status >= 500 ? requestId : '',
  }
}

/** "45 segundos", "3 minutos", "5 horas": rounded up, so that nobody comes too early. */
export function waitInWords(seconds: number): string {
  if (seconds < 100) return `${seconds} ${seconds === 1 ? 'segundo' : 'segundos'}`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 100 ? `${minutes} minutos` : `${Math.ceil(minutes / 60)} horas`
}
