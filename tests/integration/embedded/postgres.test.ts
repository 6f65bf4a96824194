import { mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { findFreePort } from '../../../scripts/embedded/free-port.ts'
import { startPostgres } from '../../../scripts/embedded/postgres.ts'

// Closed to every other account, as a folder of root is.
const home = mkdtempSync(join(tmpdir(), 'repactua-closed-'))
const clusterDir = join(home, 'postgres')
const port = await findFreePort()

afterAll(() => {
  rmSync(realpathSync(clusterDir), { recursive: true })
  rmSync(home, { recursive: true })
})

function start(): ReturnType<typeof startPostgres> {
  const logFile = join(home, 'postgres.log')
  return startPostgres({
    clusterDir,
    port,
    portVariable: 'PG_PORT',
    superuserPassword: 'p',
    logFile,
    settings: { fsync: 'off' },
  })
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows[0]
  } finally {
    await client.end()
  }
}

test('a cluster is UTF-8 whatever the locale, listens on loopback only and keeps its data', async () => {
  const first = await start()
  expect(await ask(first.adminUrl, 'show server_encoding')).toEqual({ server_encoding: 'UTF8' })
  expect(await ask(first.adminUrl, 'show listen_addresses')).toEqual({ listen_addresses: '127.0.0.1' })
  await ask(first.adminUrl, 'create table kept as select 42 as answer')
  await first.stop()
  const second = await start()
  expect(await ask(second.adminUrl, 'select answer from kept')).toEqual({ answer: 42 })
  await second.stop()
})

test('a pid file left by a crash does not stop the next start, though its number lives on', async () => {
  const pidFile = join(clusterDir, 'postmaster.pid')
  writeFileSync(pidFile, `${process.pid}\n${clusterDir}\n`)
  const server = await start()
  expect(readFileSync(pidFile, 'utf8')).not.toContain(`${process.pid}\n`)
  await server.stop()
})

test('a second start on the same cluster is refused while the first one runs', async () => {
  const server = await start()
  await expect(start()).rejects.toThrow(/Another start uses this data already \(process \d+\)/)
  await server.stop()
})

test('the log is for its owner only', () => {
  expect(statSync(join(home, 'postgres.log')).mode & 0o077).toBe(0)
})
