const AWAY_AFTER_MS = 10 * 60_000
let lastSignAt = Date.now()

for (const sign of ['pointerdown', 'keydown', 'visibilitychange', 'scroll']) {
  globalThis.addEventListener?.(sign, () => (lastSignAt = Date.now()), { passive: true, capture: true })
}

/** Whether somebody used the page in the last ten minutes. Polling stops after that, so that an idle session can end. */
export function isSomebodyThere(): boolean {
  return Date.now() - lastSignAt < AWAY_AFTER_MS
}
