import { setTimeout as pause } from 'node:timers/promises'
import type { DebtImport } from '@repactua/shared/contract/debt-imports.ts'
import { debtLine, fileOf, NDJSON } from '../../builders/debt-import.ts'
import type { FaultHouse } from '../house/fault-house.ts'
import type { Load } from '../load/mixed-writes.ts'
import { within, type FaultRun } from './fault-run.ts'

const LINES = 4_000

/** The worker dies in the middle of an import, while it also mails the codes by which the load signs. */
export const killWorker: FaultRun = {
  name: 'kill-worker',
  what: `the worker is killed (SIGKILL) in the middle of importing ${LINES} debts and started again`,
  isShort: true,
  async run(house, load, size) {
    const lagMs: number[] = []
    for (let left = size === 'short' ? 1 : 20; left > 0; left -= 1) {
      const sent = await sendFile(house, load)
      await until(async () => (await sent.look()).status !== 'queued')
      await house.worker.kill()
      await house.worker.start()
      const started = performance.now()
      await until(async () => ['completed', 'failed'].includes((await sent.look()).status))
      lagMs.push(performance.now() - started)
      sent.settle(await sent.look())
    }
    return [within('its work is done after the start', lagMs, 10_000)]
  },
}

/** Sends a file of debts, and puts each line into the journal once the import says that it is done. */
export async function sendFile({ url }: FaultHouse, { cast: { creditor }, journal }: Load) {
  const lines = Array.from({ length: LINES }, () => debtLine())
  const headers = { authorization: creditor.bearer }
  const answer = await fetch(`${url}/v1/debt-imports`, { method: 'POST', headers: { ...headers, 'content-type': NDJSON }, body: fileOf(lines) })
  const { id } = (await answer.json()) as DebtImport
  return {
    look: async () => (await (await fetch(`${url}/v1/debt-imports/${id}`, { headers })).json()) as DebtImport,
    settle({ status, received, accepted, unchanged }: DebtImport): void {
      for (const { externalId, principalCents } of lines) journal.debts.set(externalId, principalCents)
      if (status !== 'completed' || received !== LINES || accepted + unchanged !== LINES) journal.surprises.push(`import ${id}: ${status}, ${accepted} and ${unchanged} of ${received}`)
    },
  }
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await pause(20)
}
