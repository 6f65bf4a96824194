import type { Escalation, EscalationSettings } from '@repactua/shared/contract/escalations.ts'
import { lastListingDay } from '../../core/legal/listing-age.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import { showId } from '../../platform/ids.ts'
import type { OwnRules } from './blocks.rules.ts'
import type { ListedEscalation } from './escalations.repository.ts'

export function presentEscalation(escalation: ListedEscalation): Escalation {
  const { id, debtId, debtExternalId, kind, state, since, deadlineOn, block, createdAt } = escalation
  return {
    id: showId('escalation', id),
    debtId: showId('debt', debtId),
    debtExternalId, kind, state,
    since: since.toISOString(),
    deadlineOn,
    lastDayOn: lastListingDay(escalation),
    ...presentPapers(escalation),
    block,
    createdAt: createdAt.toISOString(),
  }
}

export function presentEscalationSettings({ leastCents, ...rules }: OwnRules): EscalationSettings {
  return { ...rules, leastCents: centsNumber(leastCents) }
}

type Papers = Pick<Escalation, 'proof' | 'asked' | 'confirmation' | 'takeOff'>

// The columns of one paper are all there or all empty: the table sees to it.
function presentPapers(escalation: ListedEscalation): Papers {
  const { askedBy, askedAt, institution, reference, confirmedOn, takeOffOn: dueOn, alarmedAt } = escalation
  return {
    proof: presentProof(escalation),
    asked: askedBy === null ? null : { by: showId('client', askedBy), at: askedAt!.toISOString() },
    confirmation: institution === null ? null : { institution, reference: reference!, confirmedOn: confirmedOn! },
    takeOff: dueOn === null ? null : { dueOn, alarmedAt: alarmedAt?.toISOString() ?? null },
  }
}

function presentProof({ proofProvider: provider, proofReference, proofDeliveredAt, proofSha256 }: ListedEscalation): Papers['proof'] {
  return provider === null ? null : { provider, reference: proofReference!, deliveredAt: proofDeliveredAt!.toISOString(), sha256: proofSha256! }
}
