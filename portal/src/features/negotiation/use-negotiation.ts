import { useQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import type { MyDebts } from '@repactua/shared/contract/debts.ts'
import type { MyOfferSheetInput } from '@repactua/shared/contract/offers.ts'
import { myDebtsQuery, negotiableDebts, voluntaryDebt } from '../../lib/me.ts'
import { useDraft, type Draft } from './draft.ts'
import { offerSheetQuery } from './requests.ts'
import { owedWay, voluntaryWay } from './way.ts'

/** What the address negotiates, the draft, and the sheet that answers it. */
export function useNegotiation() {
  const { creditorId: creditorInPath, debtId } = useParams()
  const { draft, change, budgetCents, setBudget, clearWishes } = useDraft(debtId ?? creditorInPath ?? '')
  const debts = useQuery(myDebtsQuery)
  const { creditorId, openIds } = findOpen(debts.data, creditorInPath, debtId)
  const way = debtId === undefined ? owedWay(creditorId, openIds.length > 1) : voluntaryWay(debtId)
  // Of what nobody may collect, nothing is asked for before the person has said that they want it.
  const debtIds = way.isVoluntary && !draft.voluntaryConsent ? [] : chosenDebts(draft, openIds)
  const proposalId = useSearchParams()[0].get('proposta')
  const sheet = useQuery(offerSheetQuery(debtIds.length > 0 ? sheetInput(debtIds, draft, budgetCents) : null, proposalId))
  // A wish that was allowed yesterday may be what the API refuses today, so trying again drops the wishes.
  const startOver = (): void => {
    clearWishes()
    void debts.refetch()
    if (debtIds.length > 0) void sheet.refetch()
  }
  return { creditorId, way, draft, change, budgetCents, setBudget, startOver, debts, openIds, debtIds, sheet }
}

function findOpen(debts: MyDebts | undefined, creditorId = '', debtId?: string): { creditorId: string; openIds: string[] } {
  if (debtId === undefined) return { creditorId, openIds: negotiableDebts(debts, creditorId).map((debt) => debt.id) }
  const debt = voluntaryDebt(debts, debtId)
  return debt ? { creditorId: debt.creditor.id, openIds: [debt.id] } : { creditorId, openIds: [] }
}

// A debt may have been paid or settled since it was chosen; a single open one needs no choice.
function chosenDebts(draft: Draft, openIds: readonly string[]): string[] {
  const chosen = (draft.debtIds ?? []).filter((id) => openIds.includes(id))
  return chosen.length > 0 || openIds.length !== 1 ? chosen : [...openIds]
}

function sheetInput(debtIds: string[], { dueDay }: Draft, budgetCents: number | null): MyOfferSheetInput {
  return { debtIds, ...(dueDay && { dueDay }), ...(budgetCents && { monthlyBudgetCents: budgetCents }) }
}
