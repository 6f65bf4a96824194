import type { Static, TSchema } from 'typebox'
import { createAjv } from '../../../platform/schema/ajv.ts'

const ajv = createAjv(false)

/** A reader of JSON that must be as the schema says; null where it is not. What the schema does not name is left as it is. */
export function readerOf<S extends TSchema>(schema: S): (body: string) => Static<S> | null {
  const isRight = ajv.compile(schema)
  return (body) => {
    const value = parse(body)
    return isRight(value) ? (value as Static<S>) : null
  }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
