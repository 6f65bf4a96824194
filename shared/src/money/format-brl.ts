import { assertCents, type Cents } from './cents.ts'

const NO_BREAK_SPACE = '\u00a0'

/** Prints cents as Brazilian money, "R$ 1.083,23", with a space that never breaks. Exact: no float is involved. */
export function formatBrl(cents: Cents | bigint): string {
  const exact = typeof cents === 'bigint' ? cents : assertCents(cents)
  const digits = String(exact < 0 ? -exact : exact).padStart(3, '0')
  return `${exact < 0 ? '-' : ''}R$${NO_BREAK_SPACE}${grouped(digits.slice(0, -2))},${digits.slice(-2)}`
}

/** Prints basis points as a Brazilian percentage without idle zeros: 199 -> "1,99%", 4000 -> "40%". */
export function formatBps(bps: number): string {
  const digits = String(Math.abs(assertCents(bps))).padStart(3, '0')
  const fraction = digits.slice(-2).replace(/0+$/, '')
  return `${bps < 0 ? '-' : ''}${digits.slice(0, -2)}${fraction ? `,${fraction}` : ''}%`
}

// By hand: a pattern that looks ahead costs as much as the rest of a balance's formula.
function grouped(digits: string): string {
  let text = digits.slice(-3)
  for (let end = digits.length - 3; end > 0; end -= 3) text = `${digits.slice(Math.max(0, end - 3), end)}.${text}`
  return text
}
