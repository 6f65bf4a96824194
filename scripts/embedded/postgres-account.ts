import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

export interface Account {
  uid: number
  gid: number
}

/**
 * The account Postgres runs as when we are root, because it refuses to run as root itself.
 * A cluster keeps the account it was made with; a new one takes `postgres`, else `nobody`.
 */
export function postgresAccount(clusterDir: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  if (existsSync(join(clusterDir, 'PG_VERSION'))) {
    const { uid, gid } = statSync(clusterDir)
    return { uid, gid }
  }
  return lookUp('postgres') ?? lookUp('nobody') ?? { uid: 65534, gid: 65534 }
}

/** Whether the account may enter each folder on the way to `path`. */
export function canReach(account: Account | undefined, path: string): boolean {
  if (account === undefined) return true
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder) && !mayEnter(account, folder)) return false
    if (folder === dirname(folder)) return true
  }
}

function lookUp(name: string): Account | undefined {
  try {
    return { uid: readId('-u', name), gid: readId('-g', name) }
  } catch {
    return undefined
  }
}

function readId(flag: '-u' | '-g', name: string): number {
  return Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
}

function mayEnter(account: Account, folder: string): boolean {
  const { mode, uid, gid } = statSync(folder)
  if (uid === account.uid) return (mode & 0o100) !== 0
  if (gid === account.gid) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}
