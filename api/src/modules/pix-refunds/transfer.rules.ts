import type { RefundTransfer } from '@repactua/shared/contract/pix-accounts.ts'

type Status = RefundTransfer['status']

/** Money that came by Pix and can go back by it. */
export interface Source {
  endToEndId: string
  cents: bigint
}

/** An end-to-end id as banks make it. */
export function isEndToEndId(text: string): boolean {
  return /^E[0-9A-Za-z]{31}$/.test(text)
}

/** Which part of which Pix goes back, in the order of the sources; null where they do not come to all of it. */
export function sharesBack(sources: readonly Source[], cents: bigint): Source[] | null {
  let rest = cents
  const shares = sources.map((source) => {
    const back = source.cents < rest ? source.cents : rest
    rest -= back
    return { ...source, cents: back }
  })
  return rest === 0n ? shares.filter((share) => share.cents > 0n) : null
}

/** What a transfer is, by the last attempt of each of its parts. */
export function statusOf(parts: readonly { status: Status }[]): Status {
  const has = (status: Status) => parts.some((part) => part.status === status)
  if (has('refused')) return 'refused'
  if (has('asked')) return 'asked'
  return has('processing') ? 'processing' : 'done'
}

/** The parts as they stand: of each Pix the last attempt. They come the first attempt first. */
export function lastAttempts<P extends { endToEndId: string }>(parts: readonly P[]): P[] {
  return [...new Map(parts.map((part) => [part.endToEndId, part])).values()]
}

/** The id of a devolution at the bank, of 35 letters and digits at most: the refund's, and the attempt. */
export function devolutionId({ refundId, attempt }: { refundId: string; attempt: number }): string {
  return `${refundId.replaceAll('-', '')}${attempt}`
}

/** The refund and the attempt in the id of a devolution; null where it is none of ours. */
export function readDevolutionId(id: string): { refundId: string; attempt: number } | null {
  const parts = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})(\d{1,2})$/.exec(id)
  return parts && { refundId: parts.slice(1, 6).join('-'), attempt: Number(parts[6]) }
}
