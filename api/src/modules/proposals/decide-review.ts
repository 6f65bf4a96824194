import type { Proposal, ProposalDecisionInput } from '@repactua/shared/contract/proposals.ts'
import type { ProposedPlan } from '../../core/offers/types.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { readId, showId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { creditorOf } from '../../platform/work.ts'
import { refuseRevoked } from '../creditors/index.ts'
import { loadDebts } from '../debts/index.ts'
import { formOfferSheet } from '../offers/index.ts'
import { planCounter } from './plan-counter.ts'
import { planIn } from './proposals.presenter.ts'
import { approvalsOf, debtIdsOf, endReview, insertApproval, lockProposal, type Outcome, type ProposalRecord } from './proposals.repository.ts'
import { countApproval, mayDecide } from './proposals.rules.ts'
import { readForCreditor } from './read-proposals.ts'
import { tellAnswer } from './tell-answer.ts'

/**
 * A person of the creditor answers an offer in review. An approved plan, or the one set against it, stands on a sheet of that
 * day, which the debtor may sign to the end of the second day after at least. Refuses after the deadline, a second approval
 * by the same client, a client that was revoked, and a plan over debts that are no longer open or have become less.
 */
export async function decideReview(work: Work, id: string, input: ProposalDecisionInput): Promise<Proposal> {
  await refuseRevoked(work)
  const record = await lockProposal(work.tx, { creditorId: creditorOf(work), id })
  if (!record?.plan) throw new AppError(record ? 'proposal_not_in_review' : 'not_found')
  const may = mayDecide(record, work.clock.now())
  if (!may.ok) throw new AppError(may.error)
  if (input.decision === 'approved') await approve(work, record, input)
  else if (input.decision === 'countered') await end(work, record, input, await offer(work, record, planCounter(work, record, input.counter), 'countered_by_person'))
  else await end(work, record, input, { decision: 'refused', reasonCode: 'not_approved' })
  return readForCreditor(work, id)
}

type Decided = Omit<Outcome, 'decision' | 'decidedAt'> & { decision: 'accepted' | 'countered' | 'refused' }

async function approve(work: Work, record: ProposalRecord, input: ProposalDecisionInput): Promise<void> {
  const clientId = clientOf(work)
  const approvedBy = (await approvalsOf(work.tx, [record])).map((one) => one.clientId)
  const counted = countApproval(record, approvedBy, clientId)
  if (!counted.ok) throw new AppError(counted.error)
  await insertApproval(work.tx, { creditorId: record.creditorId, proposalId: record.id, clientId, createdAt: work.clock.now() })
  if (counted.value === 'done') return end(work, record, input, await offer(work, record, planIn(record.plan!), 'approved'))
  const subject = showId('proposal', record.id)
  await recordChange(work, { creditorId: record.creditorId, type: 'proposal.approved_once', subject, data: { proposalId: subject } })
}

async function offer(work: Work, record: ProposalRecord, proposal: ProposedPlan, reasonCode: 'approved' | 'countered_by_person'): Promise<Decided> {
  const ids = (await debtIdsOf(work.tx, [record])).get(record.id) ?? []
  const debts = await loadDebts(work, record.creditorId, ids)
  const sheet = await formOfferSheet(work, { debts, wishes: wishesOf(work, record), proposal })
  // A plan over more than is owed today is no option.
  if (!sheet.options.some((option) => option.id === 'proposal')) throw new AppError('proposal_outdated')
  return { decision: reasonCode === 'approved' ? 'accepted' : 'countered', reasonCode, offerSheetId: readId(sheet.id), optionId: 'proposal' }
}

async function end(work: Work, record: ProposalRecord, { note, internalNote }: ProposalDecisionInput, outcome: Decided): Promise<void> {
  const { creditorId, id } = record
  await endReview(work.tx, record, { ...outcome, decidedAt: work.clock.now(), note: note ?? null, internalNote: internalNote ?? null })
  const subject = showId('proposal', id)
  const offerSheetId = outcome.offerSheetId ? showId('sheet', outcome.offerSheetId) : null
  await recordChange(work, { creditorId, type: `proposal.${outcome.decision}`, subject, data: { proposalId: subject, by: 'person', offerSheetId, optionId: outcome.optionId ?? null } })
  await tellAnswer(work, record, outcome.decision)
}

// A first date that has passed meanwhile is left out: the day of the month stays.
function wishesOf({ today }: Work, { dueDay, firstDueOn }: ProposalRecord) {
  return { ...(dueDay === null ? {} : { dueDay }), ...(firstDueOn !== null && firstDueOn > today ? { firstDueOn } : {}) }
}

function clientOf({ actor }: Work): string {
  if (actor.kind !== 'client') throw new Error('only a client decides')
  return actor.clientId
}
