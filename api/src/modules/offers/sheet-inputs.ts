import type { CreditorCard } from '@repactua/shared/contract/creditors.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import type { DebtTerms } from '../../core/interest/balance.ts'
import type { IndexTables } from '../../core/interest/indices/index-rates.ts'
import { LEGAL_RULES, type LegalRule } from '../../core/legal/legal-rules.ts'
import type { OfferDebt, OfferRequest, Offers } from '../../core/offers/types.ts'
import type { DebtRecord } from '../debts/index.ts'
import type { Wishes } from './offer-request.ts'
import type { Footing } from './offers.rules.ts'
import { plainIndices, tablesOf, type IndexMonths } from './sheet-indices.ts'

/** The form of the inputs below: it rises when they change in a way that an older reader would not know. */
const FORM = 1

type SheetTerms = Omit<DebtTerms, 'principalCents' | 'payments' | 'indices' | 'regime'> & {
  principalCents: number
  payments: { paidOn: LocalDate; cents: number }[]
}
type DebtText = Pick<DebtRecord, 'externalId' | 'description' | 'contractNumber' | 'originalCreditor'>
type SheetDebt = Omit<OfferDebt, 'terms'> & DebtText & { terms: SheetTerms }

/** Everything that a sheet is made of, in plain JSON: floors and all, so it is never shown to the debtor. */
export interface SheetInputs extends Pick<OfferRequest, 'today' | 'regime' | 'person'> {
  form: number
  id: string
  createdAt: string
  creditor: CreditorCard
  /** The legal rate of the month, in millionths of a per cent, where its table had it. */
  legalRate: number | null
  policy: OfferRequest['policy'] & { id: string; version: number; campaigns: { code: string; name: string; endsOn: LocalDate }[] }
  footing: Footing
  wishes: Wishes
  proposal: { amountsCents: number[]; downPaymentCents: number } | null
  debts: SheetDebt[]
  indices: IndexMonths
  /** The rows of the law that bore on it, as they stood. */
  law: Pick<LegalRule, 'id' | 'source' | 'number' | 'validFrom' | 'validTo'>[]
}

interface Gathered {
  stamp: { id: string; createdAt: Date }
  creditor: CreditorCard
  policy: { id: string; version: number; campaigns: readonly { code: string; name: string; endsOn: LocalDate }[] }
  debts: readonly DebtRecord[]
  footing: Footing
  /** As it was answered. */
  request: OfferRequest
  offers: Offers
}

/** Gathers what a sheet was made of. */
export function gatherInputs({ stamp, creditor, policy, debts, footing, request, offers }: Gathered): SheetInputs {
  const { rules, audience, runningCampaigns, projectIndices } = request.policy
  const campaigns = policy.campaigns.map(({ code, name, endsOn }) => ({ code, name, endsOn }))
  return {
    form: FORM,
    id: stamp.id,
    createdAt: stamp.createdAt.toISOString(),
    today: request.today,
    regime: request.regime,
    legalRate: request.legalRate === undefined ? null : Number(request.legalRate),
    creditor,
    policy: { id: policy.id, version: policy.version, rules, audience, runningCampaigns, projectIndices, campaigns },
    footing,
    person: request.person,
    wishes: wishesOf(request),
    proposal: request.proposal ? { amountsCents: request.proposal.amounts.map(centsNumber), downPaymentCents: centsNumber(request.proposal.downPaymentCents) } : null,
    debts: request.debts.map((debt, i) => plainDebt(debt, debts[i])),
    indices: plainIndices(request.debts),
    law: lawOf(offers),
  }
}

/** The request that these inputs stand for. */
export function requestOf(inputs: SheetInputs): OfferRequest {
  const { today, regime, legalRate, person, policy, wishes, proposal } = inputs
  const { monthlyBudgetCents, downPaymentCents, ...dates } = wishes
  const indices = tablesOf(inputs.indices)
  return {
    today, regime, legalRate: legalRate === null ? undefined : BigInt(legalRate), person, policy, ...dates,
    debts: inputs.debts.map((debt) => ({ ...debt, terms: termsOf(debt, indices) })),
    ...(monthlyBudgetCents === undefined ? {} : { monthlyBudgetCents: BigInt(monthlyBudgetCents) }),
    ...(downPaymentCents === undefined ? {} : { downPaymentCents: BigInt(downPaymentCents) }),
    ...(proposal ? { proposal: { amounts: proposal.amountsCents.map(BigInt), downPaymentCents: BigInt(proposal.downPaymentCents) } } : {}),
  }
}

function wishesOf({ dueDay, firstDueOn, monthlyBudgetCents, downPaymentCents }: OfferRequest): Wishes {
  return {
    ...(dueDay === undefined ? {} : { dueDay }),
    ...(firstDueOn === undefined ? {} : { firstDueOn }),
    ...(monthlyBudgetCents === undefined ? {} : { monthlyBudgetCents: centsNumber(monthlyBudgetCents) }),
    ...(downPaymentCents === undefined ? {} : { downPaymentCents: centsNumber(downPaymentCents) }),
  }
}

function plainDebt({ terms, ...traits }: OfferDebt, record: DebtRecord | undefined): SheetDebt {
  if (!record) throw new Error('each debt of a request has its record')
  const { externalId, description, contractNumber, originalCreditor } = record
  const { principalCents, payments, indices: _tables, regime: _regime, ...contract } = terms
  const plain = { ...contract, principalCents: centsNumber(principalCents), payments: payments.map(({ paidOn, cents }) => ({ paidOn, cents: centsNumber(cents) })) }
  return { ...traits, externalId, description, contractNumber, originalCreditor, terms: plain }
}

function termsOf({ terms }: SheetDebt, indices: IndexTables): DebtTerms {
  return { ...terms, principalCents: BigInt(terms.principalCents), payments: terms.payments.map(({ paidOn, cents }) => ({ paidOn, cents: BigInt(cents) })), indices }
}

function lawOf({ asOf, balances, options }: Offers): SheetInputs['law'] {
  const named = new Set([...balances.flatMap(({ balance }) => balance.components.map(({ rule }) => rule)), ...options.flatMap(({ legalChecks }) => legalChecks.map(({ rule }) => rule))])
  const inForce = LEGAL_RULES.filter((row) => named.has(row.id) && row.validFrom <= asOf && (row.validTo === null || asOf <= row.validTo))
  return inForce.map(({ id, source, number, validFrom, validTo }) => ({ id, source, number, validFrom, validTo }))
}
