import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { allot } from '../../../core/money/allot.ts'
import { sum } from '../../../core/money/sum.ts'
import { showId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { addDebtPayments, setDebtStatus } from '../../debts/index.ts'
import { reverseDelisting } from '../../delistings/index.ts'
import { balancesOf, owedAgain, postEntry, restored, reversed, unsettled, type Line } from '../../ledger/index.ts'
import { claimDebtsAgain, setStatus } from '../agreement-states.repository.ts'
import { debtsOf, type AgreementRecord } from '../agreements.repository.ts'
import type { Registered } from '../register-payment.ts'
import { take } from '../transitions.rules.ts'
import { callTakeBack } from './reversing.repository.ts'
import { stands, type ReversalPlan } from './take-back.rules.ts'

/** A reversal whose own rows stand, with what it makes of the agreement. */
export interface PlannedReversal {
  id: string
  plan: ReversalPlan
  /** The payment's day, and what was left of it. */
  paidOn: LocalDate
  leftCents: bigint
  /** What the books said of an amendment that is undone with it. */
  amended: readonly Line[]
}

/**
 * Takes a payment's money back off its agreement: installments, books, and what its settlement made. Of one that ended early
 * the debts owe it again. The caller holds the agreement's lock, and records the news after its own.
 */
export async function applyReversal(work: Work, agreement: AgreementRecord, reversal: PlannedReversal): Promise<Registered> {
  const { creditorId, id: agreementId, status, settledAt } = agreement
  const { id: sourceId, plan: { taken, changes, isReopened } } = reversal
  await callTakeBack(work.tx, agreement, sourceId, changes)
  await postEntry(work, { creditorId, agreementId, event: 'reversed', sourceId, lines: reversed(taken) })
  const lines = stands(status) ? await restoredLines(work, agreement, reversal) : owedAgain(await oweAgain(work, agreement, reversal))
  await postEntry(work, { creditorId, agreementId, event: 'restored', sourceId, lines })
  return isReopened ? reopen(work, agreement) : { status, settledAt, news: [] }
}

async function restoredLines(work: Work, { creditorId, id }: AgreementRecord, { plan: { taken, isReopened }, amended }: PlannedReversal): Promise<Line[]> {
  const lateCents = sum(taken.map((share) => share.lateCents))
  const loweredCents = sum(taken.map((share) => share.loweredCents))
  return [...restored({ lateCents, loweredCents, amended }), ...(isReopened ? unsettled(await balancesOf(work.tx, creditorId, id)) : [])]
}

// As it was shared out when the agreement ended, less what it would have been without the part that went back.
async function oweAgain(work: Work, agreement: AgreementRecord, { plan: { taken }, paidOn, leftCents }: PlannedReversal): Promise<{ debtId: string; cents: bigint }[]> {
  const { creditorId, id: agreementId } = agreement
  const debts = await debtsOf(work.tx, [agreement])
  const weights = debts.map(({ totalCents }) => totalCents)
  const [before, after] = [allot(leftCents, weights), allot(leftCents - sum(taken.map(({ cents }) => cents)), weights)]
  const owed = debts.map(({ debtId }, i) => ({ debtId, cents: before[i]! - after[i]! })).filter(({ cents }) => cents !== 0n)
  await addDebtPayments(work, owed.map(({ debtId, cents }) => ({ creditorId, agreementId, debtId, paidOn, cents: -cents })))
  return owed
}

// Nothing takes a debt out of `settled` but this, so it is free for its agreement.
async function reopen(work: Work, agreement: AgreementRecord): Promise<Registered> {
  const { creditorId, id } = agreement
  const { to, event } = take('reopen', agreement.status)
  const debts = await debtsOf(work.tx, [agreement])
  await setDebtStatus(work, creditorId, debts.map(({ debtId }) => debtId), 'in_agreement')
  await claimDebtsAgain(work.tx, agreement)
  await setStatus(work.tx, agreement, { status: to, settledAt: null })
  const agreementId = showId('agreement', id)
  const news = await reverseDelisting(work, { creditorId, agreementId: id })
  return { status: to, settledAt: null, news: [{ creditorId, type: event, subject: agreementId, data: { agreementId } }, ...news] }
}
