import { Type, type Static } from 'typebox'
import { Bps, Closed, Day, IdOf, Instant, Nullable, Said, SumCents, Words } from './common.ts'
import { OPTION_KINDS } from './offers.ts'
import { POLICY_STATUSES } from './policies.ts'

export const SIMULATION_STATUSES = ['queued', 'running', 'completed', 'failed'] as const
export const PLANS_TAKEN = ['shortest', 'longest'] as const

/** What is assumed of people: nothing of it is known of anybody. */
export const AcceptanceInput = Closed({
  cashBps: Type.Integer({ minimum: 0, maximum: 10_000, description: 'Of the debts that are offered a cash payment, the share that takes it', examples: [800] }),
  installmentsBps: Type.Integer({ minimum: 0, maximum: 10_000, description: 'Of the debts that are offered a plan, the share that takes one; with `cashBps` at most 10000', examples: [1_500] }),
  paidInstallmentBps: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000, description: 'Of the installments that fall due, the share that is paid; 10000 when left out', examples: [8_000] })),
  planTaken: Type.Optional(Words(PLANS_TAKEN, { description: 'Of several plans the one with the most payments (`longest`, when left out) or with the fewest' })),
}, { description: 'Stated by whoever asks' })
export type AcceptanceInput = Static<typeof AcceptanceInput>

export const SimulationInput = Closed({ acceptance: AcceptanceInput }, { examples: [{ acceptance: { cashBps: 800, installmentsBps: 1_500, paidInstallmentBps: 8_000 } }] })
export type SimulationInput = Static<typeof SimulationInput>

const Count = Type.Integer({ minimum: 0 })

const group = { debts: Count, balanceCents: SumCents }
const Group = Type.Object(group)

const figures = { ...group, discountCents: SumCents, totalCents: SumCents }
const Figures = Type.Object(figures, { description: 'If everybody took it: the debts to which it is offered, what they come to today, what is forgiven, what is paid in the end' })

export const SimulatedOffers = Type.Object({
  kind: Words(OPTION_KINDS),
  count: Nullable(Type.Object({ min: Type.Integer(), max: Type.Integer() })),
  dueOn: Nullable(Said(Day, 'The last day of a cash payment')),
  ...figures,
}, { description: 'The cash payment, or one band of installment counts. A debt counts once, in a band by the plan that `planTaken` names' })
export type SimulatedOffers = Static<typeof SimulatedOffers>

export const SimulatedRule = Type.Object({
  name: Type.String(),
  ...group,
  withoutOffer: Group,
  offers: Type.Array(SimulatedOffers),
  plans: Figures,
})
export type SimulatedRule = Static<typeof SimulatedRule>

export const ExpectedMonth = Type.Object({
  month: Type.String({ pattern: '^\\d{4}-\\d{2}$' }),
  cashDueCents: SumCents,
  installmentsDueCents: SumCents,
  expectedCents: SumCents,
}, { description: 'What falls due in a month if everybody took it, and what is expected of it' })
export type ExpectedMonth = Static<typeof ExpectedMonth>

export const SimulatedPolicy = Type.Object({
  policy: Type.Object({ id: IdOf('policy'), name: Type.String(), version: Nullable(Type.Integer()), status: Words(POLICY_STATUSES) }),
  reached: Group,
  unreached: Group,
  withoutOffer: Group,
  indexMissing: Count,
  nothingOwed: Count,
  cash: Figures,
  plans: Figures,
  rules: Type.Array(SimulatedRule),
  expected: Type.Object({ cashInCents: SumCents, discountCents: SumCents, months: Type.Array(ExpectedMonth) }),
}, { description: 'Not barred = reached + unreached + indexMissing + nothingOwed. `withoutOffer` are reached and yet nothing can be offered. `expected`: cash due × cashBps + installments due × installmentsBps × paidInstallmentBps, rounded once over all months' })
export type SimulatedPolicy = Static<typeof SimulatedPolicy>

export const SimulationResult = Type.Object({
  debts: Type.Integer({ minimum: 0, description: 'Open debts that were counted, each by itself' }),
  barred: Type.Integer({ minimum: 0, description: 'Of these, prescribed: nothing is offered for them' }),
  draft: SimulatedPolicy,
  inForce: Nullable(SimulatedPolicy),
})
export type SimulationResult = Static<typeof SimulationResult>

const simulation = {
  id: IdOf('simulation'),
  policyId: IdOf('policy'),
  inForcePolicyId: Nullable(IdOf('policy')),
  status: Words(SIMULATION_STATUSES),
  asOf: Day,
  acceptance: Type.Object({ cashBps: Bps, installmentsBps: Bps, paidInstallmentBps: Bps, planTaken: Words(PLANS_TAKEN) }),
  progress: Type.Object({ done: Count, total: Nullable(Count) }, { description: 'Debts counted so far; `total` is known once it runs' }),
  createdAt: Instant,
  completedAt: Nullable(Instant),
}
export const SimulationSummary = Type.Object(simulation)
export type SimulationSummary = Static<typeof SimulationSummary>

export const Simulation = Type.Object({ ...simulation, result: Nullable(SimulationResult) })
export type Simulation = Static<typeof Simulation>
