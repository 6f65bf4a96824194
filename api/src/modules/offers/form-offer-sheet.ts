import { createHash } from 'node:crypto'
import type { OfferSheet } from '@repactua/shared/contract/offers.ts'
import type { Offers, PersonTraits } from '../../core/offers/build-offers.ts'
import { buildWithinBudgets } from '../../core/offers/build-within-budgets.ts'
import { FOR_EVERYBODY } from '../../core/offers/for-everybody.ts'
import type { OfferRequest, ProposedPlan } from '../../core/offers/types.ts'
import { voluntaryRules } from '../../core/offers/voluntary-rules.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { endOfDay } from '../../platform/clock.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Work } from '../../platform/work.ts'
import { findCreditor, type CreditorRecord } from '../creditors/index.ts'
import { findPersonTraits, type DebtRecord } from '../debts/index.ts'
import { findPolicyInForce, type PolicyInForce } from '../policies/index.ts'
import { toOfferRequest, type Wishes } from './offer-request.ts'
import { presentSheet } from './offers.presenter.ts'
import { insertSheet, type OfferSheetRecord } from './offers.repository.ts'
import { mayNegotiate, type Footing } from './offers.rules.ts'

interface SheetAsk {
  /** Debts of one person at one creditor, at least one. */
  debts: readonly DebtRecord[]
  wishes: Wishes
  /** A plan that was agreed on: it stands among the options. */
  proposal?: ProposedPlan
}

interface Offered {
  creditor: CreditorRecord
  policy: PolicyInForce
  debts: readonly DebtRecord[]
  footing: Footing
  offers: Offers
}

/**
 * Forms a sheet of every way to pay these debts today and keeps it word for word. The transaction sees their creditor.
 * Refuses debts that may not be negotiated, a creditor without a policy, and what the engine refuses. Barred debts stand on a
 * sheet of their own, and only where the person asks and the creditor shows them: nobody is offered to pay them.
 */
export async function formOfferSheet(work: Work, ask: SheetAsk): Promise<OfferSheet> {
  const { creditor, policy, footing, request } = await layOutRequest(work, ask)
  const { debts } = ask
  const { built } = buildWithinBudgets(request, policy.campaigns)
  if (!built.ok) throw new AppError(built.error.code, { detail: built.error.detail })
  return keepSheet(work, { creditor, policy, debts, footing, offers: built.value })
}

/** What the engine is asked for these debts today, of which creditor and by which policy. Refuses as `formOfferSheet` does before it asks. */
export async function layOutRequest(work: Work, { debts, wishes, proposal }: SheetAsk): Promise<Pick<Offered, 'creditor' | 'policy' | 'footing'> & { request: OfferRequest }> {
  const terms = await findTerms(work, debts)
  const person = await findTraits(work, debts)
  const request = toOfferRequest({ today: work.today, regime: terms.creditor.regime, policy: { ...FOR_EVERYBODY, ...terms.policy }, person, debts, wishes })
  return { ...terms, request: proposal ? { ...request, proposal } : request }
}

async function findTerms(work: Work, debts: readonly DebtRecord[]): Promise<Pick<Offered, 'creditor' | 'policy' | 'footing'>> {
  const [debt] = debts
  const creditor = debt ? await findCreditor(work.tx, debt.creditorId) : null
  if (!creditor) throw new AppError('not_found')
  const agreed = mayNegotiate(debts, work.today, { allowsVoluntary: work.actor.kind === 'debtor' && creditor.showsBarredDebts })
  if (!agreed.ok) throw new AppError(agreed.error)
  const policy = await findPolicyInForce(work, creditor.id)
  if (!policy) throw new AppError('no_policy_in_force')
  const footing = agreed.value
  return { creditor, footing, policy: footing === 'voluntary' ? { ...policy, rules: voluntaryRules(policy.rules) } : policy }
}

async function findTraits(work: Work, [debt]: readonly DebtRecord[]): Promise<PersonTraits> {
  if (!debt) throw new AppError('not_found')
  return (await findPersonTraits(work, debt.cpfIndex, [debt.creditorId]))(debt.creditorId)
}

async function keepSheet(work: Work, offered: Offered): Promise<OfferSheet> {
  const stamp = { id: work.newId(), createdAt: work.clock.now(), expiresAt: endOfDay(offered.offers.standsUntil) }
  const sheet = presentSheet({ ...stamp, ...offered })
  const document = JSON.stringify(sheet)
  const record = { ...stamp, ...ownersOf(offered), policyId: offered.policy.id, document, sha256: createHash('sha256').update(document, 'utf8').digest() }
  await insertSheet(work.tx, record)
  await recordSheet(work, record, sheet)
  return sheet
}

function ownersOf({ debts }: Offered): Pick<OfferSheetRecord, 'creditorId' | 'debtorId' | 'cpfIndex'> {
  const [debt] = debts
  if (!debt) throw new Error('a sheet has at least one debt')
  const { creditorId, debtorId, cpfIndex } = debt
  return { creditorId, debtorId, cpfIndex }
}

async function recordSheet(work: Work, { creditorId, sha256 }: OfferSheetRecord, sheet: OfferSheet): Promise<void> {
  await recordChange(work, {
    creditorId,
    type: 'offer_sheet.created',
    subject: sheet.id,
    data: {
      debtIds: sheet.debts.map(({ id }) => id),
      balanceCents: sheet.balanceCents,
      policyId: sheet.policy.id,
      policyVersion: sheet.policy.version,
      optionIds: sheet.options.map(({ id }) => id),
      expiresAt: sheet.expiresAt,
      sha256: sha256.toString('hex'),
    },
  })
}
