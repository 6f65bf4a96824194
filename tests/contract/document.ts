/** A JSON Schema as it stands in the document. */
export interface Schema {
  [keyword: string]: unknown
  type?: string | string[]
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
}

interface Media {
  schema: Schema
}

export interface Operation {
  method: string
  path: string
  tags?: string[]
  summary?: string
  security?: object[]
  parameters?: { in: 'path' | 'query' | 'header' | 'cookie'; name: string; schema: Schema }[]
  requestBody?: { content: Record<string, Media> }
  responses: Record<string, { content?: Record<string, Media> }>
}

export interface Document {
  openapi: string
  tags: { name: string }[]
  paths: Record<string, Record<string, Omit<Operation, 'method' | 'path'>>>
}

/** Every operation of the document, with its path and its method in capitals. */
export function operationsOf({ paths }: Document): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, path, method: method.toUpperCase() })),
  )
}

/** A schema and every schema inside it, each with where it stands. */
export function* schemasIn(schema: Schema, place: string): Generator<{ schema: Schema; place: string }> {
  yield { schema, place }
  for (const [name, property] of Object.entries(schema.properties ?? {})) yield* schemasIn(property, `${place}/${name}`)
  for (const [i, branch] of (schema.anyOf ?? schema.oneOf ?? []).entries()) yield* schemasIn(branch, `${place}|${i}`)
  if (schema.items) yield* schemasIn(schema.items, `${place}[]`)
}
