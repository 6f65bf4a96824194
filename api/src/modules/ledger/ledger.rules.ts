import type { LedgerAccount } from '@repactua/shared/contract/ledger.ts'

/** One line of an entry in cents: a debit is positive, a credit negative. */
export interface Line {
  account: LedgerAccount
  cents: bigint
  installmentNumber?: number
  debtId?: string
}

/** How an agreement stands, account by account: debits less credits. */
export type Balances = Partial<Record<LedgerAccount, bigint>>

interface DebtShare {
  debtId: string
  cents: bigint
}

/**
 * A plan is agreed on: the debts become what the plan comes to. What it leaves out of them is a discount on condition, what
 * it adds is interest to come: both are real only once the plan is fulfilled.
 */
export function agreed({ debts, totalCents, interestCents }: { debts: readonly DebtShare[]; totalCents: bigint; interestCents: bigint }): Line[] {
  const left = sum(debts) + interestCents - totalCents
  const discountCents = left > 0n ? left : 0n
  return lines([
    { account: 'receivable', cents: totalCents },
    { account: 'conditional_discount', cents: discountCents },
    ...debts.map(({ debtId, cents }) => ({ account: 'debts', cents: -cents, debtId }) as const),
    { account: 'interest_to_come', cents: left - discountCents - interestCents },
  ])
}

/** A plan comes to more or less than before: by late charges and signed discounts as they were quoted, for the rest by interest. */
export function amended({ changeCents, lateCents, discountCents }: { changeCents: bigint; lateCents: bigint; discountCents: bigint }): Line[] {
  return lines([
    { account: 'receivable', cents: changeCents },
    { account: 'conditional_discount', cents: discountCents },
    { account: 'late_charges', cents: -lateCents },
    { account: 'interest_to_come', cents: lateCents - discountCents - changeCents },
  ])
}

/** Installments are paid for less, early as was signed or within a tolerance: a discount that a broken plan takes back too. */
export function discounted(parts: readonly { installmentNumber: number; cents: bigint }[]): Line[] {
  return lines([
    { account: 'conditional_discount', cents: sum(parts) },
    ...parts.map(({ installmentNumber, cents }) => ({ account: 'receivable', cents: -cents, installmentNumber }) as const),
  ])
}

/** Installments are paid late with their fine and interest, which stay even where the plan ends well. */
export function charged(parts: readonly { installmentNumber: number; cents: bigint }[]): Line[] {
  return lines([
    ...parts.map(({ installmentNumber, cents }) => ({ account: 'receivable', cents, installmentNumber }) as const),
    ...parts.map(({ installmentNumber, cents }) => ({ account: 'late_charges', cents: -cents, installmentNumber }) as const),
  ])
}

/** Money has come, share by share for the installments that it pays; what is above all that is open is owed back. */
export function paid(shares: readonly { installmentNumber: number; cents: bigint }[], excessCents = 0n): Line[] {
  return lines([
    { account: 'bank', cents: sum(shares) + excessCents },
    { account: 'refunds_owed', cents: -excessCents },
    ...shares.map(({ installmentNumber, cents }) => ({ account: 'receivable', cents: -cents, installmentNumber }) as const),
  ])
}

/** The plan is fulfilled: its discount is given and its interest is earned. */
export function settled(balances: Balances): Line[] {
  return lines([
    ...moved(balances, 'conditional_discount', 'realised_discount'),
    ...moved(balances, 'interest_to_come', 'interest_income'),
  ])
}

/** The plan ended early and its debts are open again: nothing of it is left, and what was paid counts on them. */
export function reopened(balances: Balances, debts: readonly (DebtShare & { paidCents: bigint })[]): Line[] {
  const over = ['receivable', 'conditional_discount', 'interest_to_come', 'late_charges'] as const
  return lines([
    ...over.map((account) => ({ account, cents: -(balances[account] ?? 0n) })),
    ...debts.map(({ debtId, cents, paidCents }) => ({ account: 'debts', cents: cents - paidCents, debtId }) as const),
  ])
}

/** The plan ended early and what is left of it is owed in the debts' place, which makes its discount and interest real. */
export function novated(balances: Balances, debts: readonly DebtShare[]): Line[] {
  return lines([
    ...settled(balances),
    { account: 'receivable', cents: -sum(debts) },
    ...debts.map(({ debtId, cents }) => ({ account: 'debts', cents, debtId }) as const),
  ])
}

/** The plan was undone: nothing of it is left, its debts are whole again, and what was paid is owed back. */
export function withdrawn(balances: Balances, debts: readonly DebtShare[], paidCents: bigint): Line[] {
  return lines([...reopened(balances, debts.map((debt) => ({ ...debt, paidCents: 0n }))), { account: 'refunds_owed', cents: -paidCents }])
}

/** Money has come that nobody can say yet what it is for. */
export function held(cents: bigint): Line[] {
  return lines([{ account: 'bank', cents }, { account: 'held', cents: -cents }])
}

/** It is known now: money that is a payment, or was never there twice, leaves the bank again for its own entry to bring it in. */
export function released(to: 'bank' | 'refunds_owed', cents: bigint): Line[] {
  return lines([{ account: 'held', cents }, { account: to, cents: -cents }])
}

/** It counts on debts that are open again. */
export function releasedOnDebts(debts: readonly DebtShare[]): Line[] {
  return lines([{ account: 'held', cents: sum(debts) }, ...debts.map(({ debtId, cents }) => ({ account: 'debts', cents: -cents, debtId }) as const)])
}

/** Money that was owed back has gone. */
export function refunded(cents: bigint): Line[] {
  return lines([{ account: 'refunds_owed', cents }, { account: 'bank', cents: -cents }])
}

/** Money that was paid has gone back, share by share of the installments that it paid. */
export function reversed(shares: readonly { installmentNumber: number; cents: bigint }[]): Line[] {
  return lines([
    { account: 'bank', cents: -sum(shares) },
    ...shares.map(({ installmentNumber, cents }) => ({ account: 'receivable', cents, installmentNumber }) as const),
  ])
}

/** What a payment that is taken back had brought about is no more: charges for delay, discounts, an amendment. */
export function restored({ lateCents, loweredCents, amended: before }: { lateCents: bigint; loweredCents: bigint; amended: readonly Line[] }): Line[] {
  return lines([
    { account: 'receivable', cents: loweredCents - lateCents },
    { account: 'late_charges', cents: lateCents },
    { account: 'conditional_discount', cents: -loweredCents },
    ...before.map((line) => ({ ...line, cents: -line.cents })),
  ])
}

/** The plan is not fulfilled after all: its discount is on condition again and its interest to come. */
export function unsettled(balances: Balances): Line[] {
  return lines([
    ...moved(balances, 'realised_discount', 'conditional_discount'),
    ...moved(balances, 'interest_income', 'interest_to_come'),
  ])
}

/** The plan had ended already: what is not paid of it any more is owed on its debts. */
export function owedAgain(debts: readonly DebtShare[]): Line[] {
  return lines([{ account: 'receivable', cents: -sum(debts) }, ...debts.map(({ debtId, cents }) => ({ account: 'debts', cents, debtId }) as const)])
}

function moved(balances: Balances, from: LedgerAccount, to: LedgerAccount): Line[] {
  const cents = balances[from] ?? 0n
  return [{ account: from, cents: -cents }, { account: to, cents }]
}

function lines(all: readonly Line[]): Line[] {
  return all.filter(({ cents }) => cents !== 0n)
}

function sum(parts: readonly { cents: bigint }[]): bigint {
  return parts.reduce((total, { cents }) => total + cents, 0n)
}
