import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const RUNS = 100_000
const ROOT = join(import.meta.dirname, '../..')

/** Every oracle of the core on 100,000 random cases each: the tests draw some seconds' worth of the same. */
export function benchOracle(): unknown {
  const started = process.hrtime.bigint()
  const { status } = spawnSync('node_modules/.bin/vitest', ['run', '--project', 'unit', '.oracle.test.ts'], {
    cwd: ROOT,
    env: { ...process.env, ORACLE_RUNS: String(RUNS) },
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) throw new Error('An oracle differs')
  return { casesOfEach: RUNS, differences: 0, seconds: Number((process.hrtime.bigint() - started) / 1_000_000_000n) }
}
