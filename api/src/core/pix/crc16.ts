const POLYNOMIAL = 0x1021
const START = 0xffff

/** CRC-16/CCITT-FALSE of the text's UTF-8 bytes, four capital hexadecimal digits. Source: Manual do BR Code (BCB), field 63. */
export function crc16(text: string): string {
  const crc = new TextEncoder().encode(text).reduce(addByte, START)
  return crc.toString(16).toUpperCase().padStart(4, '0')
}

function addByte(crc: number, byte: number): number {
  let next = crc ^ (byte << 8)
  for (let bit = 0; bit < 8; bit += 1) next = next & 0x8000 ? (next << 1) ^ POLYNOMIAL : next << 1
  return next & START
}
