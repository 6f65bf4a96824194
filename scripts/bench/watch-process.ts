import { monitorEventLoopDelay } from 'node:perf_hooks'

const SAMPLE_MS = 20
const MEGABYTE = 1024 * 1024
const NS_PER_MS = 1_000_000

export interface ProcessFigures {
  seconds: number
  /** CPU time of this process alone; the database has its own. */
  cpuSeconds: number
  memoryBeforeMb: number
  peakMemoryMb: number
  /** How long others waited for their turn. */
  longestTurnMs: number
}

/** Watches time, memory and the event loop of this process from now to `end`. */
export function watchProcess(): { end(): ProcessFigures } {
  globalThis.gc?.()
  const [startedAt, cpu, before] = [process.hrtime.bigint(), process.cpuUsage(), process.memoryUsage.rss()]
  let peak = before
  const sampling = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), SAMPLE_MS)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  return {
    end: () => {
      clearInterval(sampling)
      delay.disable()
      const { user, system } = process.cpuUsage(cpu)
      return {
        seconds: round(Number(process.hrtime.bigint() - startedAt) / 1e9),
        cpuSeconds: round((user + system) / 1e6),
        memoryBeforeMb: Math.round(before / MEGABYTE),
        peakMemoryMb: Math.round(peak / MEGABYTE),
        longestTurnMs: Math.round(delay.max / NS_PER_MS),
      }
    },
  }
}

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100
}
