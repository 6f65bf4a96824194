import { createHash } from 'node:crypto'
import { caseDigits } from '@repactua/shared/br/case-number.ts'
import type { CourtOrder, CourtPlanInput } from '@repactua/shared/contract/court-plans.ts'
import { centsNumber } from '../../../core/money/cents-number.ts'
import { balanceAsOf } from '../../../core/interest/balance.ts'
import { allot } from '../../../core/money/allot.ts'
import { recordChange } from '../../../platform/audit/record-change.ts'
import { newVerificationCode } from '../../../platform/crypto/secrets.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { showId } from '../../../platform/ids.ts'
import { creditorOf, type Work } from '../../../platform/work.ts'
import { findCreditor } from '../../creditors/index.ts'
import { findDebtor, type Debtor } from '../../debtors/index.ts'
import { debtTermsOf, lockDebt, setDebtStatus, type DebtRecord } from '../../debts/index.ts'
import { postEntry } from '../../ledger/index.ts'
import { findDebtsOfPerson } from '../../offers/index.ts'
import { agreedEntry } from '../agreed-entry.ts'
import { insertAgreement, insertInstallments, type NewAgreement, type NewAgreementDebt } from '../agreements.repository.ts'
import { courtOption } from './court-option.ts'
import { checkCourtPlan } from './court-plan.rules.ts'
import { loadAgreement, type AgreementWhole } from '../load-agreement.ts'
import { writeCourtTerm } from './write-court-term.ts'

/**
 * Enters a plan that a court ratified: an agreement that needs no signature, bears no charge and is in force at once. Its
 * debts leave collection. Refuses what CDC 104-A and 104-B do not know, and debts that are not open.
 */
export async function enterCourtPlan(work: Work, input: CourtPlanInput): Promise<AgreementWhole> {
  const errors = checkCourtPlan(input, work.today)
  if (errors.length > 0) throw new AppError('court_plan_invalid', { errors })
  const debts = await lockOpenDebts(work, input)
  const id = work.newId()
  await enter(work, id, input, debts)
  return loadAgreement(work, id)
}

// In the order of their ids, as a signature locks them.
async function lockOpenDebts(work: Work, { cpf, debtExternalIds }: CourtPlanInput): Promise<DebtRecord[]> {
  await findDebtsOfPerson(work, cpf, debtExternalIds)
  const debts: DebtRecord[] = []
  for (const externalId of [...debtExternalIds].sort()) {
    const debt = await lockDebt(work.tx, creditorOf(work), externalId)
    if (debt?.status === 'in_agreement') throw new AppError('debt_in_agreement')
    if (debt?.status !== 'open') throw new AppError('debt_not_open')
    debts.push(debt)
  }
  return debts
}

async function enter(work: Work, id: string, input: CourtPlanInput, debts: readonly DebtRecord[]): Promise<void> {
  const [creditor, debtor] = [await findCreditor(work.tx, creditorOf(work)), await findDebtor(work, creditorOf(work), debts[0]!.debtorId)]
  if (!creditor || !debtor) throw new AppError('not_found')
  const plan = inPlan(id, input, debts)
  const term = writeCourtTerm({ creditor, debtor, order: orderOf(input), debts: plan, installments: input.installments })
  await insertAgreement(work.tx, newAgreement(work, { id, input, plan, term, debtor }), plan)
  await insertInstallments(work.tx, input.installments.map(({ dueOn, amountCents }, i) => ({ creditorId: creditor.id, agreementId: id, number: i + 1, dueOn, amountCents: BigInt(amountCents), paidCents: 0n, status: 'open' })))
  await setDebtStatus(work, creditor.id, debts.map((debt) => debt.id), 'in_agreement')
  await postEntry(work, agreedEntry({ creditorId: creditor.id, id, totalCents: totalOf(input) }, plan, { interestCents: 0 }))
  const agreementId = showId('agreement', id)
  const data = { agreementId, kind: input.kind, ratifiedOn: input.ratifiedOn, totalCents: centsNumber(totalOf(input)), count: input.installments.length }
  await recordChange(work, { creditorId: creditor.id, type: 'agreement.court_plan_entered', subject: agreementId, data })
}

// The plan's total is shared out by what each debt came to on the day of the ratification.
function inPlan(agreementId: string, input: CourtPlanInput, debts: readonly DebtRecord[]): NewAgreementDebt[] {
  const balances = debts.map((debt) => balanceOn(debt, input.ratifiedOn))
  const totals = allot(totalOf(input), balances)
  return debts.map(({ creditorId, id, externalId, description }, i) =>
    ({ creditorId, agreementId, debtId: id, externalId, description, balanceCents: balances[i]!, totalCents: totals[i]!, live: true }))
}

function balanceOn(debt: DebtRecord, day: CourtPlanInput['ratifiedOn']): bigint {
  const balance = balanceAsOf(debtTermsOf(debt), day)
  if (!balance.ok) throw new AppError('index_missing')
  if (balance.value.totalCents === 0n) throw new AppError('debt_not_open')
  return balance.value.totalCents
}

interface Entered {
  id: string
  input: CourtPlanInput
  plan: readonly NewAgreementDebt[]
  term: string
  debtor: Debtor
}

function newAgreement(work: Work, { id, input, plan, term, debtor }: Entered): NewAgreement {
  const balanceCents = plan.reduce((sum, debt) => sum + debt.balanceCents, 0n)
  const now = work.clock.now()
  return {
    creditorId: debtor.creditorId, id, debtorId: debtor.id, cpfIndex: debtor.cpfIndex,
    offerSheetId: null,
    courtOrder: orderOf(input),
    optionId: 'court-plan',
    optionDocument: JSON.stringify(courtOption(input, plan)),
    dueDay: Number(input.installments[0]!.dueOn.slice(8)),
    status: 'active',
    balanceCents,
    totalCents: totalOf(input),
    termSealed: work.keys.seal(term),
    termSha256: createHash('sha256').update(term, 'utf8').digest(),
    expiresAt: now,
    verificationCode: newVerificationCode(),
    signedAt: now,
    createdAt: now,
  }
}

function orderOf({ kind, court, caseNumber, ratifiedOn }: CourtPlanInput): CourtOrder {
  return { kind, court, caseNumber: caseDigits(caseNumber), ratifiedOn }
}

function totalOf({ installments }: CourtPlanInput): bigint {
  return installments.reduce((sum, { amountCents }) => sum + BigInt(amountCents), 0n)
}
