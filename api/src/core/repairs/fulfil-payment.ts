import { allot } from '../money/allot.ts'
import { sum } from '../money/sum.ts'
import { openCents, openOnes } from './open-installments.ts'
import { closedBy } from './pay-today.ts'
import type { PlanInstallment, RepairQuote } from './types.ts'

/** A payment that may make a signed quote true. */
export interface Arrived {
  cents: bigint
  /** The installment that it names, if any. */
  named: number | undefined
  /** What was paid on the plan since the signature, this payment left out. */
  sinceCents: bigint
}

/** The installments as the payment makes them, and its share in each. */
export interface Fulfilled {
  changes: PlanInstallment[]
  shares: { number: number; cents: bigint }[]
}

type Signed = Pick<RepairQuote, 'kind' | 'before' | 'after' | 'changed'> & { amountCents: bigint }

/**
 * Whether a payment, on the plan as it stands now, is the one that a quote to pay ahead or to pay everything waits for; null
 * where it is an ordinary one. The caller has checked its day.
 */
export function fulfilPayment(signed: Signed, now: readonly PlanInstallment[], arrived: Arrived): Fulfilled | null {
  return signed.kind === 'pay_off' ? payEverything(signed, now, arrived) : payThese(signed, now, arrived)
}

// Other payments since the signature count too; what is above the quoted amount settles just as well.
function payEverything({ after, amountCents }: Signed, now: readonly PlanInstallment[], { cents, sinceCents }: Arrived): Fulfilled | null {
  const open = openOnes({ installments: now })
  const missing = amountCents - sinceCents
  const most = sum(open.map(openCents))
  if (most === 0n || missing <= 0n || cents < missing || cents > (most > missing ? most : missing)) return null
  const goals = new Map(after.map((one) => [one.number, one.amountCents]))
  const weights = open.map((one) => positive((goals.get(one.number) ?? one.amountCents) - one.paidCents))
  const shares = allot(cents, weights.some((weight) => weight > 0n) ? weights : open.map(openCents))
  return { changes: open.map((one, i) => closedBy(one, shares[i]!)), shares: sharesOf(open, shares) }
}

function payThese(signed: Signed, now: readonly PlanInstallment[], { cents, named }: Arrived): Fulfilled | null {
  const { before, after, changed, amountCents } = signed
  const found = (list: readonly PlanInstallment[], number: number) => list.find((one) => one.number === number)!
  const isSame = changed.every((number) => found(now, number).amountCents === found(before, number).amountCents && found(now, number).paidCents === found(before, number).paidCents)
  if (cents !== amountCents || !isSame || !isMeant(signed, now, named)) return null
  const changes = changed.map((number) => ({ ...found(after, number), dueOn: found(now, number).dueOn }))
  return { changes, shares: sharesOf(changes, changes.map((one) => one.paidCents - found(before, one.number).paidCents)) }
}

// A payment that names none is the next installment's where it has just its amount.
function isMeant({ changed, amountCents }: Signed, now: readonly PlanInstallment[], named: number | undefined): boolean {
  if (named !== undefined) return changed.includes(named)
  const [next] = openOnes({ installments: now })
  return !next || openCents(next) !== amountCents || changed.includes(next.number)
}

function sharesOf(installments: readonly PlanInstallment[], cents: readonly bigint[]): Fulfilled['shares'] {
  return installments.map(({ number }, i) => ({ number, cents: cents[i]! })).filter((share) => share.cents > 0n)
}

function positive(cents: bigint): bigint {
  return cents > 0n ? cents : 0n
}
