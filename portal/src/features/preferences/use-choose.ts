import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ContactCell, ContactChoiceInput, ContactChoices } from '@repactua/shared/contract/contact-choices.ts'
import { choicesQuery, choose } from './requests.ts'

/** A tick turns when it is pressed, not when the answer comes; what the API did not take turns back. */
export function useChoose() {
  const client = useQueryClient()
  const { queryKey } = choicesQuery
  return useMutation({
    mutationFn: choose,
    scope: { id: 'contact-choices' },
    onMutate: (input) => client.setQueryData(queryKey, (choices) => choices && withChoice(choices, input)),
    onSuccess: (choices) => client.setQueryData(queryKey, choices),
    onError: () => client.invalidateQueries({ queryKey }),
  })
}

function withChoice(choices: ContactChoices, { creditorId, ...cell }: ContactChoiceInput): ContactChoices {
  if (!creditorId) return { ...choices, choices: replaced(choices.choices, cell) }
  return { ...choices, creditors: choices.creditors.map((one) => (one.creditor.id === creditorId ? { ...one, choices: replaced(one.choices, cell) } : one)) }
}

function replaced(cells: readonly ContactCell[], cell: ContactCell): ContactCell[] {
  return cells.map((one) => (one.channel === cell.channel && one.purpose === cell.purpose ? cell : one))
}
