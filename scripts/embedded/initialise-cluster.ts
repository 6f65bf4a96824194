import { randomUUID } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { lastLines, startGuarded } from './guarded-process.ts'
import type { Account } from './postgres-account.ts'
import { clusterHome } from './postgres-places.ts'

export interface ClusterOptions {
  clusterDir: string
  superuserPassword: string
  logFile: string
}

/**
 * The folder of the cluster, made the first time: UTF-8 and the built-in C.UTF-8 order, the same on
 * every machine whatever its locale. It appears whole or not at all, whenever we are stopped.
 */
export async function ensureCluster(
  initdb: string,
  account: Account | undefined,
  options: ClusterOptions,
): Promise<string> {
  if (!existsSync(options.clusterDir)) {
    const home = clusterHome(options.clusterDir, account)
    const draft = makeDraft(home, account)
    await initialise(initdb, draft, account, options)
    rmSync(options.clusterDir, { force: true })
    rmSync(home, { recursive: true, force: true })
    renameSync(draft, home)
    if (home !== options.clusterDir) symlinkSync(home, options.clusterDir)
  }
  return realpathSync(options.clusterDir)
}

function makeDraft(home: string, account: Account | undefined): string {
  const draft = `${home}.draft`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(dirname(draft), { recursive: true })
  mkdirSync(draft, { mode: 0o700 })
  if (account) chownSync(draft, account.uid, account.gid)
  return draft
}

async function initialise(
  initdb: string,
  draft: string,
  account: Account | undefined,
  options: ClusterOptions,
): Promise<void> {
  const passwordFile = writePasswordFile(options.superuserPassword, account)
  try {
    const { exited } = startGuarded({
      command: initdb,
      args: [...FLAGS, `--pgdata=${draft}`, `--pwfile=${passwordFile}`],
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C' },
      logFile: options.logFile,
      orphanSignal: 'INT',
      ...(account ? { owner: account } : {}),
    })
    if ((await exited) !== 0)
      throw new Error(`PostgreSQL could not make its data folder:\n${lastLines(options.logFile)}`)
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
