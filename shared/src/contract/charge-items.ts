import { Type, type Static } from 'typebox'
import { SignedCents, Words } from './common.ts'

/** What an amount to pay is made of: what is open of the installment, what delay adds, what paying early takes off. */
export const CHARGE_ITEMS = ['installment', 'late_fine', 'default_interest', 'early_payment'] as const

export const ChargeItem = Type.Object({
  kind: Words(CHARGE_ITEMS),
  cents: SignedCents,
  formula: Type.Optional(Type.String({ description: 'How the figure can be redone by hand' })),
})
export type ChargeItem = Static<typeof ChargeItem>
