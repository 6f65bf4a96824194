import type { Charges } from '@repactua/shared/contract/debts.ts'
import { formatBps } from '@repactua/shared/money/format-brl.ts'
import { breachOf, type Finding } from './policies/breach-of.ts'
import { currentRule } from './legal-rules.ts'
import { collectionFeesLimit, planRateLimit } from './limits.ts'
import type { LegalBreach, LegalScope } from './types.ts'

const MONTHS = 12

/**
 * What a contract says besides fine and default interest that the law does not know for this creditor: its own interest, its
 * collection fees, a special law, and the reading of legal interest before its table.
 */
export function checkContract(charges: Charges, scope: LegalScope): LegalBreach[] {
  return [...checkInterest(charges, scope), ...checkFees(charges, scope), ...checkReadings(charges, scope)]
}

function checkInterest({ contractInterest }: Charges, scope: LegalScope): LegalBreach[] {
  if (!contractInterest) return []
  const { afterDue, method } = contractInterest
  const isFinancial = scope.regime === 'financial'
  const late: Finding = { pointer: '/contractInterest/afterDue', code: 'interest_after_due_not_allowed', rule: 'contract-interest-late', words: 'Só instituição financeira segue com os juros do contrato depois do vencimento' }
  return [
    ...checkRate(contractInterest, scope),
    ...(method === 'compound' ? checkCompound(contractInterest, scope) : []),
    ...(afterDue && !isFinancial ? breachOf(late, scope.on) : []),
  ]
}

function checkRate({ monthlyBps: value }: NonNullable<Charges['contractInterest']>, scope: LegalScope): LegalBreach[] {
  const limit = planRateLimit(scope)
  if (!limit || value <= limit.bps) return []
  const { rule, bps, percent } = limit
  const message = `Os juros do contrato são de ${formatBps(value)} ao mês e a lei permite até ${percent} (${rule.source}).`
  return [{ pointer: '/contractInterest/monthlyBps', code: 'contract_interest_above_law', rule: rule.id, source: rule.source, limit: bps, value, message }]
}

// STJ Súmulas 539 and 541: financial institutions, contracts from 31 March 2000, and a yearly rate above twelve monthly ones.
function checkCompound({ monthlyBps, yearlyBps, from }: NonNullable<Charges['contractInterest']>, { regime, on }: LegalScope): LegalBreach[] {
  const banksOnly: Finding = { pointer: '/contractInterest/method', code: 'compound_interest_not_allowed', rule: 'compounding', words: 'Só instituição financeira pode cobrar juros compostos, em contrato de 31 de março de 2000 em diante' }
  if (regime !== 'financial' || from < currentRule('compounding').validFrom) return breachOf(banksOnly, on)
  const agreed = yearlyBps !== undefined && yearlyBps > MONTHS * monthlyBps
  const notAgreed: Finding = { pointer: '/contractInterest/yearlyBps', code: 'compound_interest_not_agreed', rule: 'compounding', words: 'Juros compostos pedem no contrato uma taxa anual maior que doze vezes a mensal' }
  return agreed ? [] : breachOf(notAgreed, on)
}

function checkFees({ collectionFees }: Charges, { regime, on }: LegalScope): LegalBreach[] {
  if (!collectionFees) return []
  if (regime === 'financial') return breachOf({ pointer: '/collectionFees', code: 'collection_fees_not_allowed', rule: 'financial-closed-list', words: 'Instituição financeira cobra só juros do contrato, multa e juros de mora' }, on)
  const limit = collectionFeesLimit(on)
  const value = collectionFees.bps
  if (!limit || value <= limit.bps) return []
  const { rule, bps, percent } = limit
  const message = `As despesas de cobrança são de ${formatBps(value)} e o limite é ${percent} (${rule.source}).`
  return [{ pointer: '/collectionFees/bps', code: 'collection_fees_above_law', rule: rule.id, source: rule.source, limit: bps, value, message }]
}

function checkReadings({ specialLaw, legalInterestHistory = 'none', interestMethod, correctionIndex }: Charges, { regime, on }: LegalScope): LegalBreach[] {
  const findings: (Finding | false)[] = [
    specialLaw !== undefined && regime !== 'financial' && { pointer: '/specialLaw', code: 'special_law_not_allowed', rule: 'special-law', words: 'A lei especial vale só para contratos bancários' },
    legalInterestHistory !== 'none' && interestMethod !== 'legal' && { pointer: '/legalInterestHistory', code: 'legal_history_not_allowed', rule: 'legal-interest', words: 'A leitura dos juros legais antigos vale só onde o método é legal' },
    legalInterestHistory === 'selic' && correctionIndex !== undefined && { pointer: '/legalInterestHistory', code: 'selic_with_interest', rule: 'selic-alone', words: 'A Selic já inclui juros e correção, e não se soma à correção' },
  ]
  return findings.filter((finding) => finding !== false).flatMap((finding) => breachOf(finding, on))
}
