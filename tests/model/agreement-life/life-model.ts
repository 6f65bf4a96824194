import type { Agreement, Installment } from '@repactua/shared/contract/agreements.ts'
import { addDays, daysBetween, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { nextBusinessDay } from '@repactua/api/core/calendar/bank-holidays.ts'

/** What the policy of a life grants, in the few words that the model needs. */
export interface Terms {
  toleranceDays: number
  missedInstallments: number
  noticeDays: number
  withdrawalDays: number
  effect: 'original_debt' | 'novation'
  /** No charges for delay and no discount for paying early: a payment can be foretold to the cent. */
  isPlain: boolean
}

export type Planned = Pick<Installment, 'number' | 'dueOn' | 'amountCents' | 'paidCents'> & { cancelled: boolean }

/** An agreement as a person with a pencil would keep it. */
export interface Life {
  id: string
  status: Agreement['status']
  expiresAt: number
  signedOn: LocalDate | null
  noticeOn: LocalDate | null
  /** What was signed to be paid early and has not come. */
  awaited: { signedOn: LocalDate; payBy: LocalDate; cents: number } | null
  plan: Planned[]
}

/** All that there is to know: one debt, its agreement of now, and the money that is nobody's yet. */
export interface LifeModel {
  terms: Terms
  now: number
  today: LocalDate
  debt: 'open' | 'in_agreement' | 'settled' | 'novated'
  life: Life | null
  refundsDueCents: number
  /** External references that stand, with what they were told of. */
  told: { reference: string; agreementId: string; cents: number; outcome: 'posted' | 'held'; isResolved: boolean }[]
}

const IN_COURSE: readonly string[] = ['awaiting_first_payment', 'active']

export const isInCourse = (life: Life | null): boolean => life !== null && IN_COURSE.includes(life.status)
export const isWaiting = (life: Life | null): boolean => life?.status === 'awaiting_signature'
export const isExpired = (life: Life, now: number): boolean => isWaiting(life) && life.expiresAt <= now
export const openOf = ({ cancelled, amountCents, paidCents }: Planned): number => (cancelled ? 0 : amountCents - paidCents)
export const openInAll = ({ plan }: Life): number => plan.reduce((sum, one) => sum + openOf(one), 0)
export const paidInAll = ({ plan }: Life): number => plan.reduce((sum, { paidCents }) => sum + paidCents, 0)

/** How cents go to the installments: the named one first, then the oldest; what is left over is owed back. */
export function pour({ plan }: Life, cents: number, named: number | undefined): { shares: Map<number, number>; excessCents: number } {
  const first = plan.filter(({ number }) => number === named)
  const shares = new Map<number, number>()
  let rest = cents
  for (const one of [...first, ...plan.filter(({ number }) => number !== named)]) {
    const taken = Math.min(rest, openOf(one))
    if (taken > 0) shares.set(one.number, taken)
    rest -= taken
  }
  return { shares, excessCents: rest }
}

/** What a payment makes of the agreement once its shares are put on the plan. */
export function afterPayment(model: LifeModel, life: Life): void {
  const standing = life.plan.filter(({ cancelled }) => !cancelled)
  if (standing.every((one) => openOf(one) === 0)) {
    life.status = 'settled'
    model.debt = 'settled'
  } else if (openOf(standing[0]!) === 0) {
    life.status = 'active'
  }
}

/** What a night does: terms expire, notices are given and taken back, plans break. */
export function passNight(model: LifeModel): void {
  const { life, today, terms } = model
  if (life && isExpired(life, model.now)) life.status = 'expired'
  if (!life || !isInCourse(life)) return
  const isEnough = (day: LocalDate) => life.plan.filter((one) => openOf(one) > 0 && daysBetween(one.dueOn, day) > terms.toleranceDays).length >= terms.missedInstallments
  if (!isEnough(today)) life.noticeOn = null
  else if (!life.noticeOn || !isEnough(life.noticeOn)) life.noticeOn = today
  else if (today > lastDayToTell(life, addDays(life.noticeOn, terms.noticeDays))) end(model, 'broken', terms.effect === 'novation' ? 'novated' : 'open')
}

/** Ends the agreement of now, its debt as told. */
export function end(model: LifeModel, status: Agreement['status'], debt: LifeModel['debt']): void {
  model.life!.status = status
  model.debt = debt
}

/** Whether the person may still undo the signature today. */
export function mayWithdraw({ life, today, terms }: LifeModel): boolean {
  return isInCourse(life) && today <= nextBusinessDay(addDays(life!.signedOn!, terms.withdrawalDays))
}

function lastDayToTell({ awaited }: Life, lastDay: LocalDate): LocalDate {
  const told = nextBusinessDay(addDays(lastDay, 1))
  if (!awaited || awaited.signedOn > told || awaited.payBy <= lastDay) return told
  return nextBusinessDay(addDays(awaited.payBy, 1))
}
