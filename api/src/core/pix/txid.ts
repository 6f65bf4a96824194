/**
 * A charge's txid for a static Pix code: the UUID written in base 36, always 25 characters.
 * No two UUIDs share one (36^25 > 2^128), so the txid leads back to its charge.
 */
export function txidFor(uuid: string): string {
  const digits = uuid.replaceAll('-', '')
  if (!/^[0-9a-fA-F]{32}$/.test(digits)) throw new RangeError('a txid is made from a UUID')
  return BigInt(`0x${digits}`).toString(36).padStart(25, '0')
}
