import type { Charges } from '@repactua/shared/contract/debts.ts'
import { ruleOn, type LegalRuleId } from './legal-rules.ts'
import type { LegalBreach, LegalScope } from './types.ts'

/** How a contract counts its interest, and what corrects its principal. */
export interface ChargeMethods extends Pick<Charges, 'interestMethod' | 'correctionIndex'> {
  defaultInterestMonthlyBps: number
}

/** Which ways to count interest and correction the law does not know for this creditor, or not together. */
export function checkMethods(charges: ChargeMethods, { regime, on }: LegalScope): LegalBreach[] {
  const { interestMethod, correctionIndex, defaultInterestMonthlyBps: bps } = charges
  const bearsInterest = bps > 0 || interestMethod === 'legal'
  const isFinancial = regime === 'financial'
  const found: (Finding | false)[] = [
    interestMethod === 'compound' && !isFinancial && ['/interestMethod', 'compound_interest_not_allowed', 'compounding', 'Só instituição financeira pode cobrar juros compostos'],
    interestMethod === 'legal' && bps > 0 && ['/defaultInterestMonthlyBps', 'legal_interest_with_rate', 'legal-interest', 'A taxa legal vale quando o contrato não tem taxa: informe zero'],
    correctionIndex !== undefined && isFinancial && ['/correctionIndex', 'correction_not_allowed', 'financial-closed-list', 'Instituição financeira cobra só juros do contrato, multa e juros de mora'],
    correctionIndex === 'selic' && bearsInterest && ['/correctionIndex', 'selic_with_interest', 'selic-alone', 'A Selic já inclui juros e correção, e não se soma a outros juros'],
  ]
  return found.filter((finding) => finding !== false).flatMap((finding) => breach(finding, on))
}

type Finding = [pointer: string, code: LegalBreach['code'], rule: LegalRuleId, words: string]

function breach([pointer, code, id, words]: Finding, on: LegalScope['on']): LegalBreach[] {
  const rule = ruleOn(id, on)
  return rule ? [{ pointer, code, rule: id, source: rule.source, limit: null, value: null, message: `${words} (${rule.source}).` }] : []
}
