/** A repeatable source of chance: the same seed gives the same draws on every machine. */
export interface Random {
  /** From 0 up to, but never, 1. */
  fraction(): number
  /** A whole number from `min` to `max`, both included. */
  whole(min: number, max: number): number
  pick<T>(items: readonly T[]): T
}

/** mulberry32, a small public-domain generator: good enough to invent people, never for secrets. */
export function seededRandom(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1)
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0
    const once = Math.imul(state ^ (state >>> 15), state | 1)
    const twice = once ^ (once + Math.imul(once ^ (once >>> 7), once | 61))
    return ((twice ^ (twice >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (min: number, max: number): number => min + Math.floor(fraction() * (max - min + 1))
  return { fraction, whole, pick: (items) => items[whole(0, items.length - 1)]! }
}

/** A draw with a long tail to the right (log-normal) around the given mean; `spread` is the sigma of its logarithm. */
export function longTailed(random: Random, mean: number, spread: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random.fraction())) * Math.cos(2 * Math.PI * random.fraction())
  return Math.exp(Math.log(mean) - (spread * spread) / 2 + spread * normal)
}
