import { MAX_PROPOSALS_PER_DEBT_AND_DAY, type MyProposal, type ProposalInput } from '@repactua/shared/contract/proposals.ts'
import type { OfferSheet } from '@repactua/shared/contract/offers.ts'
import { addDays } from '@repactua/shared/time/local-date.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import { buildWithinBudgets } from '../../core/offers/campaigns/build-within-budgets.ts'
import { decideProposal, type Decided } from '../../core/proposals/decide-proposal.ts'
import { floorsOf } from '../../core/proposals/floors.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { endOfDay } from '../../platform/clock.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { readId, showId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import type { DebtRecord } from '../debts/index.ts'
import { findMyDebts, formOfferSheet, layOutRequest } from '../offers/index.ts'
import { replaceReviews } from './lapse-reviews.ts'
import { storedPlan } from './proposals.presenter.ts'
import { insertProposal, lockProposalsOf, mostOfDay, type ProposalRecord } from './proposals.repository.ts'
import { readProposal } from './read-proposals.ts'
import { weighForCreditor } from './weigh-for-creditor.ts'

/**
 * Takes the debtor's own offer and answers it: with a sheet that holds the plan, with a person's review and its deadline, or
 * with a refusal that says what would work. A review that waits on one of these debts is replaced. Refuses the sixth offer of
 * a day on one debt, one that names no payment, and what a sheet would refuse.
 */
export async function makeProposal(work: Work, input: ProposalInput): Promise<MyProposal> {
  if (input.monthlyCents === undefined && input.downPaymentCents === undefined) throw namesNoPayment()
  const debts = await findMyDebts(work, input.debtIds.map(readId))
  const [first] = debts
  if (!first) throw new AppError('not_found')
  await lockProposalsOf(work.tx, first)
  await refuseSixth(work, debts)
  const { decided, policyId } = await decide(work, debts, input)
  await replaceReviews(work, first.creditorId, debts.map(({ id }) => id))
  const record = await keep(work, { debts, input, decided, policyId })
  return readProposal(work, record.id)
}

function namesNoPayment(): AppError {
  return new AppError('invalid_request', { errors: [{ pointer: '/monthlyCents', code: 'required', message: 'Diga quanto pode pagar por mês, ou quanto de uma vez em downPaymentCents.' }] })
}

async function refuseSixth(work: Work, debts: readonly DebtRecord[]): Promise<void> {
  const made = await mostOfDay(work.tx, debts[0]!.creditorId, debts.map(({ id }) => id), work.today)
  if (made < MAX_PROPOSALS_PER_DEBT_AND_DAY) return
  const tomorrow = endOfDay(work.today).getTime() - work.clock.now().getTime()
  throw new AppError('proposals_of_day_used', { retryAfterSeconds: Math.ceil(tomorrow / 1000) })
}

async function decide(work: Work, debts: readonly DebtRecord[], { monthlyCents, downPaymentCents, dueDay, firstDueOn }: ProposalInput): Promise<{ decided: Decided; policyId: string }> {
  const { request, policy, footing } = await layOutRequest(work, { debts, wishes: datesOf({ dueDay, firstDueOn }) })
  // Nobody bargains over what is not owed: what a person pays of their own will stands on the sheet alone.
  if (footing === 'voluntary') throw new AppError('debt_barred')
  const decided = decideProposal(buildWithinBudgets(request, policy.campaigns).request, {
    ...(monthlyCents === undefined ? {} : { monthlyCents: BigInt(monthlyCents) }),
    ...(downPaymentCents === undefined ? {} : { downPaymentCents: BigInt(downPaymentCents) }),
  })
  if (!decided.ok) throw new AppError(decided.error.code, { detail: decided.error.detail })
  return { decided: decided.value, policyId: policy.id }
}

interface Made {
  debts: readonly DebtRecord[]
  input: ProposalInput
  decided: Decided
  policyId: string
}

async function keep(work: Work, made: Made): Promise<ProposalRecord> {
  const { debts, decided: { decision } } = made
  const sheet = await sheetFor(work, made)
  const record: ProposalRecord = { ...subjectOf(work, made), ...outcomeOf(work, made), offerSheetId: sheet ? readId(sheet.id) : null, optionId: sheet && optionIdOf(decision) }
  await insertProposal(work.tx, record, debts.map(({ id }) => id))
  const subject = showId('proposal', record.id)
  const { creditorId, presentValueBps } = record
  const debtIds = debts.map(({ id }) => showId('debt', id))
  await recordChange(work, { creditorId, type: 'proposal.received', subject, data: { proposalId: subject, debtIds, presentValueBps, decision: decision.decision, decideBy: record.decideBy?.toISOString() ?? null } })
  if (decision.decision !== 'in_review') {
    await recordChange(work, { creditorId, type: `proposal.${decision.decision}`, subject, data: { proposalId: subject, by: 'policy', offerSheetId: sheet?.id ?? null, optionId: record.optionId } })
  }
  return record
}

async function sheetFor(work: Work, { debts, input, decided: { decision } }: Made): Promise<OfferSheet | null> {
  if (!('answer' in decision)) return null
  const { answer } = decision
  const down = 'option' in answer ? answer.askedDownCents : undefined
  const wishes = { ...datesOf(input), ...(down === undefined ? {} : { downPaymentCents: centsNumber(down) }) }
  const sheet = await formOfferSheet(work, 'plan' in answer ? { debts, wishes, proposal: answer.plan } : { debts, wishes })
  if (!sheet.options.some(({ id }) => id === optionIdOf(decision))) throw new Error('the sheet of an offer holds its answer')
  return sheet
}

function optionIdOf(decision: Decided['decision']): string | null {
  if (!('answer' in decision)) return null
  return 'plan' in decision.answer ? 'proposal' : decision.answer.option.id
}

function subjectOf(work: Work, { debts: [debt], input, policyId, decided: { sheet } }: Made) {
  if (!debt) throw new Error('an offer is about one debt at least')
  return {
    creditorId: debt.creditorId,
    id: work.newId(),
    debtorId: debt.debtorId,
    cpfIndex: debt.cpfIndex,
    policyId,
    askedOn: work.today,
    monthlyCents: input.monthlyCents === undefined ? null : BigInt(input.monthlyCents),
    downPaymentCents: input.downPaymentCents === undefined ? null : BigInt(input.downPaymentCents),
    dueDay: input.dueDay ?? null,
    firstDueOn: input.firstDueOn ?? null,
    reasonSealed: input.reason === undefined ? null : work.keys.seal(input.reason),
    balanceCents: sheet.balanceCents,
    createdAt: work.clock.now(),
  }
}

function outcomeOf(work: Work, { decided }: Made) {
  const { decision, sheet } = decided
  const waits = decision.decision === 'in_review' && sheet.terms.counterOffers
  const works = decision.decision === 'refused' ? decision.works : null
  return {
    ...weighForCreditor(decided),
    plan: 'plan' in decision ? storedPlan(decision.plan) : null,
    works: works && { monthlyCents: centsNumber(works.monthlyCents), downPaymentCents: centsNumber(works.downPaymentCents), count: works.count },
    decision: decision.decision,
    reasonCode: decision.reason,
    decideBy: waits ? endOfDay(addDays(work.today, floorsOf(waits).reviewDays)) : null,
    decidedAt: waits ? null : work.clock.now(),
    note: null,
    internalNote: null,
  }
}

function datesOf({ dueDay, firstDueOn }: { dueDay?: number | undefined; firstDueOn?: string | undefined }) {
  return { ...(dueDay === undefined ? {} : { dueDay }), ...(firstDueOn === undefined ? {} : { firstDueOn }) }
}
