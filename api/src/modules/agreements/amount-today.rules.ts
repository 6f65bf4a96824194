import type { ChargeItem } from '@repactua/shared/contract/charge-items.ts'
import type { OfferOption } from '@repactua/shared/contract/offers.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { nextBusinessDay } from '../../core/calendar/bank-holidays.ts'
import { isLate, openCents } from '../../core/repairs/open-installments.ts'
import { payBy } from '../../core/repairs/pay-today.ts'
import type { PlanInstallment, PlanTerms, RepairLine } from '../../core/repairs/types.ts'
import { earlyAmount } from './early/early-payment.rules.ts'
import { lateChargeOn } from './late/late-charge.rules.ts'

/** One line of what is to be paid, in cents; negative where it takes off. */
export interface Item {
  kind: ChargeItem['kind']
  cents: bigint
  formula?: string
}

/** What an open installment comes to today, and the last day for that; null where no day changes it. */
export interface AmountToday {
  amountCents: bigint
  validUntil: LocalDate | null
  /** The day that a slip bears: one that is made late can be paid at its amount as long as the bank takes to know it. */
  payBy: LocalDate
  items: Item[]
  isLate: boolean
}

/** By what was signed: less where it is paid early, with fine and interest of the day where it is late. */
export function amountToday({ option, regime }: { option: OfferOption; regime: PlanTerms['regime'] }, installment: PlanInstallment, today: LocalDate): AmountToday {
  const open = openCents(installment)
  const bare: Item = { kind: 'installment', cents: open }
  const early = earlyAmount(option, installment, today)
  if (early) return { ...sumOf([bare, { kind: 'early_payment', cents: early.cents - open }]), validUntil: early.payBy, payBy: early.payBy, isLate: false }
  if (!isLate(installment, today)) return { ...sumOf([bare]), validUntil: nextBusinessDay(installment.dueOn), payBy: installment.dueOn, isLate: false }
  const { lines } = lateChargeOn({ option, regime }, installment, today)
  return { ...sumOf([bare, ...lines.map(itemOf)]), validUntil: lines.length > 0 ? today : null, payBy: payBy(today), isLate: true }
}

/** A line of a repair as an item of what is to be paid for it. */
export function itemOf({ kind, cents, formula }: Pick<RepairLine, 'kind' | 'formula'> & { cents: bigint }): Item {
  return { kind: kind === 'contract_interest' ? 'installment' : kind, cents, formula }
}

function sumOf(items: Item[]): Pick<AmountToday, 'amountCents' | 'items'> {
  return { amountCents: items.reduce((sum, { cents }) => sum + cents, 0n), items }
}
