import { useMutation } from '@tanstack/react-query'
import { apiDelete } from '../lib/api-client.ts'
import { problemCode } from '../lib/api-problem.ts'
import { markSignedOut } from '../lib/session.ts'

/** Ends the session at once, here and in the other tabs. */
export function SignOutButton() {
  const leave = useMutation({ mutationFn: endSession, onSuccess: markSignedOut })
  return (
    <button type="button" aria-disabled={leave.isPending || undefined} onClick={() => leave.isPending || leave.mutate()}>
      {leave.isError ? 'Tentar sair de novo' : 'Sair'}
    </button>
  )
}

// A session that is gone already is just as ended.
async function endSession(): Promise<void> {
  await apiDelete('/sessions/current').catch((error: unknown) => {
    if (problemCode(error) !== 'session_required') throw error
  })
}
