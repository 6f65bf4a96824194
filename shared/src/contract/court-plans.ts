import { Type, type Static } from 'typebox'
import { Closed, Cpf, Day, Line, PositiveCents, Said, Words } from './common.ts'
import { ExternalId } from './debts.ts'

/** Agreed before the judge (CDC 104-A), or set by the judge against the creditor's will (CDC 104-B). */
export const COURT_PLAN_KINDS = ['agreed', 'compulsory'] as const

export const CaseNumber = Type.String({ pattern: '^(\\d{20}|\\d{7}-\\d{2}\\.\\d{4}\\.\\d\\.\\d{2}\\.\\d{4})$', maxLength: 25, description: 'The case’s number by the CNJ, with or without its mask; its check digits must fit', examples: ['1002345-60.2026.8.26.0114'] })

export const CourtOrder = Type.Object({
  kind: Words(COURT_PLAN_KINDS),
  court: Type.String(),
  caseNumber: Type.String({ description: 'Its 20 digits' }),
  ratifiedOn: Day,
}, { description: 'Where the plan comes from a court (CDC 104-A, 104-B)' })
export type CourtOrder = Static<typeof CourtOrder>

/** A plan that a court ratified. Its debts bear no charge from then on and get no other offer. */
export const CourtPlanInput = Closed({
  cpf: Cpf,
  debtExternalIds: Type.Array(ExternalId, { minItems: 1, maxItems: 50, uniqueItems: true }),
  kind: Words(COURT_PLAN_KINDS, { description: 'Agreed before the judge (CDC 104-A), or set by the judge (CDC 104-B)' }),
  court: Line(120),
  caseNumber: CaseNumber,
  ratifiedOn: Said(Day, 'Day of the judge’s decision; not a day to come'),
  installments: Type.Array(Closed({ dueOn: Day, amountCents: PositiveCents }), { minItems: 1, maxItems: 60, description: 'As the court ratified them, in the order of their dates' }),
})
export type CourtPlanInput = Static<typeof CourtPlanInput>
