import type pg from 'pg'
import { PgBoss } from 'pg-boss'

export const BOSS_SCHEMA = 'pgboss'

/** pg-boss over a pool of ours. Its schema is made by the migration; here it may change nothing. */
export function createBoss(pool: pg.Pool): PgBoss {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values as unknown[]) },
    schema: BOSS_SCHEMA,
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
  })
  boss.on('error', () => {})
  return boss
}
