import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isPassing, problemCode } from './api-problem.ts'
import { markEnded } from './session.ts'

const MOST_RETRIES = 2

/** One cache for the whole portal. A refusal is shown at once; only what may pass is tried again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: noticeEndOfSession }),
    mutationCache: new MutationCache({ onError: noticeEndOfSession }),
    defaultOptions: {
      queries: { retry: mayTryAgain, staleTime: 15_000, networkMode: 'always' },
      mutations: { retry: mayTryAgain, networkMode: 'always' },
    },
  })
}

function mayTryAgain(failures: number, error: Error): boolean {
  return failures < MOST_RETRIES && isPassing(error)
}

function noticeEndOfSession(error: Error): void {
  if (problemCode(error) === 'session_required') markEnded()
}
