import type { Charges } from '@repactua/shared/contract/debts.ts'
import type { ContractTerms } from '../../core/interest/types.ts'
import type { DebtRow } from './debts.repository.ts'

/** What a contract may say besides fine and default interest, as it stands in the columns of a debt. */
export const CONTRACT_FIELDS = [
  'contractInterestMonthlyBps', 'contractInterestYearlyBps', 'contractInterestFrom', 'contractInterestMethod', 'contractInterestAfterDue',
  'collectionFeesBps', 'collectionFeesClause', 'collectionFeesWork', 'imputationOrder', 'specialLaw', 'legalInterestHistory',
] as const

export type ContractColumns = Pick<DebtRow, (typeof CONTRACT_FIELDS)[number]>

/** From what was sent to columns; what was not said is null. */
export function contractColumns({ contractInterest, collectionFees, imputationOrder, specialLaw, legalInterestHistory = 'none' }: Charges): ContractColumns {
  return {
    contractInterestMonthlyBps: contractInterest?.monthlyBps ?? null,
    contractInterestYearlyBps: contractInterest?.yearlyBps ?? null,
    contractInterestFrom: contractInterest?.from ?? null,
    contractInterestMethod: contractInterest ? (contractInterest.method ?? 'simple') : null,
    contractInterestAfterDue: contractInterest ? (contractInterest.afterDue ?? false) : null,
    collectionFeesBps: collectionFees?.bps ?? null,
    collectionFeesClause: collectionFees?.clause ?? null,
    collectionFeesWork: collectionFees?.work ?? null,
    imputationOrder: imputationOrder ?? null,
    specialLaw: specialLaw ?? null,
    legalInterestHistory: legalInterestHistory === 'none' ? null : legalInterestHistory,
  }
}

/** From columns to what the arithmetic takes; only what the contract says is there. */
export function contractTerms(debt: ContractColumns): ContractTerms {
  const { imputationOrder, specialLaw, legalInterestHistory } = debt
  const contractInterest = interestOf(debt)
  const collectionFees = feesOf(debt)
  return {
    ...(contractInterest ? { contractInterest } : {}),
    ...(collectionFees ? { collectionFees } : {}),
    ...(imputationOrder ? { imputationOrder } : {}),
    ...(specialLaw ? { specialLaw } : {}),
    ...(legalInterestHistory ? { legalInterestHistory } : {}),
  }
}

function interestOf({ contractInterestMonthlyBps: monthlyBps, contractInterestYearlyBps: yearlyBps, contractInterestFrom: from, contractInterestMethod: method, contractInterestAfterDue }: ContractColumns): ContractTerms['contractInterest'] {
  if (monthlyBps === null || from === null || method === null) return undefined
  return { monthlyBps, from, method, afterDue: contractInterestAfterDue === true, ...(yearlyBps === null ? {} : { yearlyBps }) }
}

function feesOf({ collectionFeesBps: bps, collectionFeesClause: clause, collectionFeesWork: work }: ContractColumns): ContractTerms['collectionFees'] {
  return bps === null || clause === null || work === null ? undefined : { bps, clause, work }
}
