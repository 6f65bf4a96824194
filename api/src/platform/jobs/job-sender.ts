import type { PgBoss } from 'pg-boss'
import type { Transaction } from '../db/transaction.ts'
import type { JobData, Queue } from './queues.ts'

/** Puts a job into its queue inside the caller's transaction: commit runs it, rollback never does. */
export interface JobSender {
  send<Q extends Queue>(tx: Transaction, queue: Q, data: JobData[Q], options?: JobOptions): Promise<void>
}

export interface JobOptions {
  /** Nobody takes the job before so many seconds have passed. */
  delaySeconds?: number
}

// Ten tries over half an hour; a worker that gives no sign for ten seconds has lost its job to the next one.
const PATIENCE = { retryLimit: 10, retryDelay: 2, retryBackoff: true, heartbeatSeconds: 10 }

export function createJobSender(boss: PgBoss): JobSender {
  return {
    async send(tx, queue, data, { delaySeconds = 0 } = {}) {
      const db = { executeSql: (text: string, values?: unknown[]) => tx.$client.query(text, values) }
      await boss.send(queue, data, { db, startAfter: delaySeconds, ...PATIENCE })
    },
  }
}
