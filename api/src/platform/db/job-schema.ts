import type pg from 'pg'
import { PgBoss } from 'pg-boss'
import { APP_ROLE } from './app-role.ts'

/** Where pg-boss keeps its tables. */
export const JOB_SCHEMA = 'pgboss'

/**
 * Installs or upgrades pg-boss' tables as the owner and makes the queues, because the application's
 * account may not create anything; then grants that account what sending and working jobs needs.
 */
export async function installJobSchema(owner: pg.Client, ownerUrl: string, queues: readonly string[]): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: JOB_SCHEMA,
    max: 2,
    supervise: false,
    schedule: false,
  })
  boss.on('error', () => undefined)
  await boss.start()
  try {
    for (const queue of queues) await boss.createQueue(queue)
  } finally {
    await boss.stop({ graceful: false })
  }
  await owner.query(GRANTS)
}

// The default privileges serve the tables of a later pg-boss version.
const GRANTS = `
  grant usage on schema ${JOB_SCHEMA} to ${APP_ROLE};
  grant select, insert, update, delete on all tables in schema ${JOB_SCHEMA} to ${APP_ROLE};
  grant usage on all sequences in schema ${JOB_SCHEMA} to ${APP_ROLE};
  grant execute on all functions in schema ${JOB_SCHEMA} to ${APP_ROLE};
  alter default privileges in schema ${JOB_SCHEMA} grant select, insert, update, delete on tables to ${APP_ROLE};
  alter default privileges in schema ${JOB_SCHEMA} grant usage on sequences to ${APP_ROLE};
  alter default privileges in schema ${JOB_SCHEMA} grant execute on functions to ${APP_ROLE}`
