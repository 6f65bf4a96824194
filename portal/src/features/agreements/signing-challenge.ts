import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Challenge } from '@repactua/shared/contract/identity.ts'
import { forget, recall, remember } from '../../lib/tab-memory.ts'
import { requestSigningCode } from './requests.ts'

/**
 * The code that was sent for this agreement; sends one if there is none that still lives. It outlives a
 * reload, because a phone may drop the tab while its owner reads the message.
 */
export function useSigningChallenge(agreementId: string) {
  const [challenge, setChallenge] = useState(() => livingChallenge(agreementId))
  const [timesSent, setTimesSent] = useState(0)
  const { mutate, ...send } = useMutation({
    mutationFn: () => requestSigningCode(agreementId),
    onSuccess: (next) => {
      remember(nameOf(agreementId), next)
      setChallenge(next)
      setTimesSent((times) => times + 1)
    },
  })
  const needsOne = challenge === null && send.status === 'idle'
  useEffect(() => {
    if (needsOne) mutate()
  }, [needsOne, mutate])
  return { challenge, send, resend: () => mutate(), wasResent: timesSent > 1 }
}

export function forgetSigningChallenge(agreementId: string): void {
  forget(nameOf(agreementId))
}

function livingChallenge(agreementId: string): Challenge | null {
  const kept = recall<Challenge>(nameOf(agreementId))
  return kept && Date.parse(kept.expiresAt) > Date.now() ? kept : null
}

function nameOf(agreementId: string): string {
  return `repactua.signing.${agreementId}`
}
