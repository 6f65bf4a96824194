import { Type, type Static, type TSchema } from 'typebox'
import { MAX_CENTS } from '../money/cents.ts'
import { LINE_PATTERN } from '../text/plain-text.ts'

/** An object that takes no field but its own. */
export function Closed<P extends Record<string, TSchema>>(properties: P, options: { description?: string; examples?: unknown[] } = {}) {
  return Type.Object(properties, { additionalProperties: false, ...options })
}

/** One of a closed set of words. */
export function Words<const W extends readonly string[]>(words: W, options: { description?: string } = {}) {
  return Type.Unsafe<W[number]>({ type: 'string', enum: [...words], ...options })
}

/** The same value under words of its own in the documentation. */
export function Said<T extends TSchema>(schema: T, description: string, examples?: unknown[]) {
  return Type.Unsafe<Static<T>>({ ...schema, description, ...(examples ? { examples } : {}) })
}

/** One of several bodies, told apart by a field with a constant in each: a mistake is judged by the one that was meant. */
export function OneOf<B extends TSchema[]>(tag: string, bodies: [...B]) {
  return Type.Unsafe<Static<B[number]>>({ type: 'object', discriminator: { propertyName: tag }, oneOf: bodies })
}

/** What a list answers: `nextCursor` is null on the last page. */
export function ListOf<T extends TSchema>(item: T) {
  return Type.Object({ data: Type.Array(item), nextCursor: Nullable(Type.String({ description: 'The `cursor` of the next page; null on the last one' })) })
}

/** A value that may be absent on purpose. */
export function Nullable<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()])
}

/** A text of one line, as it stands on terms and papers: nothing in it can look like a line of its own. */
export function Line(maxLength: number) {
  return Type.String({ pattern: LINE_PATTERN, minLength: 1, maxLength })
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

/** An id shown with its kind: debt_0192f3c1-... (UUIDv7). */
export function IdOf(kind: IdKind) {
  return Type.String({ pattern: `^${kind}_${UUID}$`, maxLength: 64, examples: [`${kind}_0192f3c1-8a5e-7c3d-9b1e-2f6a7c8d9e0f`] })
}

export const ID_KINDS = [
  'creditor', 'client', 'debtor', 'debt', 'import', 'policy', 'sheet', 'agreement', 'charge', 'payment', 'challenge', 'session', 'event',
  'simulation', 'proposal', 'amendment', 'refund', 'entry', 'remittance', 'return', 'endpoint', 'delivery', 'exception', 'dispute', 'statement', 'checkout', 'reversal', 'segment', 'review', 'ruler', 'experiment',
  'template', 'message', 'attempt', 'receipt', 'news', 'escalation', 'restriction', 'conversation', 'promise',
] as const
export type IdKind = (typeof ID_KINDS)[number]

export const Cpf = Type.String({ pattern: '^(\\d{11}|\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2})$', maxLength: 14, description: 'CPF, with or without its mask', examples: ['529.982.247-25'] })
export const Cnpj = Type.String({ minLength: 14, maxLength: 18, description: 'CNPJ, alphanumeric ones too, with or without its mask', examples: ['12.ABC.345/01DE-35'] })
export const Day = Type.String({ format: 'date', maxLength: 10, description: 'A day in America/Sao_Paulo, YYYY-MM-DD', examples: ['2026-11-21'] })
export const Instant = Type.String({ format: 'date-time', maxLength: 35, description: 'ISO 8601, UTC', examples: ['2026-11-21T13:00:00.000Z'] })
export const Cents = Type.Integer({ minimum: 0, maximum: MAX_CENTS, description: 'Money in integer cents', examples: [98000] })
export const PositiveCents = Type.Integer({ minimum: 1, maximum: MAX_CENTS, description: 'Money in integer cents, at least one', examples: [98000] })
/** What several amounts come to: it may pass the largest one that is taken. Answers alone say it. */
export const SumCents = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description: 'A sum in integer cents' })
export const SignedCents = Type.Integer({ minimum: -MAX_CENTS, maximum: MAX_CENTS, description: 'Money in integer cents; negative where it lessens the debt' })
export const Bps = Type.Integer({ minimum: 0, maximum: 10_000, description: 'Basis points: 200 is 2%', examples: [200] })
export const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$', maxLength: 64, description: 'SHA-256, lower-case hexadecimal' })
export const Email = Type.String({ format: 'email', maxLength: 254 })
export const DueDay = Type.Integer({ minimum: 1, maximum: 31, description: 'Day of the month on which installments fall due' })
export const Limit = Type.Integer({ minimum: 1, maximum: 200, default: 50, description: 'How many the page holds' })
export const Cursor = Type.String({ minLength: 1, maxLength: 200, pattern: '^[A-Za-z0-9_-]+$', description: 'The `nextCursor` of the page before' })

/** Whether something may be done now, and the error code that says why not. */
export const Permission = Type.Object({ ok: Type.Boolean(), code: Type.Optional(Type.String({ description: 'Why not: a code as refusals have it' })) })
export type Permission = Static<typeof Permission>
