import type { Outcome } from './run-fault.ts'
import type { FaultRun } from './runs/fault-run.ts'

/** What a run found, as lines for people, and whether every effect and every bar held. */
export function tellRun({ name, what }: Pick<FaultRun, 'name' | 'what'>, seed: number, { journal, bars, proof }: Outcome): { text: string; ok: boolean } {
  const { acknowledged, ...lists } = proof
  const broken = Object.entries(lists).filter(([, list]) => list.length > 0)
  const statuses = new Map<number, number>()
  for (const { status } of journal.answers) statuses.set(status, (statuses.get(status) ?? 0) + 1)
  const ok = broken.length === 0 && bars.every((bar) => bar.ok)
  const lines = [
    `${ok ? ' ok ' : 'FAIL'} ${name} (seed ${seed}): ${what}`,
    `       ${acknowledged} acknowledged writes looked for; answers ${[...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`).join(', ')}; ${journal.unanswered.length} without an answer`,
    ...bars.map((bar) => `  ${bar.ok ? 'ok  ' : 'FAIL'} ${bar.what}: ${bar.measured} (bar ${bar.bar})`),
    ...broken.flatMap(([list, found]) => [`  FAIL ${list}: ${found.length}`, ...found.slice(0, 20).map((one) => `       ${one}`)]),
  ]
  return { text: lines.join('\n'), ok }
}
