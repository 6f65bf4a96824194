import type { MyProposal, Proposal } from '@repactua/shared/contract/proposals.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import type { ProposedPlan } from '../../core/offers/types.ts'
import { showId } from '../../platform/ids.ts'
import { presentCard, type CreditorRecord } from '../creditors/index.ts'
import type { DebtRecord } from '../debts/index.ts'
import type { ApprovalRecord, ProposalRecord, StoredPlan } from './proposals.repository.ts'
import { needsTwo } from './proposals.rules.ts'
import { REASON_WORDS } from './reason-words.ts'

/** An offer with what hangs on it. `reason` is what the person wrote, opened. */
export interface ProposalParts {
  record: ProposalRecord
  debts: readonly DebtRecord[]
  reason: string | null
}

/** An offer as its maker sees it: no value, no floor. */
export function presentMine({ creditor, ...parts }: ProposalParts & { creditor: CreditorRecord }): MyProposal {
  const { record } = parts
  return {
    ...presentShared(parts),
    creditor: presentCard(creditor),
    reasons: [{ code: record.reasonCode, text: REASON_WORDS[record.reasonCode] }],
    works: record.works,
  }
}

/** The same as the creditor sees it. */
export function presentForCreditor(parts: ProposalParts, approvals: readonly ApprovalRecord[]): Proposal {
  const { record } = parts
  return {
    ...presentShared(parts),
    reasons: [record.reasonCode],
    plan: record.weighing?.plan ?? null,
    standing: record.weighing?.standing ?? null,
    monthlyDiscountRateBps: record.weighing?.monthlyDiscountRateBps ?? null,
    needsSecondApproval: needsTwo(record),
    approvals: approvals.map(({ clientId, createdAt }) => ({ clientId: showId('client', clientId), at: createdAt.toISOString() })),
    internalNote: record.internalNote,
  }
}

/** A plan as it is kept. */
export function storedPlan({ amounts, downPaymentCents }: ProposedPlan): StoredPlan {
  return { amounts: amounts.map(centsNumber), downPaymentCents: centsNumber(downPaymentCents) }
}

/** A kept plan in the core's own money. */
export function planIn({ amounts, downPaymentCents }: StoredPlan): ProposedPlan {
  return { amounts: amounts.map(BigInt), downPaymentCents: BigInt(downPaymentCents) }
}

function presentShared({ record, debts, reason }: ProposalParts) {
  return {
    id: showId('proposal', record.id),
    createdAt: record.createdAt.toISOString(),
    decision: record.decision,
    debts: debts.map(({ id, externalId, description }) => ({ id: showId('debt', id), externalId, description })),
    wish: { monthlyCents: inNumber(record.monthlyCents), downPaymentCents: inNumber(record.downPaymentCents), dueDay: record.dueDay, firstDueOn: record.firstDueOn },
    reason,
    balanceCents: centsNumber(record.balanceCents),
    decideBy: record.decideBy?.toISOString() ?? null,
    decidedAt: record.decidedAt?.toISOString() ?? null,
    note: record.note,
    offerSheetId: record.offerSheetId && showId('sheet', record.offerSheetId),
    optionId: record.optionId,
  }
}

function inNumber(cents: bigint | null): number | null {
  return cents === null ? null : centsNumber(cents)
}
