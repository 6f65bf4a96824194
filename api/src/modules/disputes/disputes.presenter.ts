import type { CreditorDispute, Dispute, DisputeInput, MyDispute } from '@repactua/shared/contract/disputes.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { showId } from '../../platform/ids.ts'
import { presentCard } from '../creditors/index.ts'
import type { DisputeRecord, ListedDispute } from './disputes.repository.ts'
import type { MyDisputeView } from './list-disputes.ts'

export function presentDispute({ id, debtId, reason, statementSealed, status, answerBy, answerSealed, endedAt, createdAt }: DisputeRecord, keys: Pick<Keys, 'open'>): Dispute {
  const { statement, references = [], paidOn = null } = JSON.parse(keys.open(statementSealed)) as Omit<DisputeInput, 'reason'>
  return {
    id: showId('dispute', id),
    debtId: showId('debt', debtId),
    reason, statement, references, paidOn, status, answerBy,
    answer: answerSealed && keys.open(answerSealed),
    endedAt: endedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  }
}

export function presentMyDispute({ dispute, creditor, debt: { description, product, contractNumber } }: MyDisputeView, keys: Pick<Keys, 'open'>): MyDispute {
  return { ...presentDispute(dispute, keys), creditor: presentCard(creditor), debt: { description, product, contractNumber } }
}

export function presentListedDispute(dispute: ListedDispute, keys: Pick<Keys, 'open'>): CreditorDispute {
  return { ...presentDispute(dispute, keys), debtExternalId: dispute.debtExternalId }
}
