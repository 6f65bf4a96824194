const OURS = 'repactua.'
const fallback = new Map<string, string>()

/** Keeps a small value for this tab, so that it outlives a reload. Ids and instants only, never personal data. */
export function remember(name: string, value: unknown): void {
  const text = JSON.stringify(value)
  fallback.set(name, text)
  try {
    sessionStorage.setItem(name, text)
  } catch {
    // Storage may be switched off; the value then lives as long as the page.
  }
}

/** What was kept under that name, or null. */
export function recall<T>(name: string): T | null {
  const text = stored(name) ?? fallback.get(name)
  return text === undefined ? null : (JSON.parse(text) as T)
}

export function forget(name: string): void {
  fallback.delete(name)
  try {
    sessionStorage.removeItem(name)
  } catch {
    // Nothing was stored then.
  }
}

/** Forgets everything: the next person at this device starts afresh. */
export function forgetAll(): void {
  for (const name of [...fallback.keys(), ...storedNames()]) forget(name)
}

function storedNames(): string[] {
  try {
    return Object.keys(sessionStorage).filter((name) => name.startsWith(OURS))
  } catch {
    return []
  }
}

function stored(name: string): string | undefined {
  try {
    return sessionStorage.getItem(name) ?? undefined
  } catch {
    return undefined
  }
}
