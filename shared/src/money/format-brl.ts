import { assertCents, type Cents } from './cents.ts'

const NO_BREAK_SPACE = '\u00a0'

/** Prints cents as Brazilian money, "R$ 1.083,23", with a space that never breaks. Exact: no float is involved. */
export function formatBrl(cents: Cents): string {
  const digits = String(Math.abs(assertCents(cents))).padStart(3, '0')
  const reais = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, '.')
  return `${cents < 0 ? '-' : ''}R$${NO_BREAK_SPACE}${reais},${digits.slice(-2)}`
}

/** Prints basis points as a Brazilian percentage without idle zeros: 199 -> "1,99%", 4000 -> "40%". */
export function formatBps(bps: number): string {
  const digits = String(Math.abs(assertCents(bps))).padStart(3, '0')
  const fraction = digits.slice(-2).replace(/0+$/, '')
  return `${bps < 0 ? '-' : ''}${digits.slice(0, -2)}${fraction ? `,${fraction}` : ''}%`
}
