import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ContactChoices } from '@repactua/shared/contract/contact-choices.ts'
import { choicesQuery } from './requests.ts'

/** A change that answers with all choices as they stand after it. Null where nothing was changed. */
export function useChange<T>(change: (input: T) => Promise<ContactChoices | null>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (choices) => {
      if (choices) client.setQueryData(choicesQuery.queryKey, choices)
    },
  })
}
