import pg from 'pg'

/** Whether a database lets this URL in within so many milliseconds. */
export async function opens(url: string, patienceMs: number): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: patienceMs })
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}
