/** The alphabet of text messages, 3GPP TS 23.038, table 6.2.1. */
const BASIC = new Set('@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà')
/** Its extension, table 6.2.1.1: each of these takes two places. */
const EXTENSION = new Set('^{}\\[~]|€')

const NEAREST: Record<string, string> = {
  '‘': "'", '’': "'", '‚': ',', '“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '–': '-', '—': '-', '‑': '-', '−': '-',
  '…': '...', '•': '-', '·': '-', ª: 'a', º: 'o', '°': 'o', '×': 'x', '\u00a0': ' ', '\u202f': ' ', '\u2009': ' ', '\t': ' ', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', œ: 'oe', Œ: 'OE', ð: 'd', þ: 'th', ı: 'i',
}

const ONE_PART = 160
/** Parts of a longer message carry a header of seven places. */
const EACH_PART = 153

/** The text in that alphabet: "você" loses its circumflex, "é" and "à" stay. What has no likeness there becomes "?". */
export function toGsm7(text: string): string {
  return [...text.normalize('NFC')].map(nearest).join('')
}

/** The characters that have no likeness in that alphabet. */
export function outsideGsm7(text: string): string[] {
  return [...new Set(text.normalize('NFC'))].filter((sign) => sign !== '?' && nearest(sign) === '?')
}

/** How many places a text takes that is all in the alphabet. */
export function gsm7Length(text: string): number {
  return [...text].reduce((sum, sign) => sum + (EXTENSION.has(sign) ? 2 : 1), 0)
}

/** In how many messages it travels. A sign of two places never lies across two of them. */
export function smsParts(text: string): number {
  if (gsm7Length(text) <= ONE_PART) return 1
  let [parts, used] = [1, 0]
  for (const sign of text) {
    const places = EXTENSION.has(sign) ? 2 : 1
    if (used + places > EACH_PART) [parts, used] = [parts + 1, 0]
    used += places
  }
  return parts
}

function nearest(sign: string): string {
  if (BASIC.has(sign) || EXTENSION.has(sign)) return sign
  const known = NEAREST[sign]
  if (known !== undefined) return known
  const bare = sign.normalize('NFD').replace(/\p{M}/gu, '')
  return bare.length > 0 && [...bare].every((one) => BASIC.has(one)) ? bare : '?'
}
