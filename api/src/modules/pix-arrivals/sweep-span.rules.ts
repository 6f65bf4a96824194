export interface Span {
  from: Date
  to: Date
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** A bank may write a Pix down a little after its time. */
const OVERLAP_MS = HOUR_MS
const LONGEST_MS = 31 * DAY_MS

/** What has not been looked through yet, with some overlap, and never more than a month. */
export function spanSince({ sweptUntil, createdAt }: { sweptUntil: Date | null; createdAt: Date }, now: Date): Span {
  const since = (sweptUntil ?? createdAt).getTime() - OVERLAP_MS
  return { from: new Date(Math.max(since, now.getTime() - LONGEST_MS)), to: now }
}

/** A span day by day: banks limit how many days they look through at once. */
export function piecesOf({ from, to }: Span): Span[] {
  const count = Math.max(1, Math.ceil((to.getTime() - from.getTime()) / DAY_MS))
  return Array.from({ length: count }, (_, i) => {
    const start = from.getTime() + i * DAY_MS
    return { from: new Date(start), to: new Date(Math.min(start + DAY_MS, to.getTime())) }
  })
}
