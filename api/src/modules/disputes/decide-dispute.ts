import type { DisputeDecision } from '@repactua/shared/contract/disputes.ts'
import { addDays } from '@repactua/shared/time/local-date.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { endOfDay } from '../../platform/clock.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { loadDebts, withdrawDebt } from '../debts/index.ts'
import { queueMessages } from '../messaging/index.ts'
import { lockDispute, type ListedDispute } from './disputes.repository.ts'
import { mayDecide, WITHDRAWAL_OF } from './disputes.rules.ts'
import { endDispute } from './end-dispute.ts'

/** Days within which the news of an answer is worth sending. */
const NEWS_DAYS = 7

/**
 * The creditor answers a dispute. Upheld, the debt is taken back for good; one in an agreement is refused until that is
 * cancelled, so that what was paid on it is seen to. The person is told that there is an answer.
 */
export async function decideDispute(work: Work, id: string, decision: DisputeDecision): Promise<ListedDispute> {
  const dispute = await lockDispute(work.tx, creditorOf(work), id)
  if (!dispute) throw new AppError('not_found')
  const may = mayDecide(dispute, dispute.answerSealed && work.keys.open(dispute.answerSealed), decision)
  if (!may.ok) throw new AppError(may.error)
  if (may.value === 'decided_before') return dispute
  const ended = await endDispute(work, dispute, { status: decision.outcome, answerSealed: work.keys.seal(decision.answer) })
  if (decision.outcome === 'upheld') await takeBackDebt(work, dispute)
  await tell(work, ended)
  return ended
}

async function takeBackDebt(work: Work, { creditorId, debtId, debtExternalId, reason }: ListedDispute): Promise<void> {
  const [debt] = await loadDebts(work, creditorId, [debtId])
  if (debt?.status !== 'withdrawn') await withdrawDebt(work, debtExternalId, { reason: WITHDRAWAL_OF[reason] })
}

async function tell(work: Work, { creditorId, id, debtId, cpfIndex, status }: ListedDispute): Promise<void> {
  const [debt] = await loadDebts(work, creditorId, [debtId])
  await queueMessages(work, [{
    creditorId, debtorId: debt!.debtorId, cpfIndex, purpose: 'service', stepKey: `dispute:${id}:answer`, templateKey: 'dispute-answered', values: {},
    channels: ['email', 'sms'], debtIds: [debtId], notBefore: work.clock.now(), notAfter: endOfDay(addDays(work.today, NEWS_DAYS)), origin: null,
  }])
  const data = { disputeId: showId('dispute', id), debtId: showId('debt', debtId), outcome: status }
  await recordChange(work, { creditorId, type: 'dispute.decided', subject: data.disputeId, data })
}
