import type { Permission } from '@repactua/shared/contract/common.ts'
import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import { latestBalance, type Balance, type MissingIndex } from '../../core/interest/balance.ts'
import { invariant } from '../../core/invariant.ts'
import { isBarred } from '../../core/legal/prescription.ts'
import { bestCashWithinBudgets } from '../../core/offers/campaigns/best-cash-within-budgets.ts'
import { hasOffer } from '../../core/offers/build-offers.ts'
import type { CashOffer, PersonTraits } from '../../core/offers/types.ts'
import { personOf, type Work } from '../../platform/work.ts'
import { findCreditors, type CreditorRecord } from '../creditors/index.ts'
import { findLegalRate } from '../indices/index.ts'
import { findPolicyInForce, type PolicyInForce } from '../policies/index.ts'
import { debtTermsOf, offerDebtOf } from './debt-terms.ts'
import { listLiveDebts, type DebtRecord } from './debts.repository.ts'
import { findMyEscalations, type MyEscalationRow } from './escalations/my-escalations.repository.ts'
import { findMyLimits, type MyLimitRow } from './services/my-limits.repository.ts'
import { findPersonTraits } from './person-traits.repository.ts'

/** A debt as the person who owes it sees it. */
export interface MyDebtView {
  debt: DebtRecord
  balance: Balance
  /** The month of an index for which the balance waits; it is then the one of the last day that can be told. */
  missing: MissingIndex | null
  creditor: CreditorRecord
  agreementId: string | null
  escalation: MyEscalationRow | null
  limits: MyLimitRow[]
  cash: CashOffer | null
  negotiate: Permission
}

/** Of one creditor; beyond any person's debts, and no creditor crowds out another's or keeps the house busy. */
const MOST_DEBTS = 200

/**
 * What the person owes at all creditors, open debts first, the oldest first of each. Barred debts are left out: they
 * are not collected (STJ REsp 2.088.100). Where the creditor shows them they come last, with no offer beside them.
 */
export async function listMyDebts(work: Work): Promise<MyDebtView[]> {
  const debts = await listLiveDebts(work.tx, personOf(work), { today: work.today, mostOfOneCreditor: MOST_DEBTS })
  const creditorIds = [...new Set(debts.map(({ creditorId }) => creditorId))]
  const creditors = await findCreditors(work.tx, creditorIds)
  const policies = await policiesOf(work, creditorIds)
  const legalRate = await findLegalRate(work.tx, work.today)
  const traitsAt = await findPersonTraits(work, personOf(work), creditorIds)
  const escalations = await findMyEscalations(work.tx, personOf(work))
  const limits = await findMyLimits(work.tx, personOf(work))
  return debts.map(({ agreementId, ...debt }) => {
    const creditor = creditors.get(debt.creditorId)
    invariant(creditor, 'a debt has its creditor')
    const terms = { policy: policies.get(debt.creditorId) ?? null, person: traitsAt(debt.creditorId), legalRate }
    const latest = latestBalance(debtTermsOf(debt), work.today, { projectIndices: terms.policy?.projectIndices ?? false })
    const outlook = outlookOf(work, debt, latest, terms)
    return { debt, ...latest, creditor, agreementId, escalation: escalations.get(debt.id) ?? null, limits: limits.get(debt.id) ?? [], ...outlook, ...(isBarred(debt.prescribesOn, work.today) ? { cash: null } : {}) }
  })
}

async function policiesOf(work: Work, creditorIds: readonly string[]): Promise<Map<string, PolicyInForce | null>> {
  const policies = new Map<string, PolicyInForce | null>()
  for (const creditorId of creditorIds) policies.set(creditorId, await findPolicyInForce(work, creditorId))
  return policies
}

type Latest = Pick<MyDebtView, 'balance' | 'missing'>
interface Terms {
  policy: PolicyInForce | null
  person: PersonTraits
  legalRate: bigint | undefined
}

const CLOSED: Partial<Record<DebtRecord['status'], ErrorCode>> = { in_agreement: 'debt_in_agreement', disputed: 'debt_disputed', on_hold: 'debt_on_hold' }

function outlookOf(work: Work, debt: DebtRecord, { balance, missing }: Latest, { policy, person, legalRate }: Terms): Pick<MyDebtView, 'cash' | 'negotiate'> {
  const closed = CLOSED[debt.status]
  if (closed) return { cash: null, negotiate: { ok: false, code: closed } }
  if (missing) return { cash: null, negotiate: { ok: false, code: 'index_missing' } }
  if (!policy) return { cash: null, negotiate: { ok: false, code: 'no_policy_in_force' } }
  const request = { today: work.today, regime: debt.regime, legalRate, policy, person }
  const { cash, policy: offered } = bestCashWithinBudgets({ ...request, debt: offerDebtOf(debt), balance }, policy.campaigns)
  // Where nothing is offered in cash, there may be a plan all the same.
  const isOffered = cash !== null || hasOffer({ ...request, policy: offered, debts: [offerDebtOf(debt)] })
  return { cash, negotiate: isOffered ? { ok: true } : { ok: false, code: 'no_offer' } }
}
