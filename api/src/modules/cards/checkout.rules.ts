interface Checkout {
  status: 'asked' | 'open' | 'paid' | 'expired' | 'refused'
  expiresAt: Date
}

/** The provider takes no page that would close within half an hour, and a minute on the way. */
const LEAST_LIFE_MS = 31 * 60_000

/**
 * What can be done with a checkout that stands: `good`, to be asked for or shown; `stale`, asked for so long ago that it can no
 * longer be asked for in the same way; `over`, open until its time was over.
 */
export function standingOf({ status, expiresAt }: Checkout, now: Date): 'good' | 'stale' | 'over' {
  const left = expiresAt.getTime() - now.getTime()
  if (status === 'open') return left > 0 ? 'good' : 'over'
  return left >= LEAST_LIFE_MS ? 'good' : 'stale'
}
