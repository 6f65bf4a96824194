import type pg from 'pg'
import { PgBoss } from 'pg-boss'

export const BOSS_SCHEMA = 'pgboss'

// How soon after its last sign a lost job is taken back: a worker that is killed was busy with somebody's code.
const SUPERVISE_SECONDS = 2

/**
 * pg-boss over a pool of ours. Its schema is made by the migration; here it may change nothing. The one that works
 * (`supervise`) also takes back the jobs of a worker that was killed and starts the nightly ones.
 */
export function createBoss(pool: pg.Pool, onError: (error: Error) => void, { supervise = false } = {}): PgBoss {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values as unknown[]) },
    schema: BOSS_SCHEMA,
    migrate: false,
    createSchema: false,
    supervise,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
    schedule: supervise,
  })
  boss.on('error', onError)
  return boss
}
