import type { Plan, PlanTerms } from '../../core/repairs/types.ts'
import { repairPermissions, type RepairPermissions } from '../../core/repairs/repair-permissions.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { localDateOf } from '../../platform/clock.ts'
import { breakStep } from './breaking/breaking.rules.ts'
import { earlyAmount } from './early/early-payment.rules.ts'
import { statusAt } from './agreements.rules.ts'
import type { AgreementWhole } from './load-agreement.ts'
import { planInCourse } from './plan-in-course.ts'

/** The agreement as the arithmetic of repairs sees it on a day. */
export function runningPlan(whole: AgreementWhole, today: LocalDate): Plan {
  const early = whole.installments.flatMap((one) => earlyAmount(whole.option, one, today) ?? [])
  return { terms: planTerms(whole), installments: whole.installments, today, signedEarly: new Map(early.map(({ number, cents }) => [number, cents])), signedChecks: whole.option.legalChecks }
}

/** What the debtor may do alone with it now. A plan of a court has no grants: only to pay early is left. */
export function repairsAt(whole: AgreementWhole, now: Date): RepairPermissions {
  const { record, option, installments, amendments } = whole
  const today = localDateOf(now)
  const step = breakStep(planInCourse(whole), today)
  return repairPermissions({
    status: statusAt(record, now), installments, today,
    repairs: option.repairs ?? {},
    used: amendments.map(({ kind }) => kind),
    isBreaking: step === 'wait' || step === 'break',
  })
}

// A down payment is number 1 and bears no interest.
function planTerms({ record, option, creditor }: AgreementWhole): PlanTerms {
  const { downPaymentCents, interestCents, totalCents, installments } = option
  const bearsFrom = downPaymentCents > 0 ? 2 : 1
  const signedOn = localDateOf(record.signedAt ?? record.createdAt)
  return {
    monthlyRateBps: option.monthlyRateBps,
    amortization: option.amortization ?? 'price',
    interestCents: BigInt(interestCents),
    bearingCents: BigInt(totalCents - downPaymentCents),
    bearsFrom, signedOn,
    lastSigned: installments.length,
    dueDay: record.dueDay,
    lateFeeBps: option.lateFeeBps,
    defaultInterestMonthlyBps: option.defaultInterestMonthlyBps,
    regime: creditor.regime,
  }
}
