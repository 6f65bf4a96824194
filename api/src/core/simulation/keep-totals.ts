import type { PortfolioTotals } from './count-debt.ts'

/** Totals as JSON that keeps every cent: amounts as texts, counts as numbers. */
export function writeTotals(totals: PortfolioTotals): string {
  return JSON.stringify(totals, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
}

/** What `writeTotals` wrote, to go on from there. */
export function readTotals(text: string): PortfolioTotals {
  return JSON.parse(text, (_key, value: unknown) => (typeof value === 'string' ? BigInt(value) : value)) as PortfolioTotals
}
