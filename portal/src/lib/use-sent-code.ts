import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { forget, recall, remember } from './tab-memory.ts'

/** A code that was sent, and until when it lives. */
export interface SentCode {
  challengeId: string
  expiresAt: string
  resendAfter: string
}

/**
 * The code that was sent for one thing to be signed; sends one if there is none that still lives. It outlives a reload,
 * because a phone may drop the tab while its owner reads the message.
 */
export function useSentCode(name: string, send: () => Promise<SentCode>) {
  const [challenge, setChallenge] = useState(() => livingCode(name))
  const [timesSent, setTimesSent] = useState(0)
  const { mutate, ...sending } = useMutation({
    mutationFn: send,
    onSuccess: (next) => {
      remember(name, next)
      setChallenge(next)
      setTimesSent((times) => times + 1)
    },
  })
  const needsOne = challenge === null && sending.status === 'idle'
  useEffect(() => {
    if (needsOne) mutate()
  }, [needsOne, mutate])
  return { challenge, send: sending, resend: () => mutate(), wasResent: timesSent > 1 }
}

export function forgetSentCode(name: string): void {
  forget(name)
}

function livingCode(name: string): SentCode | null {
  const kept = recall<SentCode>(name)
  return kept && Date.parse(kept.expiresAt) > Date.now() ? kept : null
}
