import { recordChange } from '../../../platform/audit/record-change.ts'
import { localDateOf } from '../../../platform/clock.ts'
import { enterCreditor } from '../../../platform/db/transaction.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { showId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { balancesOf, postEntry, withdrawn } from '../../ledger/index.ts'
import { oweRefund } from '../../refunds/index.ts'
import { paymentsOn, setEnded } from '../agreement-states.repository.ts'
import { lockAgreement, type AgreementRecord } from '../agreements.repository.ts'
import { loadAgreement, type AgreementWhole } from '../load-agreement.ts'
import { undoClaim } from '../reopen-debts.ts'
import { take } from '../transitions.rules.ts'
import { withdrawalOn } from './withdrawal.rules.ts'

/**
 * Undoes the person's own agreement within the days that its term gives, at no cost (CDC 49): it is as if it had not been
 * signed, and what was paid is due back at once. Payments of the agreement wait on its row, so none is lost. Twice is once.
 */
export async function withdrawAgreement(work: Work, agreementId: string): Promise<AgreementWhole> {
  const { record: { creditorId }, option: { withdrawalDays } } = await loadAgreement(work, agreementId)
  await enterCreditor(work.tx, creditorId)
  const agreement = (await lockAgreement(work.tx, creditorId, agreementId))!
  if (agreement.status === 'withdrawn') return loadAgreement(work, agreementId)
  const signedOn = agreement.signedAt && localDateOf(agreement.signedAt)
  const allowed = withdrawalOn({ status: agreement.status, signedOn, withdrawalDays }, work.today)
  if (!allowed.ok) throw new AppError(allowed.code)
  await undo(work, agreement)
  return loadAgreement(work, agreementId)
}

async function undo(work: Work, agreement: AgreementRecord): Promise<void> {
  const { creditorId, id } = agreement
  const { to, event } = take('withdraw', agreement.status)
  await setEnded(work.tx, agreement, { status: to, withdrawnAt: work.clock.now() })
  const debts = await undoClaim(work, agreement)
  const amountCents = (await paymentsOn(work.tx, agreement)).reduce((sum, { cents }) => sum + cents, 0n)
  const owed = debts.map(({ debtId, balanceCents }) => ({ debtId, cents: balanceCents }))
  await postEntry(work, { creditorId, agreementId: id, event: 'withdrawn', sourceId: id, lines: withdrawn(await balancesOf(work.tx, creditorId, id), owed, amountCents) })
  const due = amountCents > 0n ? [await oweRefund(work, { creditorId, agreementId: id, amountCents, reason: 'withdrawal', paymentReference: null })] : []
  const agreementId = showId('agreement', id)
  await recordChange(work, { creditorId, type: event, subject: agreementId, data: { agreementId } })
  for (const { news } of due) await recordChange(work, news)
}
