import { useState } from 'react'
import { onSessionEnd } from '../../lib/session.ts'
import { recall, remember } from '../../lib/tab-memory.ts'

/** What the person has answered so far, in one negotiation. Ids and a tick only; no figure of theirs reaches storage. */
export interface Draft {
  debtIds?: string[]
  dueDay?: number
  optionId?: string
  /** The person read that nobody may collect this debt, and wants to pay. */
  voluntaryConsent?: boolean
}

const budgets = new Map<string, number>()
onSessionEnd(() => budgets.clear())

/** Reads and writes the draft of one negotiation; it outlives a reload, except for the budget. */
export function useDraft(name: string) {
  const [draft, setDraft] = useState<Draft>(() => recall<Draft>(nameOf(name)) ?? {})
  const [budgetCents, setBudgetState] = useState<number | null>(() => budgets.get(name) ?? null)
  const change = (part: Draft): void => {
    const next = { ...draft, ...part }
    remember(nameOf(name), next)
    setDraft(next)
  }
  const setBudget = (cents: number): void => {
    budgets.set(name, cents)
    setBudgetState(cents)
  }
  const clearWishes = (): void => {
    const { dueDay: _dropped, ...rest } = draft
    remember(nameOf(name), rest)
    budgets.delete(name)
    setDraft(rest)
    setBudgetState(null)
  }
  return { draft, change, budgetCents, setBudget, clearWishes }
}

function nameOf(name: string): string {
  return `repactua.draft.${name}`
}
