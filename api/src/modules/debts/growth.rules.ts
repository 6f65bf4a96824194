import type { DebtInput } from '@repactua/shared/contract/debts.ts'
import type { FieldError } from '@repactua/shared/errors/problem.ts'
import { MAX_CENTS } from '@repactua/shared/money/cents.ts'
import { addMonths, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { balanceAsOf } from '../../core/interest/balance.ts'

/** Ten times the largest amount that may be sent: many such debts still add up exactly in a JSON number. */
const MOST_OWED_CENTS = 10n * BigInt(MAX_CENTS)
const LOOK_AHEAD_MONTHS = 120

/** A debt whose own rates, not those of an index, would have it outgrow every number within ten years; its charges are wrong. */
export function checkGrowth({ product, principalCents, dueOn, charges }: DebtInput, today: LocalDate): FieldError[] {
  const { interestMethod, contractInterest, specialLaw } = charges
  // Simple interest within the law's limits cannot come that far.
  if (interestMethod !== 'compound' && !contractInterest && !specialLaw) return []
  const { correctionIndex: _index, legalInterestHistory: _reading, ...agreed } = charges
  const terms = { ...agreed, product, interestMethod: interestMethod === 'compound' ? interestMethod : ('simple' as const), principalCents: BigInt(principalCents), dueOn, payments: [] }
  const balance = balanceAsOf(terms, addMonths(dueOn > today ? dueOn : today, LOOK_AHEAD_MONTHS))
  if (balance.ok && balance.value.totalCents <= MOST_OWED_CENTS) return []
  return [{ pointer: '/charges', code: 'too_large', message: 'Com estes encargos a dívida passaria de R$ 100 bilhões em dez anos. Confira as taxas e as datas.' }]
}
