import type { Charges } from '@repactua/shared/contract/debts.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { ContractTerms } from '../../core/interest/types.ts'

/** What a contract may say besides fine and default interest, as it stands in the columns of a debt. */
export interface ContractColumns {
  contractInterestMonthlyBps: number | null
  contractInterestYearlyBps: number | null
  contractInterestFrom: LocalDate | null
  contractInterestMethod: 'simple' | 'compound' | null
  contractInterestAfterDue: boolean | null
  collectionFeesBps: number | null
  collectionFeesClause: string | null
  collectionFeesWork: string | null
  imputationOrder: NonNullable<Charges['imputationOrder']> | null
  specialLaw: string | null
  legalInterestHistory: 'one_per_cent' | 'selic' | null
}

export const CONTRACT_FIELDS = [
  'contractInterestMonthlyBps', 'contractInterestYearlyBps', 'contractInterestFrom', 'contractInterestMethod', 'contractInterestAfterDue',
  'collectionFeesBps', 'collectionFeesClause', 'collectionFeesWork', 'imputationOrder', 'specialLaw', 'legalInterestHistory',
] as const satisfies readonly (keyof ContractColumns)[]

const NO_INTEREST = { contractInterestMonthlyBps: null, contractInterestYearlyBps: null, contractInterestFrom: null, contractInterestMethod: null, contractInterestAfterDue: null }
const NO_FEES = { collectionFeesBps: null, collectionFeesClause: null, collectionFeesWork: null }

/** From what was sent to columns; what was not said is null. */
export function contractColumns({ contractInterest, collectionFees, imputationOrder, specialLaw, legalInterestHistory = 'none' }: Charges): ContractColumns {
  return {
    ...(contractInterest ? interestColumns(contractInterest) : NO_INTEREST),
    ...(collectionFees ? { collectionFeesBps: collectionFees.bps, collectionFeesClause: collectionFees.clause, collectionFeesWork: collectionFees.work } : NO_FEES),
    imputationOrder: imputationOrder ?? null,
    specialLaw: specialLaw ?? null,
    legalInterestHistory: legalInterestHistory === 'none' ? null : legalInterestHistory,
  }
}

function interestColumns({ monthlyBps, yearlyBps, from, method, afterDue }: NonNullable<Charges['contractInterest']>) {
  return {
    contractInterestMonthlyBps: monthlyBps,
    contractInterestYearlyBps: yearlyBps ?? null,
    contractInterestFrom: from,
    contractInterestMethod: method ?? ('simple' as const),
    contractInterestAfterDue: afterDue ?? false,
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
