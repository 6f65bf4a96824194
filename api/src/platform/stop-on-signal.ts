import type { Logger } from './log/logger.ts'

const PATIENCE_MS = 10_000

/** Ends the process gracefully at SIGTERM or SIGINT: what is in flight is finished, and after ten seconds it ends all the same. */
export function stopOnSignal(stop: () => Promise<unknown>, logger: Logger): void {
  let stopping = false
  const end = async () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    await stop().catch((error: unknown) => logger.error({ err: error }, 'stop failed'))
    process.exit(0)
  }
  process.on('SIGTERM', () => void end())
  process.on('SIGINT', () => void end())
}
