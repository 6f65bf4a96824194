import type { OfferSheet } from '@repactua/shared/contract/offers.ts'
import type { PersonTraits } from '../../core/offers/build-offers.ts'
import { invariant } from '../../core/invariant.ts'
import { buildWithinBudgets } from '../../core/offers/campaigns/build-within-budgets.ts'
import type { OfferRequest, ProposedPlan } from '../../core/offers/types.ts'
import { voluntaryRules } from '../../core/offers/terms/voluntary-rules.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Work } from '../../platform/work.ts'
import { findCreditor, presentCard, type CreditorRecord } from '../creditors/index.ts'
import { findPersonTraits, type DebtRecord } from '../debts/index.ts'
import { findLegalRate } from '../indices/index.ts'
import { findPolicyInForce, type PolicyInForce } from '../policies/index.ts'
import { keepSheet } from './keep-sheet.ts'
import { toOfferRequest, type Wishes } from './offer-request.ts'
import { mayNegotiate, type Footing } from './offers.rules.ts'
import { gatherInputs } from './sheet-inputs.ts'

interface SheetAsk {
  /** Debts of one person at one creditor, at least one. */
  debts: readonly DebtRecord[]
  wishes: Wishes
  /** A plan that was agreed on: it stands among the options. */
  proposal?: ProposedPlan
}

interface SheetTerms {
  creditor: CreditorRecord
  policy: PolicyInForce
  footing: Footing
}

/**
 * Forms a sheet of every way to pay these debts today and keeps it word for word. The transaction sees their creditor.
 * Refuses debts that may not be negotiated, a creditor without a policy, and what the engine refuses. Barred debts stand on a
 * sheet of their own, and only where the person asks and the creditor shows them: nobody is offered to pay them.
 */
export async function formOfferSheet(work: Work, ask: SheetAsk): Promise<OfferSheet> {
  const { creditor, policy, footing, request: asked } = await layOutRequest(work, ask)
  const { request, built } = buildWithinBudgets(asked, policy.campaigns)
  if (!built.ok) throw new AppError(built.error.code, { detail: built.error.detail })
  const stamp = { id: work.newId(), createdAt: work.clock.now() }
  const inputs = gatherInputs({ stamp, creditor: presentCard(creditor), policy, debts: ask.debts, footing, request, offers: built.value })
  return keepSheet(work, inputs, firstOf(ask.debts))
}

/** What the engine is asked for these debts today, of which creditor and by which policy. Refuses as `formOfferSheet` does before it asks. */
export async function layOutRequest(work: Work, { debts, wishes, proposal }: SheetAsk): Promise<SheetTerms & { request: OfferRequest }> {
  const terms = await findTerms(work, debts)
  const person = await findTraits(work, debts)
  const legalRate = await findLegalRate(work.tx, work.today)
  const request = toOfferRequest({ today: work.today, regime: terms.creditor.regime, legalRate, policy: terms.policy, person, debts, wishes })
  return { ...terms, request: proposal ? { ...request, proposal } : request }
}

async function findTerms(work: Work, debts: readonly DebtRecord[]): Promise<SheetTerms> {
  const creditor = await findCreditor(work.tx, firstOf(debts).creditorId)
  if (!creditor) throw new AppError('not_found')
  const agreed = mayNegotiate(debts, work.today, { allowsVoluntary: work.actor.kind === 'debtor' && creditor.showsBarredDebts })
  if (!agreed.ok) throw new AppError(agreed.error)
  const policy = await findPolicyInForce(work, creditor.id)
  if (!policy) throw new AppError('no_policy_in_force')
  const footing = agreed.value
  return { creditor, footing, policy: footing === 'voluntary' ? asVoluntary(policy) : policy }
}

// A campaign's budget runs out, which would press: what nobody may collect is left out of it.
function asVoluntary(policy: PolicyInForce): PolicyInForce {
  return { ...policy, rules: voluntaryRules(policy.rules), runningCampaigns: [], campaigns: [] }
}

async function findTraits(work: Work, debts: readonly DebtRecord[]): Promise<PersonTraits> {
  const { cpfIndex, creditorId } = firstOf(debts)
  return (await findPersonTraits(work, cpfIndex, [creditorId]))(creditorId)
}

function firstOf([debt]: readonly DebtRecord[]): DebtRecord {
  invariant(debt, 'a sheet has at least one debt')
  return debt
}
