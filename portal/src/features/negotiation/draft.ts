import { useState } from 'react'
import { onSessionEnd } from '../../lib/session.ts'
import { recall, remember } from '../../lib/tab-memory.ts'

/** What the person has answered so far, for one creditor. Ids only; the monthly budget never reaches storage. */
export interface Draft {
  debtIds?: string[]
  dueDay?: number
  optionId?: string
}

const budgets = new Map<string, number>()
onSessionEnd(() => budgets.clear())

/** Reads and writes the draft of one creditor; it outlives a reload, except for the budget. */
export function useDraft(creditorId: string) {
  const [draft, setDraft] = useState<Draft>(() => recall<Draft>(nameOf(creditorId)) ?? {})
  const [budgetCents, setBudgetState] = useState<number | null>(() => budgets.get(creditorId) ?? null)
  const change = (part: Draft): void => {
    const next = { ...draft, ...part }
    remember(nameOf(creditorId), next)
    setDraft(next)
  }
  const setBudget = (cents: number): void => {
    budgets.set(creditorId, cents)
    setBudgetState(cents)
  }
  const clearWishes = (): void => {
    const { dueDay: _dropped, ...rest } = draft
    remember(nameOf(creditorId), rest)
    budgets.delete(creditorId)
    setDraft(rest)
    setBudgetState(null)
  }
  return { draft, change, budgetCents, setBudget, clearWishes }
}

function nameOf(creditorId: string): string {
  return `repactua.draft.${creditorId}`
}
