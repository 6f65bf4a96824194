import { useQuery } from '@tanstack/react-query'
import { useMonthBudget } from '../../../lib/month-budget.ts'
import { affordabilityQuery } from '../requests.ts'

/** What the options of a sheet would leave of the person's month, where they told it; nothing where that did not come. */
export function useMonthAnswer(offerSheetId: string) {
  const { budget, setBudget } = useMonthBudget()
  const { data } = useQuery(affordabilityQuery(offerSheetId, budget))
  const answer = budget ? data : undefined
  return { answer, outlooks: answer?.options ?? [], forget: () => setBudget(null) }
}
