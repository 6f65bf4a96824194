import { maskCpf } from '@repactua/shared/br/cpf.ts'
import type { Balance as ShownBalance, BalanceComponent as ShownComponent, Debt, DebtLookupAnswer, MyDebt, MyDebts } from '@repactua/shared/contract/debts.ts'
import { VOLUNTARY_CONSENT, VOLUNTARY_WARNING } from '@repactua/shared/text/voluntary-payment.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import { latestBalance, type Balance, type BalanceComponent, type MissingIndex } from '../../core/interest/balance.ts'
import { isBarred } from '../../core/legal/prescription.ts'
import { formatPercent } from '../../core/interest/percent.ts'
import { showId } from '../../platform/ids.ts'
import { presentCard } from '../creditors/index.ts'
import { contractTerms } from './contract.rules.ts'
import { debtTermsOf } from './debt-terms.ts'
import type { DebtRecord } from './debts.repository.ts'
import { tellEscalation } from './escalations/tell-escalation.ts'
import { explainBalance } from './explain-balance.ts'
import type { MyDebtView } from './list-my-debts.ts'
import { tellLimits } from './services/tell-limits.ts'
import type { FoundDebts } from './look-up-debts.ts'
import { presentPrescription } from './prescription.presenter.ts'

const VOLUNTARY = { warning: [...VOLUNTARY_WARNING], consent: VOLUNTARY_CONSENT }

/** A debt with what it comes to on a day, or on the last one before it for which its indices are known. */
export function presentDebt(debt: DebtRecord, today: LocalDate): Debt {
  return withBalance(debt, latestBalance(debtTermsOf(debt), today), today)
}

export function presentBalance({ asOf, totalCents, components }: Balance): ShownBalance {
  return { asOf, totalCents: centsNumber(totalCents), components: components.map(presentComponent) }
}

function presentComponent({ cents, rate, months, order, ...line }: BalanceComponent): ShownComponent {
  return {
    ...line,
    cents: centsNumber(cents),
    ...(rate === undefined ? {} : { percent: formatPercent(rate) }),
    ...(order === undefined ? {} : { order: [...order] }),
    ...(months === undefined ? {} : { months: months.map(({ rate: ofMonth, ...rest }) => ({ ...rest, percent: formatPercent(ofMonth) })) }),
  }
}

export function presentFound({ debtor, debts }: FoundDebts, today: LocalDate): DebtLookupAnswer {
  return {
    debtor: debtor && { id: showId('debtor', debtor.id), name: debtor.name, cpfMasked: maskCpf(debtor.cpf) },
    debts: debts.map((debt) => presentDebt(debt, today)),
  }
}

export function presentMyDebts(views: readonly MyDebtView[], today: LocalDate): MyDebts {
  const open = views.filter(({ debt }) => debt.status === 'open' && !isBarred(debt.prescribesOn, today))
  const totalCents = open.reduce((sum, { balance }) => sum + balance.totalCents, 0n)
  return { data: views.map((view) => presentMyDebt(view, today)), totalCents: centsNumber(totalCents), asOf: today }
}

function presentMyDebt(view: MyDebtView, today: LocalDate): MyDebt {
  const { debt, balance, missing, creditor, cash, agreementId, negotiate } = view
  const { riskBand: _score, ...shown } = withBalance(debt, { balance, missing }, today)
  return {
    ...shown,
    creditor: presentCard(creditor),
    explanation: explainBalance(balance, debt),
    cashPreview: cash && { totalCents: centsNumber(cash.totalCents), discountCents: centsNumber(cash.discountCents), discountBps: cash.discountBps, standsUntil: cash.standsUntil },
    agreementId: agreementId && showId('agreement', agreementId),
    ...(isBarred(debt.prescribesOn, today) && debt.status === 'open' ? { voluntary: VOLUNTARY } : {}),
    ...presentWhatComes(view, today),
    can: { negotiate },
  }
}

// What the debt may bring on, or has: only where there is something to tell.
function presentWhatComes({ debt, escalation, limits }: MyDebtView, today: LocalDate): Pick<MyDebt, 'escalation' | 'service'> {
  const told = escalation && tellEscalation(escalation, debt, today)
  const service = tellLimits(limits, debt, today)
  return { ...(told ? { escalation: told } : {}), ...(service.length > 0 ? { service } : {}) }
}

function withBalance(debt: DebtRecord, { balance, missing }: { balance: Balance; missing: MissingIndex | null }, today: LocalDate): Debt {
  const { externalId, status, product, contractNumber, description, originalCreditor, dueOn, segment, riskBand, tags } = debt
  const { lateFeeBps, defaultInterestMonthlyBps, interestMethod, dayCount, correctionIndex } = debt
  return {
    id: showId('debt', debt.id),
    externalId, status, product, contractNumber, description, originalCreditor,
    principalCents: centsNumber(debt.principalCents),
    dueOn,
    overdueDays: balance.overdueDays,
    ...presentPrescription(debt, today),
    charges: { lateFeeBps, defaultInterestMonthlyBps, interestMethod, dayCount, ...(correctionIndex ? { correctionIndex } : {}), ...contractTerms(debt) },
    segment, riskBand, tags,
    balance: presentBalance(balance),
    ...(missing ? { missingIndex: { index: missing.index, month: missing.month } } : {}),
    withdrawal: withdrawalOf(debt),
    createdAt: debt.createdAt.toISOString(),
    updatedAt: debt.updatedAt.toISOString(),
  }
}

function withdrawalOf({ withdrawalReason: reason, withdrawalNote: note, withdrawnAt }: DebtRecord): Debt['withdrawal'] {
  return reason && withdrawnAt ? { reason, note, at: withdrawnAt.toISOString() } : null
}
