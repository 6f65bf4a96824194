const MILLION = 1_000_000n

/** Reads a percentage with up to six decimals ("0.605306") as millionths of a per cent; null where it is none. */
export function parsePercent(text: string): bigint | null {
  const found = /^(-?)(\d{1,2})(?:\.(\d{1,6}))?$/.exec(text)
  if (!found) return null
  const [, sign, whole = '', fraction = ''] = found
  const millionths = BigInt(whole + fraction.padEnd(6, '0'))
  return sign ? -millionths : millionths
}

/** Writes millionths of a per cent with six decimals: 605306n -> "0.605306". */
export function formatPercent(millionths: bigint): string {
  const size = millionths < 0n ? -millionths : millionths
  return `${millionths < 0n ? '-' : ''}${size / MILLION}.${String(size % MILLION).padStart(6, '0')}`
}

/** The same for people: "0,605306%". */
export function showPercent(millionths: bigint): string {
  return `${formatPercent(millionths).replace('.', ',')}%`
}
