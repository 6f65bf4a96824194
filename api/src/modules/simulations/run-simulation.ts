import { setImmediate as letOthersRun } from 'node:timers/promises'
import { countDebt, emptyPortfolio, type PortfolioTotals, type SideBySide } from '../../core/simulation/count-debt.ts'
import { readTotals, writeTotals } from '../../core/simulation/keep-totals.ts'
import { looksAtPerson } from '../../core/simulation/looks-at-person.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { isPassing } from '../../platform/db/is-passing.ts'
import { withTransaction, type Transaction } from '../../platform/db/transaction.ts'
import { showId } from '../../platform/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import { measurePortfolio, readOpenDebts, type OpenDebt } from '../debts/index.ts'
import { loadSides, type Side } from './load-sides.ts'
import { presentResult } from './result.presenter.ts'
import { complete, keepCheckpoint, markFailed, markRunning, setExtent, type SimulationKey, type SimulationRecord } from './simulations.repository.ts'

/** How a run is cut up. Tests make the pieces small. */
export interface Pieces {
  debtsAPage: number
  /** After so many pages the job goes to the end of its queue: another creditor's simulation has its turn. */
  pagesAJob: number
}

const PIECES: Pieces = { debtsAPage: 5_000, pagesAJob: 60 }
// A few milliseconds of arithmetic: a sign-in code never waits longer for its turn.
const DEBTS_A_TURN = 100

const SYSTEM = { kind: 'system' } as const

interface Run {
  key: SimulationKey
  record: SimulationRecord
  sides: SideBySide<Side>
  layouts: Parameters<typeof countDebt>[1]
  totals: PortfolioTotals
  lastDebtId: string | null
  untilDebtId: string | null
}

/**
 * The job `simulate-policy`: counts the creditor's open debts page by page, from where the last run stopped, keeping what
 * it has after each page. Killed, or run twice at once, it counts no debt twice.
 */
export async function runSimulation(platform: Platform, key: SimulationKey, pieces = PIECES): Promise<void> {
  try {
    const run = await inBulk(platform, key, (tx) => startRun(platform, tx, key))
    if (run) await countPages(platform, run, pieces)
  } catch (error) {
    if (!isPassing(error)) await inBulk(platform, key, (tx) => markFailed(tx, key, platform.clock.now()))
    throw error
  }
}

async function startRun({ clock }: Platform, tx: Transaction, key: SimulationKey): Promise<Run | null> {
  const record = await markRunning(tx, key, clock.now())
  if (!record) return null
  const sides = await loadSides(tx, record)
  const layouts = { draft: sides.draft.layout, inForce: sides.inForce && sides.inForce.layout }
  const totals = record.totals === null ? emptyPortfolio(layouts) : readTotals(record.totals)
  return { key, record, sides, layouts, totals, lastDebtId: record.lastDebtId, untilDebtId: await extentOf(tx, record) }
}

// Measured once: a run that goes on must end where the first one would have ended.
async function extentOf(tx: Transaction, { creditorId, id, total, untilDebtId }: SimulationRecord): Promise<string | null> {
  if (total !== null) return untilDebtId
  const { open, lastDebtId } = await measurePortfolio(tx, creditorId)
  await setExtent(tx, { creditorId, simulationId: id }, { total: open, untilDebtId: lastDebtId })
  return lastDebtId
}

async function countPages(platform: Platform, run: Run, { debtsAPage, pagesAJob }: Pieces): Promise<void> {
  for (let page = 0; page < pagesAJob; page++) {
    const debts = await nextPage(platform, run, debtsAPage)
    if (!(await countPage(platform, run, debts))) return
    if (debts.length < debtsAPage) return completeRun(platform, run)
  }
  await platform.transact(SYSTEM, run.key, (work) => work.jobs.send(work.tx, 'simulate-policy', run.key))
}

async function nextPage(platform: Platform, { key, record, layouts, lastDebtId, untilDebtId }: Run, limit: number): Promise<OpenDebt[]> {
  if (untilDebtId === null) return []
  const { creditorId } = key
  const withPerson = looksAtPerson(layouts.draft.policy) || (layouts.inForce !== null && looksAtPerson(layouts.inForce.policy))
  return inBulk(platform, key, (tx) => readOpenDebts(tx, { creditorId, after: lastDebtId, until: untilDebtId, limit, today: record.asOf, withPerson }))
}

/** False where another run has come further meanwhile. */
async function countPage(platform: Platform, run: Run, debts: readonly OpenDebt[]): Promise<boolean> {
  const { key, totals, layouts, record } = run
  const from = totals.debts
  for (const [i, debt] of debts.entries()) {
    countDebt(totals, layouts, debt, record.acceptance.planTaken)
    if (i % DEBTS_A_TURN === 0) await letOthersRun()
  }
  run.lastDebtId = debts.at(-1)?.id ?? run.lastDebtId
  const to = { done: totals.debts, lastDebtId: run.lastDebtId, totals: writeTotals(totals) }
  return inBulk(platform, key, (tx) => keepCheckpoint(tx, key, { from, to, now: platform.clock.now() }))
}

function completeRun(platform: Platform, { key, record, sides, totals }: Run): Promise<void> {
  const document = JSON.stringify(presentResult({ sides, totals, acceptance: record.acceptance }))
  return platform.transact(SYSTEM, key, async (work) => {
    if (!(await complete(work.tx, key, { document, done: totals.debts, now: work.clock.now() }))) return
    const simulationId = showId('simulation', key.simulationId)
    const data = { simulationId, policyId: showId('policy', record.policyId), debts: totals.debts }
    await recordChange(work, { creditorId: key.creditorId, type: 'simulation.completed', subject: simulationId, data })
  })
}

function inBulk<T>(platform: Platform, { creditorId }: SimulationKey, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return withTransaction(platform.bulkPool, { creditorId }, work)
}
