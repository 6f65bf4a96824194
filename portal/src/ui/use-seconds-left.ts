import { useEffect, useState } from 'react'

const MOST_SECONDS = 120

/** Whole seconds until an instant, counted down each second. At most two minutes, in case this device's clock is wrong. */
export function useSecondsLeft(until: string | null): number {
  const [left, setLeft] = useState(() => secondsUntil(until))
  useEffect(() => {
    const end = Date.now() + secondsUntil(until) * 1000
    const count = () => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000)))
    count()
    const timer = setInterval(count, 1000)
    return () => clearInterval(timer)
  }, [until])
  return left
}

function secondsUntil(instant: string | null): number {
  if (!instant) return 0
  const seconds = Math.ceil((Date.parse(instant) - Date.now()) / 1000)
  return Math.min(Math.max(seconds, 0), MOST_SECONDS)
}
