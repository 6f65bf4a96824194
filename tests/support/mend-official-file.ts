export type Schema = Record<string, unknown>

interface Described {
  content?: Record<string, { schema?: Schema }>
}

interface Operation {
  requestBody?: { $ref: string }
  responses?: Record<string, Described>
}

/** The part of the Central Bank's file that a check needs. */
export interface OfficialFile {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema>; requestBodies: Record<string, Described> }
}

/** Required in lists, though no property has the name, or the property stands one step further in. */
const NOWHERE = new Set(['idCob', 'retentativa', 'rec', 'pagador', 'atualizacao"'])
const ELSEWHERE: Record<string, readonly string[]> = {
  DadosRecebedor: ['logradouro', 'cidade', 'uf', 'cep'],
  DadosPagadorRec: ['ispbParticipante'],
  PixConsultados: ['cobs'],
  RecBase: ['idRec'],
}

/** Properties of which one of two branches is to fit, though what fits the one fits the other. */
const BOTH_FIT: readonly [schema: string, property: string][] = [['CobVValor', 'desconto'], ['RecEncerramento', 'encerramento'], ['CobRAtualizacao', 'encerramento']]

/** Where a txid may also be that of a static code, which is shorter than a charge's. */
const ANY_TXID = ['Pix', 'ParametrosConsultaPix']

/**
 * The file without the slips that would refuse every true answer: patterns in slashes or without anchors, properties that
 * are required where they are not, addresses without a scheme that are to be URIs, an amount that is to be an object,
 * branches that exclude each other in words alone, and static codes' txids. Refs are made to stand by themselves.
 */
export function mendOfficialFile(file: OfficialFile): OfficialFile {
  const mended = mend(file) as OfficialFile
  const { schemas } = mended.components
  for (const [name, wrong] of Object.entries(ELSEWHERE)) schemas[name] = { ...schemas[name], required: namesOf(schemas[name]).filter((one) => !wrong.includes(one)) }
  delete propertyOf(schemas, 'PixAutomatico', 'valor')['anyOf']
  for (const [schema, property] of BOTH_FIT) delete propertyOf(schemas, schema, property)['oneOf']
  for (const schema of ANY_TXID) propertyOf(schemas, schema, 'txid')['allOf'] = [{ type: 'string', pattern: '^[a-zA-Z0-9]{1,35}$' }]
  return mended
}

function mend(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(mend)
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(Object.entries(node).filter(([key]) => !ASIDE.has(key)).map(([key, value]) => [key, mendValue(key, value)]))
}

// Examples are no schemas, whatever stands in them.
const ASIDE = new Set(['example', 'examples', 'discriminator'])

function mendValue(key: string, value: unknown): unknown {
  if (key === 'pattern' && typeof value === 'string') return `^${value.replace(/^\/?\^?|\$?\/?$/g, '')}$`
  if (key === '$ref' && typeof value === 'string' && value.startsWith('#/components/schemas')) return `pix${value}`
  if (key === 'format' && value === 'uri') return 'regex'
  if (key === 'required' && Array.isArray(value)) return value.filter((name) => !NOWHERE.has(String(name)))
  return mend(value)
}

function propertyOf(schemas: Record<string, Schema>, schema: string, property: string): Schema {
  return (schemas[schema]!['properties'] as Record<string, Schema>)[property]!
}

function namesOf(schema: Schema | undefined): string[] {
  return (schema?.['required'] as string[] | undefined) ?? []
}
