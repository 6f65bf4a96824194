import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { MyOfferSheetInput } from '@repactua/shared/contract/offers.ts'
import { myDebtsQuery, negotiableDebts } from '../../lib/me.ts'
import { useDraft, type Draft } from './draft.ts'
import { offerSheetQuery } from './requests.ts'

/** The creditor of the address, the draft, and the sheet that answers it. */
export function useNegotiation() {
  const { creditorId = '' } = useParams()
  const { draft, change, budgetCents, setBudget, clearWishes } = useDraft(creditorId)
  const debts = useQuery(myDebtsQuery)
  const openIds = negotiableDebts(debts.data, creditorId).map((debt) => debt.id)
  const debtIds = chosenDebts(draft, openIds)
  const sheet = useQuery(offerSheetQuery(debtIds.length > 0 ? sheetInput(debtIds, draft, budgetCents) : null))
  // A wish that was allowed yesterday may be what the API refuses today, so trying again drops the wishes.
  const startOver = (): void => {
    clearWishes()
    void debts.refetch()
    if (debtIds.length > 0) void sheet.refetch()
  }
  return { creditorId, draft, change, budgetCents, setBudget, startOver, debts, openIds, debtIds, sheet }
}

// A debt may have been paid or settled since it was chosen; a single open one needs no choice.
function chosenDebts(draft: Draft, openIds: readonly string[]): string[] {
  const chosen = (draft.debtIds ?? []).filter((id) => openIds.includes(id))
  return chosen.length > 0 || openIds.length !== 1 ? chosen : [...openIds]
}

function sheetInput(debtIds: string[], { dueDay }: Draft, budgetCents: number | null): MyOfferSheetInput {
  return { debtIds, ...(dueDay && { dueDay }), ...(budgetCents && { monthlyBudgetCents: budgetCents }) }
}
