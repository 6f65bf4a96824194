import type { FastifyInstance, FastifySchema } from 'fastify'
import { createAjv } from '../schema/ajv.ts'

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
