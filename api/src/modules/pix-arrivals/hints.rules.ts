/** Far above what a bank tells at once. */
const MOST_HINTS = 2_000

/** The end-to-end ids in what a bank says, each once. Whatever else stands there is not read. */
export function hintsOf(body: unknown): string[] {
  const { pix } = (typeof body === 'object' && body !== null ? body : {}) as { pix?: unknown }
  if (!Array.isArray(pix)) return []
  const ids = pix.slice(0, MOST_HINTS).map((one) => (one as { endToEndId?: unknown } | null)?.endToEndId)
  return [...new Set(ids.filter((id): id is string => typeof id === 'string' && /^[a-zA-Z0-9]{32}$/.test(id)))]
}
