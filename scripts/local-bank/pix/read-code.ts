import { parseBrCode } from '@repactua/api/core/pix/br-code.ts'
import type { Recurrence } from '../automatic/recurrence.ts'
import { recurrenceAt } from '../automatic/show-recurrence.ts'
import type { Bank } from '../bank.ts'
import type { Charge } from '../charges/charge.ts'
import { tokenIn } from '../charges/location.ts'

/** What a copy-and-paste text says: one of our charges, a recurrence, both, or a static code to any key. */
export type ReadCode =
  | { kind: 'charge'; charge: Charge; recurrence?: Recurrence }
  | { kind: 'recurrence'; recurrence: Recurrence }
  | { kind: 'static'; key: string; name: string; amountCents: bigint | null; txid: string | null }

/** Reads a BR Code; null where it is none, or names a location of another bank. */
export function readCode(bank: Bank, text: string): ReadCode | null {
  const code = parseBrCode(text.trim())
  if (!code) return null
  if (code.key !== null) return { kind: 'static', key: code.key, name: code.merchantName, amountCents: code.amountCents, txid: code.txid === '***' ? null : code.txid }
  const token = tokenIn(code.url ?? '')
  const charge = bank.state.charges.find((one) => one.token === token)
  const recurrence = recurrenceAt(bank, code.recurrenceUrl ?? '')
  if (charge) return { kind: 'charge', charge, ...(recurrence ? { recurrence } : {}) }
  return recurrence ? { kind: 'recurrence', recurrence } : null
}
