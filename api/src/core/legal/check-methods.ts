import type { Charges } from '@repactua/shared/contract/debts.ts'
import { breachOf, type Finding } from './policies/breach-of.ts'
import type { LegalBreach, LegalScope } from './types.ts'

/** How a contract counts its interest, what corrects its principal, and the special law that it names. */
export interface ChargeMethods extends Pick<Charges, 'interestMethod' | 'correctionIndex' | 'specialLaw'> {
  defaultInterestMonthlyBps: number
}

/** Which ways to count interest and correction the law does not know for this creditor, or not together. */
export function checkMethods(charges: ChargeMethods, { regime, on }: LegalScope): LegalBreach[] {
  const { interestMethod, correctionIndex, defaultInterestMonthlyBps: bps } = charges
  const bearsInterest = bps > 0 || interestMethod === 'legal'
  const isFinancial = regime === 'financial'
  const findings: (Finding | false)[] = [
    interestMethod === 'compound' && !isFinancial && { pointer: '/interestMethod', code: 'compound_interest_not_allowed', rule: 'compounding', words: 'Só instituição financeira pode cobrar juros compostos' },
    interestMethod === 'legal' && bps > 0 && { pointer: '/defaultInterestMonthlyBps', code: 'legal_interest_with_rate', rule: 'legal-interest', words: 'A taxa legal vale quando o contrato não tem taxa: informe zero' },
    correctionIndex !== undefined && isFinancial && { pointer: '/correctionIndex', code: 'correction_not_allowed', rule: 'financial-closed-list', words: 'Instituição financeira cobra só juros do contrato, multa e juros de mora' },
    correctionIndex === 'selic' && bearsInterest && { pointer: '/correctionIndex', code: 'selic_with_interest', rule: 'selic-alone', words: 'A Selic já inclui juros e correção, e não se soma a outros juros' },
  ]
  return findings.filter((finding) => finding !== false).flatMap((finding) => breachOf(finding, on))
}
