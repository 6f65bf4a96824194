import type { OfferOption } from '@repactua/shared/contract/offers.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { sum } from '../../../core/money/sum.ts'
import { lateCharge } from '../../../core/repairs/late-charge.ts'
import type { PlanInstallment, PlanTerms, RepairLine } from '../../../core/repairs/types.ts'

/** The terms that say what delay costs. */
export interface LateTerms {
  option: Pick<OfferOption, 'monthlyRateBps' | 'lateFeeBps' | 'defaultInterestMonthlyBps' | 'legalChecks'>
  regime: PlanTerms['regime']
}

/** What delay adds to an installment that is paid on a day, by the term's own rates: its lines, and their sums in cents. */
export interface LateCharge {
  lines: RepairLine[]
  fineCents: bigint
  interestCents: bigint
}

export function lateChargeOn({ option, regime }: LateTerms, installment: PlanInstallment, on: LocalDate): LateCharge {
  const lines = lateCharge({ terms: { ...option, regime }, today: on, signedChecks: option.legalChecks }, installment)
  const sumOf = (wanted: RepairLine['kind']) => sum(lines.filter(({ kind }) => kind === wanted).map(({ cents }) => cents))
  return { lines, fineCents: sumOf('late_fine'), interestCents: sumOf('default_interest') }
}

/** An open installment in the order in which a payment reaches it, with what delay adds to it on the payment's day. */
export interface Reached {
  number: number
  openCents: bigint
  fineCents: bigint
  interestCents: bigint
}

/** What a payment pays for the delay of an installment. */
export interface Charged {
  installmentNumber: number
  fineCents: bigint
  interestCents: bigint
}

/** Fine and interest are two figures: a bank that counts by its own table may round each of them up. */
const ROUNDING_CENTS = 2n

/**
 * What a payment pays for delay. It closes as many installments as it can at what is open of them; only what it brings above
 * that is for the delay of those, interest first (CC 354), and what it does not bring is let go. `toldCents` is what the bank
 * counted: no more than that is taken, and its rounding with it.
 */
export function chargesTaken(inOrder: readonly Reached[], { cents, toldCents }: { cents: bigint; toldCents?: bigint | undefined }): Charged[] {
  const closed = closedBy(inOrder, cents)
  const late = closed.filter((one) => one.fineCents + one.interestCents > 0n)
  const above = cents - sum(closed.map(({ openCents }) => openCents))
  const most = toldCents === undefined || toldCents > above ? above : toldCents
  const taken = pour(late, most)
  return toldCents === undefined ? taken : withRounding(taken, late, most)
}

function closedBy(inOrder: readonly Reached[], cents: bigint): Reached[] {
  let rest = cents
  const end = inOrder.findIndex(({ openCents }) => (rest -= openCents) < 0n)
  return inOrder.slice(0, end === -1 ? inOrder.length : end)
}

function pour(late: readonly Reached[], cents: bigint): Charged[] {
  let rest = cents
  const take = (wanted: bigint) => {
    const taken = wanted < rest ? wanted : rest
    rest -= taken
    return taken
  }
  const all = late.map(({ number, interestCents, fineCents }) => ({ installmentNumber: number, interestCents: take(interestCents), fineCents: take(fineCents) }))
  return all.filter((one) => one.fineCents + one.interestCents > 0n)
}

function withRounding(taken: readonly Charged[], late: readonly Reached[], cents: bigint): Charged[] {
  const over = cents - sum(taken.map(({ fineCents, interestCents }) => fineCents + interestCents))
  const isRounding = over > 0n && over <= ROUNDING_CENTS
  const fits = ({ installmentNumber, fineCents, interestCents }: Charged) => fineCents + interestCents + over <= late.find(({ number }) => number === installmentNumber)!.openCents
  return taken.map((one, i) => (isRounding && i === 0 && fits(one) ? { ...one, interestCents: one.interestCents + over } : one))
}
