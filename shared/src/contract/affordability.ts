import { Type, type Static } from 'typebox'
import { Cents, Closed, IdOf, Nullable } from './common.ts'

/** A short, private budget. Nothing of it is stored, and no creditor sees it. */
export const AffordabilityInput = Closed({
  offerSheetId: IdOf('sheet'),
  incomeCents: Cents,
  essentialsCents: Cents,
  dependants: Type.Optional(Type.Integer({ minimum: 0, maximum: 20 })),
})
export type AffordabilityInput = Static<typeof AffordabilityInput>

export const OptionOutlook = Type.Object({
  optionId: Type.String(),
  worstMonth: Type.String({ description: 'YYYY-MM: the month in which the plan takes most' }),
  paymentCents: Cents,
  leftCents: Type.Integer({ description: 'Income less the plan, in that month; negative where the plan takes more' }),
  spareCents: Type.Integer({ description: 'What is left once the house is paid too; negative where that is too little' }),
  missingCents: Type.Integer({ minimum: 0, description: 'What lacks to keep the minimum and to pay the house; 0 where nothing lacks' }),
  belowMinimum: Type.Boolean(),
  belowEssentials: Type.Boolean(),
})
export type OptionOutlook = Static<typeof OptionOutlook>

/** What each option would leave a month. It advises, and forbids nothing. */
export const Affordability = Type.Object({
  minimum: Type.Object({
    totalCents: Cents,
    baseCents: Type.Integer({ description: 'The subsistence minimum of the law' }),
    perDependantCents: Type.Integer({ description: 'Added for each dependant: a rule of this house, not of the law' }),
    source: Type.String(),
    note: Type.String(),
  }),
  options: Type.Array(OptionOutlook),
  lookFirst: Nullable(Type.String({ description: 'The option to look at first: the cheapest that leaves enough or, where none does, the one that leaves most' })),
  anyFits: Type.Boolean(),
  help: Type.Array(Type.Object({ name: Type.String(), what: Type.String(), url: Nullable(Type.String()) })),
})
export type Affordability = Static<typeof Affordability>
