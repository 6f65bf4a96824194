import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { FastifyInstance, FastifySchema } from 'fastify'

/**
 * Schema checks: bodies are taken as they are (Fastify's default would turn "1" into 1 and drop unknown fields);
 * only query strings and path parameters, which are text by nature, are read as numbers.
 */
export function useStrictValidation(app: FastifyInstance): void {
  const strict = createAjv(false)
  const ofText = createAjv(true)
  app.setValidatorCompiler<FastifySchema>(({ schema, httpPart }) =>
    (httpPart === 'body' || httpPart === 'headers' ? strict : ofText).compile(schema as object))
}

/** Ajv with the formats of the contract; 31 February is not a date. */
export function createAjv(coerceTypes: boolean): Ajv2020 {
  const ajv = new Ajv2020({ coerceTypes, removeAdditional: false, useDefaults: true, allErrors: true, strict: false })
  addFormats.default(ajv)
  return ajv
}
