import { addDays, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { nextBusinessDay } from '../calendar/bank-holidays.ts'
import { sourceOf } from '../legal/legal-rules.ts'
import { brl } from '../money/show.ts'
import { openCents } from './open-installments.ts'
import { formulaOf, valueThen, valueToday, worthToday, type Worth } from './present-value.ts'
import type { Plan, PlanInstallment, RepairLine } from './types.ts'

/** An installment as it is once a payment of today has reached it. */
export interface PaidToday {
  installment: PlanInstallment
  payCents: bigint
  lines: RepairLine[]
}

/** Pays all that is open of an installment that is not late: its present value, or what was signed for paying it early, where that is less. */
export function payWhole(plan: Plan, installment: PlanInstallment): PaidToday {
  const worth = worthToday(plan, installment)
  const payCents = valueToday(worth, openCents(installment))
  const signed = plan.signedEarly?.get(installment.number)
  if (signed !== undefined && signed < payCents) return payAsSigned(installment, signed, worth.days)
  return { installment: closedBy(installment, payCents), payCents, lines: reduction(installment, worth, { takenOff: openCents(installment), payCents }) }
}

function payAsSigned(installment: PlanInstallment, payCents: bigint, days: number): PaidToday {
  const open = openCents(installment)
  const formula = `${brl(open)} com o desconto combinado para quem paga antes`
  const line: RepairLine = { kind: 'early_payment', installmentNumber: installment.number, cents: payCents - open, days, formula, rule: 'contract', source: 'Contrato' }
  return { installment: closedBy(installment, payCents), payCents, lines: [line] }
}

/** Pays so much of an installment, less than it is worth today: the rest stays open on its date. */
export function payPart(plan: Plan, installment: PlanInstallment, payCents: bigint): PaidToday {
  const worth = worthToday(plan, installment)
  const most = openCents(installment) - 1n
  const fair = valueThen(worth, payCents)
  const takenOff = fair < most ? fair : most
  const rest: PlanInstallment = { ...installment, amountCents: installment.amountCents - takenOff + payCents, paidCents: installment.paidCents + payCents, status: 'partly_paid' }
  return { installment: rest, payCents, lines: reduction(installment, worth, { takenOff, payCents }) }
}

/** An installment that takes its last payment. One of which nothing is worth a cent is cancelled. */
export function closedBy(installment: PlanInstallment, payCents: bigint): PlanInstallment {
  const paidCents = installment.paidCents + payCents
  return paidCents === 0n ? { ...installment, status: 'cancelled' } : { ...installment, amountCents: paidCents, paidCents, status: 'paid' }
}

/** Until when an amount of today is taken: the end of the next business day, so that nobody is rushed by midnight or a weekend. */
export function payBy(today: LocalDate): LocalDate {
  return nextBusinessDay(addDays(today, 1))
}

function reduction({ number }: PlanInstallment, worth: Worth, { takenOff, payCents }: { takenOff: bigint; payCents: bigint }): RepairLine[] {
  const cents = payCents - takenOff
  if (cents === 0n) return []
  return [{ kind: 'early_payment', installmentNumber: number, cents, days: worth.days, formula: formulaOf(worth, takenOff), rule: 'early-payment', source: sourceOf('early-payment') }]
}
