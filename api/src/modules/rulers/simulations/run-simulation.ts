import { setImmediate as letOthersRun } from 'node:timers/promises'
import { loadTotals, NO_TOTALS } from '../../../core/rulers/load-totals.ts'
import { simulatePerson, type SimulationFrame } from '../../../core/rulers/simulate-person.ts'
import { recordChange } from '../../../platform/audit/record-change.ts'
import { isPassing } from '../../../platform/db/is-passing.ts'
import { showId } from '../../../platform/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Work } from '../../../platform/work.ts'
import { factsOf, nextPeople } from '../facts.repository.ts'
import { besideOthers } from '../load-rulers.ts'
import { morningOf } from '../morning.rules.ts'
import { loadDetails } from '../plan-people.ts'
import { findRuler, type RulerRecord } from '../rulers.repository.ts'
import { complete, keepProgress, lockOngoing, markFailed, type RulerSimulationRecord, type SimulationKey } from './ruler-simulations.repository.ts'
import { presentLoad } from './ruler-simulations.presenter.ts'

const PEOPLE_A_BATCH = 1_000
/** After so many batches the job goes to the end of its queue: another creditor's simulation has its turn. */
const BATCHES_A_JOB = 100
// A few milliseconds of arithmetic: a sign-in code never waits longer for its turn.
const PEOPLE_A_TURN = 20
const SHARES = 10_000

/**
 * The job `simulate-ruler`: lives a creditor's people through the days, batch by batch, and keeps what it has in the transaction
 * that read them. Killed, or run twice at once, it counts nobody twice.
 */
export async function runSimulation(platform: Platform, key: SimulationKey, peopleABatch = PEOPLE_A_BATCH): Promise<void> {
  const { creditorId } = key
  try {
    for (let batch = 0; batch < BATCHES_A_JOB; batch++) {
      if (!(await platform.transactInBulk({ creditorId }, (work) => simulateBatch(work, key, peopleABatch)))) return
    }
    await platform.transactInBulk({ creditorId }, (work) => work.jobs.send(work.tx, 'simulate-ruler', key))
  } catch (error) {
    if (!isPassing(error)) await platform.transactInBulk({ creditorId }, (work) => markFailed(work.tx, key, work.clock.now()))
    throw error
  }
}

async function simulateBatch(work: Work, key: SimulationKey, limit: number): Promise<boolean> {
  const { creditorId } = key
  const record = await lockOngoing(work.tx, key)
  const ruler = record && (await findRuler(work.tx, creditorId, record.rulerId))
  if (!record || !ruler) return false
  const totals = loadTotals(record.totals ?? NO_TOTALS, ruler.code)
  const people = await nextPeople(work, creditorId, record.lastDebtorId, limit)
  const facts = await factsOf(work, creditorId, people, record.fromOn)
  const detailsFor = await loadDetails(work, creditorId, people.map((person) => ({ person })), { now: work.clock.now() })
  const frame = await frameOf(work, record, ruler)
  for (const [i, person] of people.entries()) {
    const details = detailsFor(person)
    if (details) simulatePerson(facts[i]!, details, frame, totals)
    if (i % PEOPLE_A_TURN === 0) await letOthersRun()
  }
  const isMore = people.length === limit
  const now = work.clock.now()
  const counted = record.people + people.length
  if (isMore) await keepProgress(work.tx, key, { people: counted, lastDebtorId: people.at(-1)!.debtorId, totals: totals.kept, now })
  else await completeRun(work, record, { people: counted, result: presentLoad(totals.kept), now })
  return isMore
}

async function frameOf(work: Work, { id, fromOn, days, paidBps, paidAfterDays }: RulerSimulationRecord, ruler: RulerRecord): Promise<SimulationFrame> {
  const { rulers, segments, armFor } = await besideOthers(work, ruler)
  const pays = (debtorId: string) => work.keys.mac('simulation', `${id}:${debtorId}`).readUInt32BE() % SHARES < paidBps
  return { rulers, segments, armFor, from: fromOn, days, roundOf: morningOf, paysAfterDays: (debtorId) => (paidBps > 0 && pays(debtorId) ? paidAfterDays : null) }
}

async function completeRun(work: Work, { creditorId, id, rulerId }: RulerSimulationRecord, done: Parameters<typeof complete>[2]): Promise<void> {
  await complete(work.tx, { creditorId, simulationId: id }, done)
  const data = { simulationId: showId('simulation', id), people: done.people, messages: done.result.messages }
  await recordChange(work, { creditorId, type: 'ruler.simulation_completed', subject: showId('ruler', rulerId), data })
}
