import type { House } from './house.ts'

/**
 * Ctrl-C, a polite kill and a closed terminal end the house in order. A second signal changes
 * nothing: npm hands the terminal's Ctrl-C on, so each one comes twice.
 */
export function closeOnSignal(house: House): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => house.close(0))
  if (process.env['npm_lifecycle_event'] === 'start') closeWithNpm(house)
}

// npm killed hard cannot tell us; then our parent changes.
function closeWithNpm(house: House): void {
  const npm = process.ppid
  setInterval(() => {
    if (process.ppid !== npm) house.close(0)
  }, 500).unref()
}
