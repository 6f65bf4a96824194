/** What stands at a place inside unknown JSON; undefined where the way ends early. */
export function at(json: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), json)
}

export function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

/** A text of 1 to `longest` characters. */
export function isText(json: unknown, longest: number): json is string {
  return typeof json === 'string' && json.length >= 1 && json.length <= longest
}
