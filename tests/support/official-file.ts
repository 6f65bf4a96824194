import { Validator } from '@seriousme/openapi-schema-validator'
import { createAjv } from '@repactua/api/platform/schema/ajv.ts'
import type { Exchange, Watch } from '../../scripts/local-bank/exchange.ts'
import { mendOfficialFile, type OfficialFile, type Schema } from './mend-official-file.ts'

export interface OfficialCheck {
  watch: Watch
  /** What broke the official file so far, one line each. */
  findings(): string[]
}

/** A check of every exchange by the Central Bank's file that PIX_OPENAPI names; null where none is at hand. */
export async function officialCheck(): Promise<OfficialCheck | null> {
  const path = process.env['PIX_OPENAPI']
  if (!path) return null
  const file = await readFile(path)
  const ajv = createAjv(false)
  for (const format of ['int32', 'int64']) ajv.addFormat(format, true)
  ajv.addSchema({ $id: 'pix', components: file.components })
  const found = new Set<string>()
  const compare = (what: string, schema: Schema | undefined, value: unknown): void => {
    if (!schema) return
    const validate = ajv.compile(schema)
    if (!validate(value)) for (const { instancePath, message } of validate.errors ?? []) found.add(`${what} ${instancePath} ${message ?? ''}`)
  }
  return {
    watch: (exchange) => judge(file, exchange, compare, (finding) => void found.add(finding)),
    findings: () => [...found],
  }
}

type Compare = (what: string, schema: Schema | undefined, value: unknown) => void

// What the bank refused may well break the rules: then the refusal alone is looked at.
function judge(file: OfficialFile, { method, path, request, status, answer }: Exchange, compare: Compare, tell: (finding: string) => void): void {
  const what = `${method} ${path} ${status}`
  if (path.startsWith('{webhook}')) return compare(what, newsSchema(file, path), request)
  if (status >= 400) return compare(what, { $ref: 'pix#/components/schemas/Problema' }, answer)
  const operation = file.paths[path]?.[method.toLowerCase()]
  const documented = operation?.responses?.[String(status)]
  if (!documented) return tell(`${what} is not in the file`)
  const body = operation.requestBody?.$ref.split('/').at(-1)
  if (body) compare(`${what}, asked`, schemaOf(file.components.requestBodies[body]), request)
  compare(`${what}, answered`, schemaOf(documented), answer)
}

const NEWS: Record<string, string> = { '{webhook}/pix': 'WebhookPixBody', '{webhook}/rec': 'WebhookRecBody', '{webhook}/cobr': 'WebhookCobRBody' }

function newsSchema({ components }: OfficialFile, path: string): Schema | undefined {
  return schemaOf(components.requestBodies[NEWS[path] ?? ''])
}

function schemaOf(described: { content?: Record<string, { schema?: Schema }> } | undefined): Schema | undefined {
  return described?.content?.['application/json']?.schema
}

// The file is not valid OpenAPI in every corner; it is read all the same.
async function readFile(path: string): Promise<OfficialFile> {
  const validator = new Validator()
  await validator.validate(path)
  return mendOfficialFile(validator.specification as unknown as OfficialFile)
}
