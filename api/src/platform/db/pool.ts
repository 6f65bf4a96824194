import pg from 'pg'

// Dates stay 'YYYY-MM-DD': a Date would drag them through a time zone. bigint columns come as bigint.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, BigInt)

/** A pool with every limit set: pg itself waits for ever. A larger pool only worsens the slowest answers. */
export function createPool(connectionString: string, { max = 8 } = {}): pg.Pool {
  return outlivingItsServer(new pg.Pool({
    connectionString,
    max,
    connectionTimeoutMillis: 1_500,
    query_timeout: 2_500,
    statement_timeout: 2_000,
    lock_timeout: 1_000,
    idle_in_transaction_session_timeout: 5_000,
    keepAlive: true,
    application_name: 'repactua',
  }))
}

/** A pool for imports and other long work, with its own limits. */
export function createBulkPool(connectionString: string): pg.Pool {
  return outlivingItsServer(new pg.Pool({
    connectionString,
    max: 4,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 120_000,
    lock_timeout: 10_000,
    keepAlive: true,
    application_name: 'repactua-bulk',
  }))
}

// A client that loses its server tells it as an event, and an event of that name that nobody hears ends the process. The
// pool hears its idle clients alone: one that is in use, between two queries, is heard here. Its next query fails.
function outlivingItsServer(pool: pg.Pool): pg.Pool {
  return pool.on('error', () => {}).on('connect', (client) => client.on('error', () => {}))
}
