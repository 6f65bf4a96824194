import type { ProposalDecisionInput } from '@repactua/shared/contract/proposals.ts'
import { LONGEST } from '../../core/proposals/decide-proposal.ts'
import { planWish } from '../../core/proposals/plan-wish.ts'
import { inBps, presentValue } from '../../core/proposals/present-value.ts'
import { addMonths } from '@repactua/shared/time/local-date.ts'
import type { ProposedPlan } from '../../core/offers/types.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Work } from '../../platform/work.ts'
import type { ProposalRecord } from './proposals.repository.ts'
import { needsTwo } from './proposals.rules.ts'

/**
 * The payments that a person sets against an offer, over the same total. Refuses a counter without payments, one longer than
 * any plan, and one worth less than a single client may approve: there the offer itself is approved by two.
 */
export function planCounter({ today }: Pick<Work, 'today'>, record: ProposalRecord, counter: ProposalDecisionInput['counter']): ProposedPlan {
  if (!counter) throw new AppError('invalid_request', { errors: [{ pointer: '/counter', code: 'required', message: 'Diga as parcelas da contraproposta.' }] })
  const total = (record.plan?.amounts ?? []).reduce((sum, cents) => sum + BigInt(cents), 0n)
  const payments = { monthlyCents: BigInt(counter.monthlyCents), downPaymentCents: BigInt(counter.downPaymentCents ?? 0) }
  const amounts = planWish(total, payments, LONGEST)
  if (!amounts) throw new AppError('counter_too_long')
  const presentValueBps = valueOf(amounts, today, record)
  if (needsTwo({ presentValueBps, secondApprovalBelowBps: record.secondApprovalBelowBps })) throw new AppError('counter_below_limit')
  const isDown = payments.downPaymentCents > payments.monthlyCents && amounts.length > 1
  return { amounts, downPaymentCents: isDown ? (amounts[0] ?? 0n) : 0n }
}

// By whole months from today, the latest that the dates of a sheet can be.
function valueOf(amounts: readonly bigint[], today: string, { weighing, balanceCents }: ProposalRecord): number {
  const flows = amounts.map((amountCents, i) => ({ amountCents, dueOn: addMonths(today, i + 1) }))
  return inBps(presentValue(flows, { today, monthlyRateBps: weighing?.monthlyDiscountRateBps ?? 0 }), balanceCents)
}
