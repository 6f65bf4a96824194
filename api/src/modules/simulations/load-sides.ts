import { invariant } from '../../core/invariant.ts'
import type { OfferPolicy } from '../../core/offers/types.ts'
import type { SideBySide } from '../../core/simulation/count-debt.ts'
import { layOutPolicy } from '../../core/simulation/lay-out-policy.ts'
import type { PolicyLayout } from '../../core/simulation/types.ts'
import type { Transaction } from '../../platform/db/transaction.ts'
import { findCreditor } from '../creditors/index.ts'
import { findLegalRate } from '../indices/index.ts'
import { findPolicy, type PolicyRecord } from '../policies/index.ts'
import type { SimulationRecord } from './simulations.repository.ts'

/** A policy as it is named in a result, and ready to be held against debts. */
export interface Side {
  policy: PolicyRecord
  layout: PolicyLayout
}

/** Both policies of a simulation with what was pinned when it was asked for. Their rules never change. */
export async function loadSides(tx: Transaction, record: SimulationRecord): Promise<SideBySide<Side>> {
  const { creditorId, policyId, inForcePolicyId, runningCampaigns, inForceCampaigns, asOf } = record
  const creditor = await findCreditor(tx, creditorId)
  invariant(creditor, 'the creditor of a simulation is there')
  const legalRate = await findLegalRate(tx, asOf)
  const load = async (id: string, campaigns: string[]): Promise<Side> => {
    const policy = await findPolicy(tx, creditorId, id)
    invariant(policy, 'the policies of a simulation are there')
    return { policy, layout: layOutPolicy(offerPolicyOf(policy, campaigns), { regime: creditor.regime, today: asOf, legalRate }) }
  }
  return {
    draft: await load(policyId, runningCampaigns),
    inForce: inForcePolicyId === null ? null : await load(inForcePolicyId, inForceCampaigns),
  }
}

function offerPolicyOf({ rules, audience, projectIndices }: PolicyRecord, runningCampaigns: string[]): OfferPolicy {
  return { rules, audience, projectIndices, runningCampaigns }
}
