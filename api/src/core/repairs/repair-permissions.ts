import type { AmendmentKind } from '@repactua/shared/contract/amendments.ts'
import type { Agreement, RepairPermission } from '@repactua/shared/contract/agreements.ts'
import type { Permission } from '@repactua/shared/contract/common.ts'
import type { Repairs } from '@repactua/shared/contract/policies.ts'
import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { isLate, lateOnes, openOnes } from './open-installments.ts'
import type { Plan } from './types.ts'

/** All that decides on repairs. */
export interface RepairState {
  status: Agreement['status']
  installments: Plan['installments']
  today: LocalDate
  repairs: Repairs
  /** The kinds that were signed already, as often as they were. */
  used: readonly AmendmentKind[]
  /** The plan may be ended by its own rule. */
  isBreaking: boolean
}

export type RepairPermissions = Pick<Agreement['can'], 'moveDueDate' | 'skip' | 'split' | 'reage' | 'payAhead' | 'payOff'>

/** What the debtor may do alone with the plan now, how often still, and the code that says why not. */
export function repairPermissions(state: RepairState): RepairPermissions {
  const { moveDueDate, skip, split, reage } = state.repairs
  return {
    moveDueDate: { ...granted(state, 'move_due_date', moveDueDate, inTime), ...(moveDueDate && { mostDays: moveDueDate.mostDays }) },
    skip: granted(state, 'skip', skip, begunAndInTime),
    split: { ...granted(state, 'split', split, begunAndInTime), ...(split && { mostParts: split.mostParts }) },
    reage: granted(state, 'reage', reage, late),
    payAhead: right(state, openOnes(state).some((one) => !isLate(one, state.today)) ? null : 'nothing_to_pay_ahead'),
    payOff: right(state, null),
  }
}

function granted(state: RepairState, kind: AmendmentKind, grant: { times: number } | undefined, refusal: (state: RepairState) => ErrorCode | null): RepairPermission {
  const timesLeft = Math.max(0, (grant?.times ?? 0) - state.used.filter((used) => used === kind).length)
  const unused = timesLeft > 0 ? null : 'repair_times_used'
  const code = notRunning(state) ?? (grant ? unused : 'repair_not_granted') ?? refusal(state)
  return { ok: code === null, ...(code && { code }), timesLeft }
}

function right(state: RepairState, refusal: ErrorCode | null): Permission {
  const code = notRunning(state) ?? refusal
  return code ? { ok: false, code } : { ok: true }
}

function notRunning({ status }: RepairState): ErrorCode | null {
  return status === 'active' || status === 'awaiting_first_payment' ? null : 'agreement_not_active'
}

function inTime(state: RepairState): ErrorCode | null {
  return lateOnes(planOf(state)).length > 0 ? 'agreement_in_arrears' : null
}

function begunAndInTime(state: RepairState): ErrorCode | null {
  return state.status === 'active' ? inTime(state) : 'first_payment_missing'
}

function late(state: RepairState): ErrorCode | null {
  if (state.status !== 'active') return 'first_payment_missing'
  if (lateOnes(planOf(state)).length === 0) return 'agreement_in_time'
  return state.isBreaking ? 'arrears_too_deep' : null
}

function planOf({ installments, today }: RepairState): Pick<Plan, 'installments' | 'today'> {
  return { installments, today }
}
