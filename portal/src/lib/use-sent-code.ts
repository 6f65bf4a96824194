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
  const [isResending, setResending] = useState(false)
  const { mutate, ...sending } = useMutation({
    mutationFn: () => sendOnce(name, send),
    onSuccess: (next) => {
      remember(name, next)
      setChallenge(next)
    },
  })
  const needsOne = challenge === null && sending.status === 'idle'
  useEffect(() => {
    if (needsOne) mutate()
  }, [needsOne, mutate])
  const resend = (): void => {
    setResending(true)
    mutate()
  }
  return { challenge, send: sending, resend, wasResent: isResending && sending.isSuccess }
}

export function forgetSentCode(name: string): void {
  forget(name)
}

const underway = new Map<string, Promise<SentCode>>()

// A newer code ends the older, so whoever asks twice at once gets one code and not two.
function sendOnce(name: string, send: () => Promise<SentCode>): Promise<SentCode> {
  const running = underway.get(name) ?? send().finally(() => underway.delete(name))
  underway.set(name, running)
  return running
}

function livingCode(name: string): SentCode | null {
  const kept = recall<SentCode>(name)
  return kept && Date.parse(kept.expiresAt) > Date.now() ? kept : null
}
