import type { BoletoReturn } from '@repactua/shared/contract/boletos.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { Occurrence } from '../../core/cnab240/read-return.ts'

export type ExceptionReason = BoletoReturn['exceptions'][number]['reason']

interface Slip {
  status: 'issued' | 'replaced' | 'sent' | 'registered' | 'refused' | 'written_off' | 'paid'
}

export type Effect =
  | { kind: 'pay'; paidOn: LocalDate }
  | { kind: 'mark'; status: 'registered' | 'refused' | 'written_off' }
  | { kind: 'nothing' }
  | { kind: 'exception'; reason: ExceptionReason }

const NOTHING: Effect = { kind: 'nothing' }
/** FEBRABAN C044. What is not here, such as fees and protests, has no effect on a slip. */
const MARKS: Record<string, 'registered' | 'refused' | 'written_off'> = { '02': 'registered', '03': 'refused', '09': 'written_off' }
const PAID = new Set(['06', '17'])
const WAITING = new Set<Slip['status']>(['issued', 'replaced', 'sent'])

/** What an occurrence does to its slip. Money counts whatever slip it names: who takes it in says what becomes of it. */
export function effectOf(occurrence: Occurrence, slip: Slip | null): Effect {
  if (PAID.has(occurrence.code)) return paymentEffect(occurrence)
  const status = MARKS[occurrence.code]
  if (!status) return NOTHING
  if (!slip) return { kind: 'exception', reason: 'unknown' }
  const isLate = status === 'written_off' ? slip.status === 'paid' || slip.status === 'written_off' : !WAITING.has(slip.status)
  return isLate ? NOTHING : { kind: 'mark', status }
}

function paymentEffect({ paidCents, occurredOn, creditedOn }: Occurrence): Effect {
  if (paidCents === 0n) return { kind: 'exception', reason: 'amount_missing' }
  const paidOn = occurredOn ?? creditedOn
  return paidOn ? { kind: 'pay', paidOn } : { kind: 'exception', reason: 'date_missing' }
}
