import { ruleOn } from '../legal/legal-rules.ts'
import { brl } from '../money/show.ts'
import type { Ledger } from './ledger.ts'
import type { BalanceLine, DebtTerms } from './types.ts'

const BPS = 10_000n

/**
 * How much interest and charges a debt may bear in all, in cents: for a card as much as its original value (Lei 14.690/2023
 * art. 28), where it fell due under that rule; null where no law sums them up.
 */
export function roomForCharges({ product, principalCents, dueOn }: DebtTerms): bigint | null {
  const rule = product === 'card_revolving' ? ruleOn('card-cap', dueOn) : null
  return rule && rule.number !== null ? (principalCents * BigInt(rule.number)) / BPS : null
}

/** A charge as far as there is room for it, and the room less what it takes. What is cut says so, with what was left. */
export function withinCap<Line extends BalanceLine>(ledger: Ledger, line: Line): Line {
  const { room } = ledger
  if (room === null) return line
  const cents = line.cents < room ? line.cents : room
  ledger.room = room - cents
  if (cents === line.cents) return line
  return { ...line, cents, limited: true, formula: `${line.formula}, limitado a ${brl(cents)} (juros e encargos de cartão não passam do valor original, Lei 14.690/2023, art. 28)` }
}
