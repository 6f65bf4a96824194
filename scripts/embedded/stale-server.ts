import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

// A server whose program was killed goes down at once; what stays "ready" is in use.
const PATIENCE_MS = { ready: 2_000, stopping: 15_000 }

/**
 * Waits for a server that is still shutting down on this cluster, and refuses one that stays.
 * Removes a postmaster.pid whose process is gone: after a crash its number may belong to another
 * program, and PostgreSQL would then refuse to start.
 */
export async function waitForFormerServer(clusterDir: string): Promise<void> {
  const pidFile = join(clusterDir, 'postmaster.pid')
  for (const start = Date.now(); ; await pause(100)) {
    const former = readPidFile(pidFile)
    if (former === undefined) return
    if (!commandOf(former.pid).includes(clusterDir)) return rmSync(pidFile, { force: true })
    if (Date.now() - start > PATIENCE_MS[former.state]) throw new Error(inUse(former.pid))
  }
}

function inUse(pid: number): string {
  return `Another start uses this data already (process ${pid}). Stop it, or set DATA_DIR to another folder.`
}

function readPidFile(pidFile: string): { pid: number; state: 'ready' | 'stopping' } | undefined {
  if (!existsSync(pidFile)) return undefined
  const lines = readFileSync(pidFile, 'utf8').split('\n')
  return { pid: Number(lines[0]), state: lines[7]?.trim() === 'ready' ? 'ready' : 'stopping' }
}

function commandOf(pid: number): string {
  try {
    if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}
