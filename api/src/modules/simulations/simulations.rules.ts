import type { Campaign } from '@repactua/shared/contract/policies.ts'
import type { AcceptanceInput } from '@repactua/shared/contract/simulations.ts'
import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { Acceptance } from '../../core/simulation/types.ts'

const WHOLE_BPS = 10_000

/** The stated rates with what was left out. Nobody pays the same debt twice: cash and installments are at most all of them. */
export function acceptanceOf({ cashBps, installmentsBps, paidInstallmentBps = WHOLE_BPS, planTaken = 'longest' }: AcceptanceInput): Result<Acceptance, ErrorCode> {
  return cashBps + installmentsBps > WHOLE_BPS ? err('acceptance_above_all') : ok({ cashBps, installmentsBps, paidInstallmentBps, planTaken })
}

/**
 * Which of a policy's campaigns would run today if it were in force: between their dates, and with budget left by what
 * was spent under their codes before.
 */
export function campaignsToday(campaigns: readonly Campaign[], spent: readonly { code: string; spentCents: bigint }[], today: LocalDate): string[] {
  const spentOf = (code: string) => spent.find((campaign) => campaign.code === code)?.spentCents ?? 0n
  const runs = ({ code, startsOn, endsOn, discountBudgetCents }: Campaign) => startsOn <= today && today <= endsOn && spentOf(code) < BigInt(discountBudgetCents)
  return campaigns.filter(runs).map(({ code }) => code)
}
