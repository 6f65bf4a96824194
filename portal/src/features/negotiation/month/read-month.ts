import { parseBrl } from '@repactua/shared/money/parse-brl.ts'
import type { MonthBudget } from '../../../lib/month-budget.ts'
import type { FieldMistake } from '../../../ui/error-summary.tsx'

/** The three answers as they were typed. */
export type TypedMonth = Record<'income' | 'essentials' | 'dependants', string>

const MOST_DEPENDANTS = 20

/** Makes a month of what was typed, or says what to mend. Nobody need depend on the person: an empty answer is none. */
export function readMonth(typed: TypedMonth): { month: MonthBudget } | { mistakes: FieldMistake[] } {
  const [incomeCents, essentialsCents] = [parseBrl(typed.income), parseBrl(typed.essentials)]
  const dependants = /^\s*\d{0,2}\s*$/.test(typed.dependants) ? Number(typed.dependants) : MOST_DEPENDANTS + 1
  const mistakes = [
    ...(incomeCents === null ? [{ fieldId: 'income', text: 'Diga em reais quanto entra por mês, por exemplo 1.500 ou 1500,00.' }] : []),
    ...(essentialsCents === null ? [{ fieldId: 'essentials', text: 'Diga em reais quanto sai com o básico, por exemplo 980 ou 980,50.' }] : []),
    ...(dependants > MOST_DEPENDANTS ? [{ fieldId: 'dependants', text: `Digite um número de 0 a ${MOST_DEPENDANTS}.` }] : []),
  ]
  if (incomeCents === null || essentialsCents === null || mistakes.length > 0) return { mistakes }
  return { month: { incomeCents, essentialsCents, dependants } }
}
