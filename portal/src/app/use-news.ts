import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { hearNews } from '../lib/news-stream.ts'
import { whenSomebodyIsThere } from '../lib/presence.ts'
import { markEnded } from '../lib/session.ts'

/** What others can change. A charge is not among them: its key names the amounts, so a new one follows by itself. */
const CHANGING = new Set<unknown>(['debts', 'agreements', 'proposals', 'disputes', 'payments', 'amendments'])
// One payment moves several things at once.
const GATHER_MS = 150

/** Keeps what the pages show true: what others change is read anew. An empty room is not read to, so that its session can end. */
export function useNews(): void {
  const queryClient = useQueryClient()
  useEffect(() => {
    let gathering: ReturnType<typeof setTimeout> | undefined
    const readAnew = (): void => void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'me' && CHANGING.has(queryKey[1]) })
    const onChange = (): void => {
      clearTimeout(gathering)
      gathering = setTimeout(() => whenSomebodyIsThere(readAnew), GATHER_MS)
    }
    const stop = hearNews({ onChange, onEnded: markEnded })
    return () => {
      clearTimeout(gathering)
      stop()
    }
  }, [queryClient])
}
