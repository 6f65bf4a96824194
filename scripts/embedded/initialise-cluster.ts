import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chownSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Account } from './postgres-account.ts'

/**
 * Runs initdb: UTF-8 and the built-in C.UTF-8 order, the same on every machine whatever its locale.
 * A half-made cluster is removed, so that the next start begins anew.
 */
export async function initialiseCluster(
  initdb: string,
  clusterDir: string,
  account: Account | undefined,
  superuserPassword: string,
): Promise<void> {
  const passwordFile = writePasswordFile(superuserPassword, account)
  try {
    await promisify(execFile)(initdb, [...FLAGS, `--pgdata=${clusterDir}`, `--pwfile=${passwordFile}`], {
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C' },
      ...account,
    })
  } catch (error) {
    for (const name of readdirSync(clusterDir)) rmSync(join(clusterDir, name), { recursive: true })
    throw error
  } finally {
    rmSync(passwordFile)
  }
}

const FLAGS = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-sync',
]

function writePasswordFile(password: string, account: Account | undefined): string {
  const file = join(tmpdir(), `repactua-${randomUUID()}`)
  writeFileSync(file, `${password}\n`, { mode: 0o600, flag: 'wx' })
  if (account) chownSync(file, account.uid, account.gid)
  return file
}
