import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { latestBalance } from '../../core/interest/balance.ts'
import { allot } from '../../core/money/allot.ts'
import { sum } from '../../core/money/sum.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Work } from '../../platform/work.ts'
import { addDebtPayments, debtTermsOf, loadDebts, lockDebts, type DebtRecord } from '../debts/index.ts'
import { debtsOf, lockAgreement } from './agreements.repository.ts'

/** Money that came for an agreement after its end. */
interface LateMoney {
  creditorId: string
  agreementId: string
  cents: bigint
  paidOn: LocalDate
}

/**
 * Counts money on the debts of an agreement that was cancelled or broken, as what was paid before its end: by what each of
 * those that are open comes to. Refuses where none is open, and what is above all of them. Gives the share of each.
 */
export async function countOnDebts(work: Work, { creditorId, agreementId, cents, paidOn }: LateMoney): Promise<{ debtId: string; cents: bigint }[]> {
  const agreement = await lockAgreement(work.tx, creditorId, agreementId)
  const isOver = agreement?.status === 'cancelled' || agreement?.status === 'broken'
  const open = isOver ? await lockOpenDebts(work, agreement) : []
  if (open.length === 0) throw new AppError('resolution_not_possible')
  const balances = open.map((debt) => leastBalance(debt, [paidOn, work.today]))
  if (sum(balances) < cents) throw new AppError('payment_above_balance')
  const shares = allot(cents, balances)
  const counted = open.map(({ id: debtId }, i) => ({ debtId, cents: shares[i]! })).filter((share) => share.cents > 0n)
  await addDebtPayments(work, counted.map((share) => ({ ...share, creditorId, agreementId, paidOn })))
  return counted
}

async function lockOpenDebts(work: Work, agreement: { creditorId: string; id: string }): Promise<DebtRecord[]> {
  const ids = (await debtsOf(work.tx, [agreement])).map(({ debtId }) => debtId)
  await lockDebts(work.tx, agreement.creditorId, ids)
  return (await loadDebts(work, agreement.creditorId, ids)).filter(({ status }) => status === 'open')
}

// What is too much for a debt would be lost on it (CC 354 knows no such payment), on the day of the payment and today.
function leastBalance(debt: DebtRecord, days: readonly LocalDate[]): bigint {
  const balances = days.map((day) => latestBalance(debtTermsOf(debt), day).balance.totalCents)
  return balances.reduce((least, cents) => (cents < least ? cents : least))
}
