/** What stands at a path within something that was parsed; undefined where a step of it is not there. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let here = value
  for (const step of path) here = here !== null && typeof here === 'object' ? (here as Record<string | number, unknown>)[step] : undefined
  return here
}

/** A text within something that was parsed; null where there is none. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string | null {
  const text = at(value, ...path)
  return typeof text === 'string' && text !== '' ? text : null
}

/** A list within something that was parsed; an empty one where there is none. */
export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const list = at(value, ...path)
  return Array.isArray(list) ? (list as unknown[]) : []
}

/** What JSON says; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The attempt that a provider carried for us, where it is one. */
export function attemptOf(text: string | null): { attemptId?: string } {
  return text !== null && UUID.test(text) ? { attemptId: text } : {}
}

/** An instant of a provider, or when its news came where it says none that can be read. */
export function instantOf(told: Date | null, receivedAt: Date): Date {
  return told && !Number.isNaN(told.getTime()) ? told : receivedAt
}
