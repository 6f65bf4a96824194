import { useState } from 'react'
import type { AffordabilityInput } from '@repactua/shared/contract/affordability.ts'
import { onSessionEnd } from './session.ts'

/** What a person told of their month. */
export type MonthBudget = Required<Omit<AffordabilityInput, 'offerSheetId'>>

// In the memory of this tab alone: no storage, and gone with a reload or the end of the session.
let told: MonthBudget | null = null
onSessionEnd(() => {
  told = null
})

/** Reads and writes the person's month. */
export function useMonthBudget() {
  const [budget, setState] = useState<MonthBudget | null>(told)
  const setBudget = (next: MonthBudget | null): void => {
    told = next
    setState(next)
  }
  return { budget, setBudget }
}
