const AWAY_AFTER_MS = 10 * 60_000
const waiting = new Set<() => void>()
let lastSignAt = Date.now()

for (const sign of ['pointerdown', 'keydown', 'visibilitychange', 'scroll']) {
  globalThis.addEventListener?.(sign, noteSign, { passive: true, capture: true })
}

/** Whether somebody used the page in the last ten minutes. Polling stops after that, so that an idle session can end. */
export function isSomebodyThere(): boolean {
  return Date.now() - lastSignAt < AWAY_AFTER_MS
}

/** Does it now, or once when somebody uses the page again. The same thing waits once. */
export function whenSomebodyIsThere(act: () => void): void {
  if (isSomebodyThere()) act()
  else waiting.add(act)
}

function noteSign(): void {
  lastSignAt = Date.now()
  const acts = [...waiting]
  waiting.clear()
  for (const act of acts) act()
}
