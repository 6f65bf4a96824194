import type { Dispute, DisputeInput } from '@repactua/shared/contract/disputes.ts'
import { apiCreate } from '../../lib/api-client.ts'

/** Contests a debt: from then on nobody collects it until the answer. */
export function contestDebt(debtId: string, input: DisputeInput): Promise<Dispute> {
  return apiCreate<Dispute>(`/me/debts/${debtId}/disputes`, input)
}

/** Takes back what was contested. */
export function takeBack(disputeId: string): Promise<Dispute> {
  return apiCreate<Dispute>(`/me/disputes/${disputeId}/cancellation`)
}
