import fc from 'fast-check'
import { test } from 'vitest'
import { startApp } from '../../support/app.ts'
import { expectBooksInOrder } from '../../support/books.ts'
import { beginning } from './commands/begin.ts'
import { endings } from './commands/end-early.ts'
import { payments } from './commands/pay.ts'
import { done } from './commands/life-command.ts'
import { repairs } from './commands/repair.ts'
import { passingTime } from './commands/time.ts'
import { beginLife } from './life-world.ts'

// LIFE_RUNS=500 LIFE_SEED=1 npx vitest run --project integration tests/model: the long form. In CI as many lives as begin within ten seconds.
const RUNS = Number(process.env['LIFE_RUNS'] ?? 20)
const FIRST_SEED = Number(process.env['LIFE_SEED'] ?? Math.floor(Math.random() * 1_000_000))
const BEGIN_WITHIN_MS = process.env['LIFE_RUNS'] ? Infinity : 10_000
const TIMEOUT_MS = process.env['LIFE_RUNS'] ? 14_400_000 : 300_000
const testApp = await startApp()

const terms = fc.record({
  toleranceDays: fc.constantFrom(5, 15), missedInstallments: fc.constantFrom(1, 2), noticeDays: fc.constantFrom(5, 7), withdrawalDays: fc.constant(7),
  effect: fc.constantFrom('original_debt' as const, 'novation' as const), isPlain: fc.boolean(),
})
// Most lives begin with a signature; the others wait for theirs.
const firstSteps = fc.oneof({ arbitrary: fc.tuple(...beginning), weight: 4 }, { arbitrary: fc.constant([]), weight: 1 })
const doings = fc.commands([...beginning, ...beginning, ...payments, ...repairs, ...endings, ...passingTime], { maxCommands: 30, size: 'max' })

const life = fc.asyncProperty(terms, firstSteps, doings, async (some, first, others) => {
  await fc.asyncModelRun(() => beginLife(testApp, some), [...first, ...others])
})

// A life to a seed: the one that fails is repeated by its own, and made as short as it can be only then: that takes minutes.
test('an agreement lives as its model says, whatever happens to it', async () => {
  const begun = performance.now()
  let lives = 0
  for (; lives < RUNS && (lives === 0 || performance.now() - begun < BEGIN_WITHIN_MS); lives += 1) await fc.assert(life, { numRuns: 1, seed: FIRST_SEED + lives, endOnFailure: !process.env['LIFE_SEED'] })
  const steps = [...done.values()].reduce((sum, times) => sum + times, 0)
  console.log(`${lives} lives, ${steps} steps, seeds from ${FIRST_SEED}`, process.env['LIFE_RUNS'] ? done : '')
}, TIMEOUT_MS)

test('the books are in order', () => expectBooksInOrder(testApp))
