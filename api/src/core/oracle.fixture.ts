import { Decimal } from 'decimal.js'

/** Decimals of 40 digits: the oracle's own arithmetic, which the engine never uses. */
export const Exact = Decimal.clone({ precision: 40 })
export type Exact = InstanceType<typeof Exact>

/** How many cases an oracle draws: some seconds' worth in every run of the tests, the full number under `npm run bench oracle`. */
export function oracleRuns(usual: number): { numRuns: number } {
  return { numRuns: Number(process.env['ORACLE_RUNS'] ?? usual) }
}

/** Long enough for the full number. */
export const ORACLE_TIMEOUT_MS = 1_800_000

/** To whole cents, half up. Fifteen decimals take off the dust of a division first, so that half a cent stays half a cent. */
export function whole(amount: Exact): Exact {
  return amount.toDecimalPlaces(15, Decimal.ROUND_HALF_UP).toDecimalPlaces(0, Decimal.ROUND_HALF_UP)
}

export function add(amounts: readonly Exact[]): Exact {
  return amounts.reduce((sum, amount) => sum.add(amount), new Exact(0))
}

export function exact(cents: bigint): Exact {
  return new Exact(cents.toString())
}
