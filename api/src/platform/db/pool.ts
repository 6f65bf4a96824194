import pg from 'pg'

// Dates stay 'YYYY-MM-DD': a Date would drag them through a time zone. bigint columns come as bigint.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, BigInt)

/** A pool with every limit set: pg itself waits for ever. A larger pool only worsens the slowest answers. */
export function createPool(connectionString: string, { max = 8 } = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    connectionTimeoutMillis: 1_500,
    query_timeout: 2_500,
    statement_timeout: 2_000,
    lock_timeout: 1_000,
    idle_in_transaction_session_timeout: 5_000,
    keepAlive: true,
    application_name: 'repactua',
  })
  // An idle client that loses its server is dropped by the pool; without a listener the process would end.
  pool.on('error', () => {})
  return pool
}

/** A pool for imports and other long work, with its own limits. */
export function createBulkPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: 4,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 120_000,
    lock_timeout: 10_000,
    keepAlive: true,
    application_name: 'repactua-bulk',
  })
  pool.on('error', () => {})
  return pool
}
