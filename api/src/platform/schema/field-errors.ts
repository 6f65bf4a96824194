import type { FieldError } from '@repactua/shared/errors/problem.ts'

/** What Ajv says of a value that does not fit. */
export interface Finding {
  keyword: string
  instancePath: string
  params: Record<string, unknown>
}

const MOST = 20

/** Turns the findings of the schema check into field errors with a pointer, a code and words in Portuguese. */
export function fieldErrorsOf(findings: readonly Finding[]): FieldError[] {
  const errors = findings.filter((finding) => !['if', 'anyOf', 'oneOf'].includes(finding.keyword)).map(fieldError)
  return (errors.length > 0 ? errors : findings.map(fieldError)).slice(0, MOST)
}

function fieldError({ keyword, instancePath, params }: Finding): FieldError {
  const field = params['missingProperty'] ?? params['additionalProperty'] ?? params['tag']
  const pointer = field === undefined ? instancePath : `${instancePath}/${String(field)}`
  return { pointer, code: CODES[keyword] ?? 'invalid', message: messageFor(keyword, params, instancePath) }
}

const CODES: Record<string, string> = {
  required: 'required',
  additionalProperties: 'unknown_field',
  type: 'wrong_type',
  format: 'wrong_format',
  pattern: 'wrong_format',
  enum: 'not_allowed',
  const: 'not_allowed',
  discriminator: 'not_allowed',
  minimum: 'too_small',
  maximum: 'too_large',
  minLength: 'too_short',
  maxLength: 'too_long',
  minItems: 'too_few',
  maxItems: 'too_many',
  uniqueItems: 'repeated',
}

const TYPES: Record<string, string> = {
  integer: 'um número inteiro', number: 'um número', string: 'um texto', boolean: 'true ou false', object: 'um objeto', array: 'uma lista', null: 'null',
}

const FORMATS: Record<string, string> = {
  date: 'Deve ser um dia que existe, no formato AAAA-MM-DD.',
  'date-time': 'Deve ser um instante com fuso, como 2026-11-21T13:00:00Z.',
  email: 'Deve ser um e-mail, como nome@exemplo.com.br.',
}

function messageFor(keyword: string, params: Record<string, unknown>, path: string): string {
  const limit = String(params['limit'])
  const messages: Record<string, string> = {
    required: 'Este campo é obrigatório.',
    additionalProperties: 'Este campo não existe aqui.',
    type: `Deve ser ${TYPES[String(params['type'])] ?? String(params['type'])}${unitOf(path)}.`,
    format: FORMATS[String(params['format'])] ?? `Deve estar no formato ${String(params['format'])}.`,
    pattern: path.endsWith('/cpf') ? 'Deve ter os onze números do CPF, com ou sem pontuação, como 529.982.247-25.' : 'O formato não confere. Veja o deste campo em /docs.',
    enum: `Deve ser um de: ${[params['allowedValues']].flat().join(', ')}.`,
    discriminator: 'Este valor não existe aqui. Veja os deste campo em /docs.',
    const: `Deve ser ${JSON.stringify(params['allowedValue'])}.`,
    minimum: `O menor valor é ${limit}.`,
    maximum: `O maior valor é ${limit}.`,
    minLength: `São no mínimo ${limit} caracteres.`,
    maxLength: `São no máximo ${limit} caracteres.`,
    minItems: `São no mínimo ${limit} itens.`,
    maxItems: `São no máximo ${limit} itens.`,
    uniqueItems: 'Há itens repetidos.',
  }
  return messages[keyword] ?? 'O valor não é aceito.'
}

// What people send instead of cents and basis points is 450.00 and 2.5.
function unitOf(path: string): string {
  if (path.endsWith('Cents')) return ', em centavos: R$ 450,00 é 45000'
  return path.endsWith('Bps') ? ', em pontos-base: 2,5% é 250' : ''
}
