import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePort } from './free-port.ts'
import { startPostgres } from './postgres.ts'

/** A server on a free port whose data goes when it stops. It never waits for the disk. */
export async function startThrowawayPostgres(): Promise<{ adminUrl: string; stop: () => Promise<void> }> {
  const home = mkdtempSync(join(tmpdir(), 'repactua-postgres-'))
  chmodSync(home, 0o711)
  const server = await startPostgres({
    clusterDir: join(home, 'data'),
    port: await findFreePort(),
    portVariable: 'PG_PORT',
    superuserPassword: randomBytes(18).toString('hex'),
    logFile: join(home, 'postgres.log'),
    settings: FAST_NOT_SAFE,
  })
  const stop = async () => {
    await server.stop()
    rmSync(home, { recursive: true, force: true })
  }
  return { adminUrl: server.adminUrl, stop }
}

const FAST_NOT_SAFE = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_wal_size: '1GB',
  max_connections: '200',
}
