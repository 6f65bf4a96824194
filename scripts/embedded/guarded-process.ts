import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export interface GuardedProcess {
  readonly pid: number
  /** Settles when the command has ended; never rejects. */
  readonly exited: Promise<number>
  /** Sends `signal` to the whole group, SIGKILL after `graceMs`, and resolves when it has ended. */
  stop(signal: NodeJS.Signals, graceMs: number): Promise<void>
}

export interface GuardedCommand {
  command: string
  args: readonly string[]
  env: NodeJS.ProcessEnv
  /** Folder the command works in; by default ours. */
  cwd?: string
  /** File that the command's output is added to. */
  logFile: string
  /** Signal the guard sends when this program dies without saying goodbye. */
  orphanSignal: 'TERM' | 'INT'
  owner?: { uid: number; gid: number }
}

/**
 * Starts a command in its own process group, behind a guard that ends it when we die.
 * Our end of the pipe on the guard's input closes with us, even on SIGKILL, so nothing outlives us.
 */
export function startGuarded(spec: GuardedCommand): GuardedProcess {
  mkdirSync(dirname(spec.logFile), { recursive: true })
  const log = openSync(spec.logFile, 'a', 0o600)
  const child = spawn('sh', ['-c', GUARD, spec.orphanSignal, spec.command, ...spec.args], {
    detached: true,
    env: spec.env,
    stdio: ['pipe', log, log],
    ...(spec.cwd === undefined ? {} : { cwd: spec.cwd }),
    ...spec.owner,
  })
  closeSync(log)
  const exited = new Promise<number>((resolve) => {
    child.once('error', () => resolve(127))
    child.once('exit', (code) => resolve(code ?? 1))
  })
  child.stdin?.on('error', () => undefined)
  const pid = child.pid ?? 0
  return { pid, exited, stop: (signal, graceMs) => stopGroup(pid, exited, signal, graceMs) }
}

/** The end of a log, for a message about a command that failed. */
export function lastLines(logFile: string): string {
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-20).join('\n')
}

// $0 is the signal for an orphan. The traps keep the shell waiting while the command shuts down in
// order. The pipe is read by a second process, because a shell cannot wait and read at once, and
// under another number, because a shell gives its background processes an empty standard input.
const GUARD = `
exec 3<&0
trap : TERM INT HUP
"$@" </dev/null 3<&- &
child=$!
{ while read -r _; do :; done; kill -$0 $child; } <&3 2>/dev/null &
reader=$!
while :; do
  wait $child
  code=$?
  kill -0 $child 2>/dev/null || break
done
kill -9 $reader 2>/dev/null
exit $code`

async function stopGroup(pid: number, exited: Promise<number>, signal: NodeJS.Signals, graceMs: number): Promise<void> {
  signalGroup(pid, signal)
  const patience = new AbortController()
  const late = pause(graceMs, 'late', { signal: patience.signal }).catch(() => 'gone')
  if ((await Promise.race([exited, late])) === 'late') signalGroup(pid, 'SIGKILL')
  patience.abort()
  await exited
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  if (pid === 0) return
  try {
    process.kill(-pid, signal)
  } catch {
    // ESRCH: the group is gone already.
  }
}
