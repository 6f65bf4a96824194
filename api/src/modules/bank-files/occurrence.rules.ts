import type { BoletoReturn } from '@repactua/shared/contract/boletos.ts'
import type { Occurrence } from '../../core/cnab240/read-return.ts'

export type ExceptionReason = BoletoReturn['exceptions'][number]['reason']

interface Slip {
  status: 'issued' | 'replaced' | 'sent' | 'registered' | 'refused' | 'written_off' | 'paid'
  amountCents: bigint
}

export type Effect =
  | { kind: 'pay' }
  | { kind: 'mark'; status: 'registered' | 'refused' | 'written_off' }
  | { kind: 'nothing' }
  | { kind: 'exception'; reason: ExceptionReason }

const NOTHING: Effect = { kind: 'nothing' }
/** FEBRABAN C044. What is not here, such as fees and protests, has no effect on a slip. */
const MARKS: Record<string, 'registered' | 'refused' | 'written_off'> = { '02': 'registered', '03': 'refused', '09': 'written_off' }
const PAID = new Set(['06', '17'])
const WAITING = new Set<Slip['status']>(['issued', 'replaced', 'sent'])

/** What an occurrence does to its slip. `isKnown`: its payment stands already, under the same reference. */
export function effectOf(occurrence: Occurrence, slip: Slip | null, isKnown: boolean): Effect {
  if (PAID.has(occurrence.code)) return paymentEffect(occurrence, slip, isKnown)
  const status = MARKS[occurrence.code]
  if (!status) return NOTHING
  if (!slip) return { kind: 'exception', reason: 'unknown' }
  const isLate = status === 'written_off' ? slip.status === 'paid' || slip.status === 'written_off' : !WAITING.has(slip.status)
  return isLate ? NOTHING : { kind: 'mark', status }
}

function paymentEffect({ paidCents, occurredOn }: Occurrence, slip: Slip | null, isKnown: boolean): Effect {
  if (isKnown) return NOTHING
  if (!slip) return { kind: 'exception', reason: 'unknown' }
  if (slip.status === 'paid') return { kind: 'exception', reason: 'paid_twice' }
  if (!occurredOn) return { kind: 'exception', reason: 'date_missing' }
  if (paidCents !== slip.amountCents) return { kind: 'exception', reason: paidCents < slip.amountCents ? 'paid_short' : 'paid_over' }
  return { kind: 'pay' }
}
