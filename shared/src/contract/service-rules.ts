import { Type, type Static } from 'typebox'
import { Closed, Cursor, Day, IdOf, Instant, Limit, Line, Nullable, Said, Words } from './common.ts'
import { PRODUCTS } from './debts.ts'

export const RESTRICTION_STATES = ['noticed', 'limited', 'restored', 'called_off'] as const
/** Why a limit ended, or never began. */
export const RESTRICTION_ENDS = ['dispute', 'hold', 'agreement', 'paid', 'taken_back', 'replaced', 'barred', 'rule_ended', 'too_late'] as const

const RuleName = Type.String({ pattern: '^[a-z0-9_-]+$', minLength: 1, maxLength: 40, description: 'The creditor’s own name of the rule', examples: ['internet-lenta'] })

/** What a creditor limits or takes back of its service once a debt is so many days late, and how it comes back. */
export const ServiceRule = Closed({
  name: RuleName,
  product: Words(PRODUCTS),
  afterDays: Type.Integer({ minimum: 1, maximum: 1_800, description: 'Days late from which the service may be limited' }),
  noticeDays: Type.Integer({ minimum: 5, maximum: 90, description: 'Days between the notice and the limit: 15 for telecom and energy, 30 for water, at least' }),
  limits: Said(Line(120), 'What is limited, in one plain sentence for the person', ['A velocidade da internet fica reduzida a 1 Mbps.']),
  comesBack: Said(Line(120), 'How it comes back, in one plain sentence', ['Volta no mesmo dia, com um acordo assinado ou o pagamento.']),
})
export type ServiceRule = Static<typeof ServiceRule>

/** All rules of a creditor: they take the place of those before. */
export const ServiceRules = Closed({ rules: Type.Array(ServiceRule, { maxItems: 30 }) })
export type ServiceRules = Static<typeof ServiceRules>

export const ServiceRestriction = Type.Object({
  id: IdOf('restriction'),
  debtId: IdOf('debt'),
  debtExternalId: Type.String(),
  rule: Type.String(),
  state: Words(RESTRICTION_STATES, { description: '`noticed`: the person was told and nothing is limited; `called_off`: it never was' }),
  limits: Type.String(),
  comesBack: Type.String(),
  noticedOn: Day,
  limitsOn: Said(Day, 'The first day on which it is limited: never on a Friday, a Saturday, a Sunday, a holiday or the day before one (Lei 14.015/2020)'),
  limitedAt: Nullable(Instant),
  endedAt: Nullable(Instant),
  cause: Nullable(Words(RESTRICTION_ENDS)),
  restoreBy: Said(Nullable(Day), 'The last day for the creditor’s systems to give it back'),
})
export type ServiceRestriction = Static<typeof ServiceRestriction>

export const ServiceRestrictionQuery = Closed({
  state: Type.Optional(Words(RESTRICTION_STATES)),
  limit: Type.Optional(Limit),
  cursor: Type.Optional(Cursor),
})
export type ServiceRestrictionQuery = Static<typeof ServiceRestrictionQuery>
