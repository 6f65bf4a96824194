import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { minimumFor } from './minimum.ts'
import type { Affordability, Minimum, MonthBudget, OptionOutlook, PlannedOption } from './types.ts'

/**
 * What each plan would leave of a month, and which one to look at first. The options come cheapest first, and so does the
 * one that is named where it leaves enough. It advises and forbids nothing (CDC 54-A, 104-A; Decreto 11.150/2022).
 */
export function weighOptions(options: readonly PlannedOption[], budget: MonthBudget, today: LocalDate): Affordability {
  const minimum = minimumFor(budget.dependants, today)
  const outlooks = options.map((option) => outlookOf(option, budget, minimum))
  const fitting = outlooks.find(leavesEnough)
  return { minimum, outlooks, lookFirst: (fitting ?? lightest(outlooks))?.optionId ?? null, anyFits: fitting !== undefined }
}

function outlookOf({ id, installments }: PlannedOption, { incomeCents, essentialsCents }: MonthBudget, minimum: Minimum): OptionOutlook {
  const { month, cents } = worstMonthOf(installments)
  const leftCents = incomeCents - cents
  return {
    optionId: id, worstMonth: month, paymentCents: cents, leftCents,
    spareCents: leftCents - essentialsCents,
    missingCents: greater(0n, greater(minimum.totalCents, essentialsCents) - leftCents),
    belowMinimum: leftCents < minimum.totalCents,
    belowEssentials: leftCents < essentialsCents,
  }
}

// A due date that moves to the next business day may bring two installments into one month.
function worstMonthOf(installments: PlannedOption['installments']): { month: string; cents: bigint } {
  const months = new Map<string, bigint>()
  for (const { dueOn, amountCents } of installments) months.set(dueOn.slice(0, 7), (months.get(dueOn.slice(0, 7)) ?? 0n) + amountCents)
  return [...months].reduce((worst, [month, cents]) => (cents > worst.cents ? { month, cents } : worst), { month: '', cents: 0n })
}

function leavesEnough({ missingCents }: OptionOutlook): boolean {
  return missingCents === 0n
}

function greater(a: bigint, b: bigint): bigint {
  return a > b ? a : b
}

// Of those that leave the same, the cheapest, which comes first.
function lightest(outlooks: readonly OptionOutlook[]): OptionOutlook | undefined {
  return outlooks.reduce<OptionOutlook | undefined>((best, each) => (best && best.leftCents >= each.leftCents ? best : each), undefined)
}
