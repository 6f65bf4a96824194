import type { Message, ProviderName } from '../state.ts'

/** What happens to a request to send instead of, or after, its answer. */
export interface RequestFault {
  kind: 'too_many' | 'unavailable' | 'broken' | 'lost_answer' | 'refused'
  /** How many requests it strikes. */
  times: number
  provider?: ProviderName | 'push'
  /** Of `refused`: the provider's own code. */
  code?: number
}

/** What goes wrong at these carriers, on a tester's word. */
export interface Faults {
  requests: RequestFault[]
  /** Numbers that are none: refused at once. */
  badNumbers: string[]
  /** Numbers that are taken, and then not delivered to. */
  unreachable: string[]
  /** No more are taken in a second; null where there is no limit. */
  perSecond: number | null
  webhooks: {
    delayMs: number
    /** 2 tells each thing twice. */
    copies: number
    /** Nothing is sent until /local/webhooks/release. */
    held: boolean
    lost: boolean
  }
}

/** Carriers at which all goes well. */
export function quietFaults(): Faults {
  return { requests: [], badNumbers: [], unreachable: [], perSecond: null, webhooks: { delayMs: 0, copies: 1, held: false, lost: false } }
}

/** The fault that strikes this request, which is one less to come. */
export function takeFault({ requests }: Faults, provider: Message['provider']): RequestFault | null {
  const fault = requests.find((one) => one.times > 0 && (one.provider ?? provider) === provider)
  if (fault) fault.times -= 1
  return fault ?? null
}
