import { spawn } from 'node:child_process'
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
  /** File descriptor for the command's output, or 'inherit'. */
  output: number | 'inherit'
  /** Signal the guard sends when this program dies without saying goodbye. */
  orphanSignal: 'TERM' | 'INT'
  owner?: { uid: number; gid: number }
}

/**
 * Starts a command in its own process group, behind a guard that ends it when we die.
 * Our end of the pipe on the guard's input closes with us, even on SIGKILL, so nothing outlives us.
 */
export function startGuarded(spec: GuardedCommand): GuardedProcess {
  const child = spawn('sh', ['-c', GUARD, spec.orphanSignal, spec.command, ...spec.args], {
    detached: true,
    env: spec.env,
    stdio: ['pipe', spec.output, spec.output],
    ...spec.owner,
  })
  const exited = new Promise<number>((resolve) => {
    child.once('error', () => resolve(127))
    child.once('exit', (code) => resolve(code ?? 1))
  })
  child.stdin?.on('error', () => undefined)
  const pid = child.pid ?? 0
  return { pid, exited, stop: (signal, graceMs) => stopGroup(pid, exited, signal, graceMs) }
}

// $0 is the signal for an orphan. The traps keep the shell waiting while the command shuts down in
// order; the reader of the pipe is a second process because `wait` and `read` cannot both block.
const GUARD = `
trap : TERM INT HUP
"$@" </dev/null &
child=$!
{ trap : TERM INT HUP; while read -r _; do :; done; kill -$0 $child; } <&0 2>/dev/null &
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
