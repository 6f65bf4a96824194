import type { AmendmentKind, AmendmentQuoteInput } from '@repactua/shared/contract/amendments.ts'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import { quoteMoveDueDate } from '../../core/repairs/quote-move-due-date.ts'
import { quotePayAhead, type PayAheadWish } from '../../core/repairs/quote-pay-ahead.ts'
import { quotePayOff } from '../../core/repairs/quote-pay-off.ts'
import { quoteReage } from '../../core/repairs/quote-reage.ts'
import { quoteSkip } from '../../core/repairs/quote-skip.ts'
import { quoteSplit } from '../../core/repairs/quote-split.ts'
import type { Plan, RepairQuote } from '../../core/repairs/types.ts'
import { err, type Result } from '../../core/result.ts'

type Permissions = Pick<Agreement['can'], 'moveDueDate' | 'skip' | 'split' | 'reage' | 'payAhead' | 'payOff'>

/** The name of each kind among an agreement's permissions. */
export const PERMISSION_OF = {
  move_due_date: 'moveDueDate', skip: 'skip', split: 'split', reage: 'reage', pay_ahead: 'payAhead', pay_off: 'payOff',
} as const satisfies Record<AmendmentKind, keyof Permissions>

/** What the wish would do to the plan, or why it may not be: the permission of the day first, then the plan itself. */
export function chooseRepair(plan: Plan, can: Permissions, input: AmendmentQuoteInput): Result<RepairQuote, ErrorCode> {
  const permission = can[PERMISSION_OF[input.kind]]
  return permission.ok ? quoteFor(plan, can, input) : err(permission.code as ErrorCode)
}

function quoteFor(plan: Plan, can: Permissions, input: AmendmentQuoteInput): Result<RepairQuote, ErrorCode> {
  switch (input.kind) {
    case 'move_due_date': return quoteMoveDueDate(plan, { number: input.installmentNumber, dueOn: input.dueOn }, { mostDays: 0, ...can.moveDueDate })
    case 'skip': return quoteSkip(plan, { number: input.installmentNumber })
    case 'split': return quoteSplit(plan, { number: input.installmentNumber, parts: input.parts }, { mostParts: 0, ...can.split })
    case 'reage': return quoteReage(plan, input)
    case 'pay_ahead': return quotePayAhead(plan, aheadWish(input))
    case 'pay_off': return quotePayOff(plan)
  }
}

function aheadWish({ from, count, amountCents }: Extract<AmendmentQuoteInput, { kind: 'pay_ahead' }>): PayAheadWish {
  return { from, ...(count !== undefined && { count }), ...(amountCents !== undefined && { amountCents: BigInt(amountCents) }) }
}
