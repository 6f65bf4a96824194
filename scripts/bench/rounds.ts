const ROUNDS = 21
const ROUND_MS = 60
const WARM_UP_ROUNDS = 6

/**
 * CPU time of each variant in microseconds a run, the median of rounds in which all take turns: what the machine does
 * beside us meets them alike. Time of the whole process: rubbish collection and compilation are paid for too.
 */
export function medianMicroseconds<Name extends string>(variants: Readonly<Record<Name, () => unknown>>): Record<Name, number> {
  const entries = Object.entries(variants) as [Name, () => unknown][]
  const timed = entries.map(([name, run]) => ({ name, run, runs: runsFor(run), times: [] as number[] }))
  for (let round = 0; round < ROUNDS + WARM_UP_ROUNDS; round += 1) {
    for (const { run, runs, times } of timed) {
      const each = cpuMicroseconds(run, runs) / runs
      if (round >= WARM_UP_ROUNDS) times.push(each)
    }
  }
  return Object.fromEntries(timed.map(({ name, times }) => [name, median(times)])) as Record<Name, number>
}

// As many as fill a round, so that quick and slow variants are measured equally well.
function runsFor(run: () => unknown): number {
  let runs = 1
  while (cpuMicroseconds(run, runs) < ROUND_MS * 1_000) runs *= 2
  return runs
}

function cpuMicroseconds(run: () => unknown, runs: number): number {
  const before = process.cpuUsage()
  for (let i = 0; i < runs; i += 1) run()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}
