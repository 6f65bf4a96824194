/** What happens to a request of the Pix API instead of, or around, its answer. */
export interface RequestFault {
  kind: 'too_many' | 'unavailable' | 'lost_answer' | 'slow'
  /** How many requests it strikes; one where nothing is said. */
  times: number
  /** Strikes only requests of this method, and paths that begin so ('/api/cobv'). */
  method?: string
  path?: string
  /** Of `too_many` and `unavailable`. */
  retryAfterSeconds: number
  /** Of `slow`, and before an answer is lost. */
  delayMs: number
}

/** What goes wrong at this bank, on a tester's word. */
export interface Faults {
  requests: RequestFault[]
  webhooks: {
    delayMs: number
    /** 2 tells each thing twice. */
    copies: number
    /** Nothing is sent until /local/webhooks/release. */
    held: boolean
    /** Nothing is sent at all. */
    lost: boolean
  }
  /** Life of a new access token. */
  tokenSeconds: number
  /** Returns that are asked for end as NAO_REALIZADO. */
  refuseReturns: boolean
  /** Debits of Pix Automático find no money. */
  emptyAccounts: boolean
}

/** A bank at which all goes well. */
export function quietFaults(): Faults {
  return { requests: [], webhooks: { delayMs: 0, copies: 1, held: false, lost: false }, tokenSeconds: 300, refuseReturns: false, emptyAccounts: false }
}

/** The fault that strikes this request, which is one less to come. */
export function takeFault({ requests }: Faults, method: string, path: string): RequestFault | null {
  const fault = requests.find((one) => one.times > 0 && (one.method ?? method) === method && path.startsWith(one.path ?? ''))
  if (fault) fault.times -= 1
  return fault ?? null
}
