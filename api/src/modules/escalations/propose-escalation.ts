import type { EscalationInput } from '@repactua/shared/contract/escalations.ts'
import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Work } from '../../platform/work.ts'
import { lockDebt, type DebtRecord } from '../debts/index.ts'
import { blockOf } from './blocks.rules.ts'
import { refuseBlock } from './block-words.ts'
import { readOwnRules } from './change-settings.ts'
import { insertEscalation, type ListedEscalation } from './escalations.repository.ts'
import { standingOf } from './hold-escalation.ts'
import { tellEscalation } from './take-step.ts'

/**
 * Proposes that a debt be listed or protested; nothing is told or asked of anybody yet. Refuses a kind that is switched off, a debt
 * that is not late enough or may not be escalated, and a second one of a kind.
 */
export async function proposeEscalation(work: Work, { creditorId, externalId }: { creditorId: string; externalId: string }, { kind, contractEndedOn = null }: Pick<EscalationInput, 'kind'> & { contractEndedOn?: string | null }): Promise<ListedEscalation> {
  const debt = await lockDebt(work.tx, creditorId, externalId)
  if (!debt) throw new AppError('not_found')
  const rules = await readOwnRules(work, creditorId)
  const standing = standingOf(work, debt)
  if (!rules.kinds.includes(kind)) throw new AppError('escalation_off')
  refuseBlock(blockOf(standing, { kind, state: 'proposed', contractEndedOn }, rules, work.today))
  refuseUnless(standing.overdueDays >= rules.afterDays, 'escalation_too_early')
  const escalation = newEscalation(work, debt, { kind, contractEndedOn })
  const { debtExternalId: _id, dueOn: _due, prescribesOn: _term, ...row } = escalation
  refuseUnless(await insertEscalation(work.tx, row), 'escalation_under_way')
  await tellEscalation(work, escalation, 'escalation.proposed')
  return escalation
}

function refuseUnless(holds: boolean, code: ErrorCode): void {
  if (!holds) throw new AppError(code)
}

function newEscalation(work: Work, debt: DebtRecord, said: Pick<ListedEscalation, 'kind' | 'contractEndedOn'>): ListedEscalation {
  const { creditorId, id: debtId, cpfIndex, externalId: debtExternalId, dueOn, prescribesOn } = debt
  const at = work.clock.now()
  return {
    creditorId, id: work.newId(), debtId, cpfIndex, debtExternalId, dueOn, prescribesOn, ...said, state: 'proposed', since: at, createdAt: at,
    proofProvider: null, proofReference: null, proofDeliveredAt: null, proofSha256: null, deadlineOn: null, askedBy: null, askedAt: null,
    institution: null, reference: null, confirmedOn: null, block: null, takeOffAlarmOn: null, takeOffOn: null, alarmedAt: null,
  }
}
