import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startApp } from '../../support/app.ts'
import { expectBooksInOrder } from '../../support/books.ts'
import { beginning } from './commands/begin.ts'
import { endings } from './commands/end-early.ts'
import { payments } from './commands/pay.ts'
import { done } from './commands/life-command.ts'
import { repairs } from './commands/repair.ts'
import { passingTime } from './commands/time.ts'
import { beginLife } from './life-world.ts'

// LIFE_RUNS=2000 LIFE_SEED=1 npx vitest run tests/model: the long form. In CI as many lives as fit into a quarter of a minute.
const RUNS = Number(process.env['LIFE_RUNS'] ?? 30)
const SEED = Number(process.env['LIFE_SEED'] ?? Math.floor(Math.random() * 1_000_000))
const AT_MOST_MS = process.env['LIFE_RUNS'] ? 3_600_000 : 12_000
const testApp = await startApp()

const terms = fc.record({
  toleranceDays: fc.constantFrom(5, 15), missedInstallments: fc.constantFrom(1, 2), noticeDays: fc.constantFrom(5, 7), withdrawalDays: fc.constant(7),
  effect: fc.constantFrom('original_debt' as const, 'novation' as const), isPlain: fc.boolean(),
})
// Most lives begin with a signature; the others wait for theirs.
const firstSteps = fc.oneof({ arbitrary: fc.tuple(...beginning), weight: 4 }, { arbitrary: fc.constant([]), weight: 1 })
const doings = fc.commands([...beginning, ...beginning, ...payments, ...repairs, ...endings, ...passingTime], { maxCommands: 40, size: 'max' })

test('an agreement lives as its model says, whatever happens to it', async () => {
  const lives = await fc.check(fc.asyncProperty(terms, firstSteps, doings, async (some, first, others) => {
    await fc.asyncModelRun(() => beginLife(testApp, some), [...first, ...others])
  }), { numRuns: RUNS, seed: SEED, interruptAfterTimeLimit: AT_MOST_MS, markInterruptAsFailure: false })
  const steps = [...done.values()].reduce((sum, times) => sum + times, 0)
  console.log(`${lives.numRuns} lives, ${steps} steps, seed ${SEED}`, process.env['LIFE_RUNS'] ? done : '')
  if (lives.failed) throw new Error(fc.defaultReportMessage(lives), { cause: lives.errorInstance })
  expect(lives.numRuns).toBeGreaterThan(0)
}, AT_MOST_MS * 5)

test('the books are in order', () => expectBooksInOrder(testApp))
