/**
 * A charge's txid for a static Pix code: the UUID written in base 36, always 25 characters.
 * No two UUIDs share one (36^25 > 2^128), so the txid leads back to its charge.
 */
export function txidFor(uuid: string): string {
  const digits = uuid.replaceAll('-', '')
  if (!/^[0-9a-fA-F]{32}$/.test(digits)) throw new RangeError('a txid is made from a UUID')
  return BigInt(`0x${digits}`).toString(36).padStart(25, '0')
}

/** The UUID of the charge that a txid was made for; null where it was made by nobody here. */
export function uuidOf(txid: string): string | null {
  if (!/^[0-9a-z]{25}$/.test(txid)) return null
  const value = [...txid].reduce((sum, digit) => sum * 36n + BigInt(parseInt(digit, 36)), 0n)
  const digits = value.toString(16).padStart(32, '0')
  return digits.length > 32 ? null : digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
