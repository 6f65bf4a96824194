import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const FORMER_SERVER_ENDS_WITHIN_MS = 15_000

/**
 * Waits for a server that is still shutting down on this cluster, and refuses one that stays.
 * Removes a postmaster.pid whose process is gone: after a crash its number may belong to another
 * program, and PostgreSQL would then refuse to start.
 */
export async function waitForFormerServer(clusterDir: string): Promise<void> {
  const pidFile = join(clusterDir, 'postmaster.pid')
  for (const start = Date.now(); Date.now() - start < FORMER_SERVER_ENDS_WITHIN_MS; await pause(100)) {
    const pid = readPid(pidFile)
    if (pid === undefined) return
    if (!commandOf(pid).includes(clusterDir)) return rmSync(pidFile, { force: true })
  }
  throw new Error(
    `Another start uses this data already (process ${readPid(pidFile)}). Stop it, or set DATA_DIR to another folder.`,
  )
}

function readPid(pidFile: string): number | undefined {
  if (!existsSync(pidFile)) return undefined
  return Number(readFileSync(pidFile, 'utf8').split('\n')[0])
}

function commandOf(pid: number): string {
  try {
    if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}
