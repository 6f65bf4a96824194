import { Type, type Static } from 'typebox'
import { Cents, Closed, Cnpj, Cursor, Email, IdOf, Instant, Limit, Line, Nullable, Said, Words } from './common.ts'

const HexColor = Type.String({ pattern: '^#[0-9a-fA-F]{6}$', maxLength: 7, examples: ['#0a6b52'] })

export const Address = Closed({
  street: Line(120),
  number: Line(20),
  complement: Type.Optional(Line(60)),
  district: Line(80),
  city: Line(80),
  state: Type.String({ pattern: '^[A-Z]{2}$', maxLength: 2 }),
  postalCode: Type.String({ pattern: '^\\d{8}$', maxLength: 8 }),
})
export type Address = Static<typeof Address>

/** How the portal looks for this creditor's debtors. Only the main colour is needed; the others are derived from it. */
export const Brand = Closed({
  name: Line(40),
  logoUrl: Type.Optional(Type.String({ pattern: '^https://', maxLength: 500 })),
  color: HexColor,
})
export type Brand = Static<typeof Brand>

export const CREDITOR_REGIMES = ['financial', 'non_financial'] as const

export const CreditorInput = Closed({
  legalName: Line(120),
  tradeName: Line(60),
  cnpj: Cnpj,
  address: Address,
  email: Email,
  phone: Line(20),
  regime: Words(CREDITOR_REGIMES, { description: '`financial`: a bank or lender under the Central Bank; the limits of the law differ' }),
  brand: Brand,
  pixKey: Said(Line(77), 'Where payments go: a key of the creditor’s own account'),
})
export type CreditorInput = Static<typeof CreditorInput>

/** What a debtor and every paper may know of a creditor (CDC 42-A: name, address, CNPJ). */
export const CreditorCard = Type.Object({
  id: IdOf('creditor'),
  legalName: Type.String(),
  tradeName: Type.String(),
  cnpj: Type.String(),
  address: Address,
  email: Type.String(),
  phone: Type.String(),
  brand: Brand,
})
export type CreditorCard = Static<typeof CreditorCard>

export const Creditor = Type.Object({
  ...CreditorCard.properties,
  regime: Words(CREDITOR_REGIMES),
  pixKey: Type.String(),
  createdAt: Instant,
})
export type Creditor = Static<typeof Creditor>

/** The secret is shown once, at birth; only its keyed hash is kept. */
export const CreatedCreditor = Type.Object({
  creditor: Creditor,
  client: Type.Object({ clientId: IdOf('client'), clientSecret: Type.String(), scope: Type.String() }),
})
export type CreatedCreditor = Static<typeof CreatedCreditor>

export const SCOPES = [
  'debts:read', 'debts:write', 'policies:read', 'policies:write', 'offers:read', 'offers:write',
  'agreements:read', 'agreements:write', 'proposals:read', 'proposals:write', 'payments:read', 'payments:write', 'clients:read', 'clients:write', 'settings:read', 'settings:write', 'webhooks:read', 'webhooks:write',
  'segments:read', 'segments:write', 'rulers:read', 'rulers:write', 'messages:read', 'messages:write', 'conversations:read', 'conversations:write',
  'templates:read', 'templates:write',
  'escalations:read', 'escalations:write',
  'creditors:write', 'indices:write', 'block_lists:write',
] as const
/** What only operators of the installation may do. */
export const OPERATOR_SCOPES = ['creditors:write', 'indices:write', 'block_lists:write'] as const satisfies readonly (typeof SCOPES)[number][]
export type Scope = (typeof SCOPES)[number]
/** What a creditor's system may do. */
export const CREDITOR_SCOPES = SCOPES.filter((scope) => !OPERATOR_SCOPES.some((own) => own === scope))

export const ClientInput = Closed({
  name: Line(80),
  scopes: Type.Array(Words(CREDITOR_SCOPES), { minItems: 1, maxItems: CREDITOR_SCOPES.length, uniqueItems: true, description: 'Not wider than those of the token that asks' }),
})
export type ClientInput = Static<typeof ClientInput>

const client = {
  id: Said(IdOf('client'), 'The client id at the token endpoint'),
  name: Type.String(),
  scopes: Type.Array(Type.String()),
  createdAt: Instant,
  revokedAt: Nullable(Instant),
}
export const Client = Type.Object(client)
export type Client = Static<typeof Client>
/** The secret is shown once, at birth. */
export const CreatedClient = Type.Object({ ...client, clientSecret: Type.String() })
export type CreatedClient = Static<typeof CreatedClient>

export const ClientQuery = Closed({ cursor: Type.Optional(Cursor), limit: Type.Optional(Limit) })

export const OVERPAYMENT = ['next_installments', 'refund'] as const

export const SettingsInput = Closed({
  fourEyesPublishing: Type.Optional(Type.Boolean({ description: 'A policy is published by one client and approved by another. To end it a second client asks for the same' })),
  showsBarredDebts: Type.Optional(Type.Boolean({ description: 'Debts past their term are shown, as a voluntary payment; never contacted' })),
  remindDaysBefore: Type.Optional(Type.Integer({ minimum: 0, maximum: 10, description: 'Days before an installment is due on which the person is reminded, beside the day itself; 0 for that day alone. 3 until it is changed' })),
  shortToleranceCents: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000, description: 'A payment that lacks no more than so many cents of an installment counts as paid; the rest is let go as a discount' })),
  tellsBalances: Type.Optional(Type.Boolean({ description: 'Amounts and Pix codes are told by WhatsApp to people who have shown there who they are; otherwise they get a link. Never by SMS' })),
  answerHours: Type.Optional(Type.Integer({ minimum: 1, maximum: 45, description: 'Working hours (Monday to Friday, 9 to 18) within which a person who asked for one is answered; `conversation.overdue` after them' })),
  overpayment: Type.Optional(Words(OVERPAYMENT, { description: 'What is paid above what was asked for: counted on the next open installments, or owed back. What is above all that is open is owed back either way' })),
})
export type SettingsInput = Static<typeof SettingsInput>

/** How a creditor's own house works. */
export const Settings = Type.Object({
  fourEyesPublishing: Type.Boolean(),
  fourEyesEnd: Nullable(Type.Object({ askedBy: IdOf('client'), askedAt: Instant }, { description: 'Who asked to end it; it ends once another client asks too' })),
  showsBarredDebts: Type.Boolean(),
  remindDaysBefore: Type.Integer({ minimum: 0, maximum: 10 }),
  shortToleranceCents: Cents,
  tellsBalances: Type.Boolean(),
  answerHours: Type.Integer(),
  overpayment: Words(OVERPAYMENT),
})
export type Settings = Static<typeof Settings>

export const TokenRequest = Type.Object({
  grant_type: Type.String({ maxLength: 64 }),
  client_id: Type.Optional(Type.String({ maxLength: 64 })),
  client_secret: Type.Optional(Type.String({ maxLength: 128 })),
  scope: Type.Optional(Type.String({ maxLength: 400 })),
})

export type TokenRequest = Static<typeof TokenRequest>

/** RFC 6749, section 5.1. */
export const TokenAnswer = Type.Object({
  access_token: Type.String(),
  token_type: Type.Literal('Bearer'),
  expires_in: Type.Integer(),
  scope: Type.String(),
})
export type TokenAnswer = Static<typeof TokenAnswer>
