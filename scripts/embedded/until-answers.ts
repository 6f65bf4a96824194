import { setTimeout as pause } from 'node:timers/promises'
import { type GuardedProcess, lastLines } from './guarded-process.ts'

const READY_WITHIN_MS = 60_000

/** Waits until a process answers 200 on `url`; fails with the end of its log when it ends first. */
export async function untilAnswers(
  url: string,
  { exited, stop }: GuardedProcess,
  name: string,
  logFile: string,
): Promise<void> {
  let ended = false
  void exited.then(() => (ended = true))
  for (const start = Date.now(); Date.now() - start < READY_WITHIN_MS; await pause(50)) {
    if (await answers(url)) return
    if (ended) throw new Error(`${name} ended before it was ready:\n${lastLines(logFile)}`)
  }
  await stop('SIGTERM', 5_000)
  throw new Error(`${name} was not ready in time:\n${lastLines(logFile)}`)
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) })
    await response.arrayBuffer()
    return response.ok
  } catch {
    return false
  }
}
