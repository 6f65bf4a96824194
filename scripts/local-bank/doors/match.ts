/** A route's method and path; `{name}` stands for one part of the path. */
export interface Place {
  method: string
  path: string
}

/** The first route that fits, with what stands in its `{names}`; null where none does. */
export function match<Route extends Place>(routes: readonly Route[], method: string, path: string): { route: Route; params: Record<string, string> } | null {
  for (const route of routes) {
    const params = route.method === method ? paramsOf(route.path, path) : null
    if (params) return { route, params }
  }
  return null
}

function paramsOf(pattern: string, path: string): Record<string, string> | null {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const name = /^\{(.+)\}$/.exec(part)?.[1]
    const text = decoded(given[index] ?? '')
    if (name === undefined ? part !== text : text === '') return null
    if (name !== undefined) params[name] = text
  }
  return params
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
