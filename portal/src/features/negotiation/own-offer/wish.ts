import { useState } from 'react'
import { onSessionEnd } from '../../../lib/session.ts'

/** What the person has offered so far. `single` pays all of it in one payment. */
export interface Wish {
  single?: boolean
  monthlyCents?: number
  /** null where the person wants none. */
  downPaymentCents?: number | null
  dueDay?: number
  reason?: string
}

const wishes = new Map<string, Wish>()
onSessionEnd(() => wishes.clear())

/** Reads and writes the offer to one creditor, from page to page. It holds figures of a person's month: no storage sees it. */
export function useWish(creditorId: string) {
  const [wish, setWish] = useState<Wish>(() => wishes.get(creditorId) ?? {})
  const changeWish = (part: Wish): void => {
    const next = { ...wish, ...part }
    wishes.set(creditorId, next)
    setWish(next)
  }
  return { wish, changeWish }
}

/** Whether enough has been said to send it. */
export function isComplete({ single, monthlyCents, downPaymentCents }: Wish): boolean {
  return single ? typeof downPaymentCents === 'number' : monthlyCents !== undefined && downPaymentCents !== undefined
}
